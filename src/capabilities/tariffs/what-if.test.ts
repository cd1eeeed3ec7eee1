import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { all, input, pay, ruleSet } from '../../../tests/tariffs/rules.ts'
import { calculate } from './calculate.ts'
import { type CalculationInput, type CostLine, costKindKeys } from './calculation.ts'
import { rulesOf } from './rule-set.ts'
import { kronerIn, oreIn } from './try-field.ts'
import { waterfall } from './waterfall.ts'
import { changesOf, fieldsOf, type Tried, tried } from './what-if.ts'

const rules = ruleSet()

/** Every form of line, occupancy from accounts, a year's accounts, and levels. */
const rich = input({
  costs: [
    pay(3_650_000),
    { kind: 'property', part: 'basis', label: 'Husleje', form: 'amount', amountOre: 40_000_033, level: 'last year' },
    {
      kind: 'depreciation',
      part: 'basis',
      label: 'Bil',
      form: 'asset',
      acquisitionOre: 50_000_000,
      scrapOre: 5_000_000,
      lifeYears: 7,
      boughtYear: 2024,
    },
    {
      kind: 'interest',
      part: 'basis',
      label: 'Rente',
      form: 'asset',
      acquisitionOre: 50_000_000,
      scrapOre: 5_000_000,
      lifeYears: 7,
      boughtYear: 2024,
    },
    {
      kind: 'pensions',
      part: 'basis',
      label: 'Pension',
      form: 'pension',
      coverage: 'partly',
      payOre: 80_000_000,
      premiumOre: 5_000_000,
      coveredPercent: '40',
    },
    { kind: 'overhead', part: 'service', label: 'Overhead', form: 'rate' },
    { kind: 'idle', part: 'basis', label: 'Tomgang', form: 'idle', totalOre: 30_000_000 },
  ],
  counting: {
    by: 'places',
    places: [
      { count: '10', from: '2026-01-01', until: '2026-07-01' },
      { count: '12', from: '2026-07-01', until: '2027-01-01' },
    ],
    occupancy: {
      from: 'accounts',
      accounts: [
        { year: 2023, percent: '95.1' },
        { year: 2024, percent: '96.2' },
      ],
    },
  },
  regulations: [
    {
      account: {
        year: 2024,
        revenueOre: 400_000_000,
        costsOre: 360_000_000,
        regulationOre: 0,
        basisOre: 400_000_000,
        budgetOre: 390_000_000,
      },
    },
  ],
})

const graded = (grading: NonNullable<CalculationInput['grading']>) =>
  input({ counting: { by: 'places', places: all('10'), occupancy: { from: 'set', percent: '97', reason: 'Test' } }, grading })

const weighted = graded({
  by: 'weights',
  levels: [
    { label: 'Niveau 1', weight: '1', places: '6' },
    { label: 'Niveau 2', weight: '1.5', places: '4' },
  ],
})

/** What the tariff becomes when something is written in the form. */
function trying(from: CalculationInput, written: Tried) {
  const original = calculate(from, rules)
  const fields = fieldsOf(from, original, rules)
  const made = tried(from, fields, written)
  return { original, fields, made, result: calculate(made, rules).result, changes: changesOf(from, fields, written) }
}

const tariff = (from: CalculationInput, written: Tried) => trying(from, written).result.tariff.ore

const asShown = (from: CalculationInput): Tried =>
  Object.fromEntries(fieldsOf(from, calculate(from, rules), rules).map(({ name, value }) => [name, value]))

const amounts = fc.array(
  fc.record({
    kind: fc.constantFrom(...costKindKeys.filter((kind) => kind !== 'income')),
    part: fc.constantFrom('basis' as const, 'service' as const),
    label: fc.constant('Linje'),
    form: fc.constant('amount' as const),
    amountOre: fc.integer({ min: 1, max: 10 ** 11 }),
  }),
  { minLength: 1, maxLength: 12 },
)
const tenth = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((value) => String(value / 10))
const anything: fc.Arbitrary<CalculationInput> = fc
  .tuple(amounts, tenth(1, 90), tenth(90, 100), tenth(90, 100))
  .map(([costs, places, older, newer]) => ({
    ...input({ costs }),
    counting: {
      by: 'places',
      places: all(places),
      occupancy: {
        from: 'accounts',
        accounts: [
          { year: 2023, percent: older },
          { year: 2024, percent: newer },
        ],
      },
    },
  }))

test('an amount stands in a field as people write it, and is read back to the øre', () => {
  expect([365_000_000, 123_456, 50, 5, 0, -2_400_000].map(kronerIn)).toEqual([
    '3.650.000',
    '1.234,56',
    '0,5',
    '0,05',
    '0',
    '−24.000',
  ])
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (ore) => {
      expect(oreIn({ name: 'x', label: 'x' }, kronerIn(ore))).toBe(ore)
    }),
  )
})

describe('what is tried', () => {
  test('is the same tariff when the form is sent as it stands', () => {
    for (const from of [rich, weighted]) {
      const { original, made, changes } = trying(from, asShown(from))
      expect(changes).toEqual([])
      expect(calculate(made, rules)).toEqual(original)
    }
    fc.assert(
      fc.property(anything, (from) => {
        expect(trying(from, asShown(from)).made).toEqual(from)
      }),
    )
  })

  test('moves the tariff by bars that sum to the change, whatever is changed', () => {
    fc.assert(
      fc.property(
        anything,
        fc.record(
          { pladser: tenth(1, 90), belaegning: tenth(50, 120), regulering: fc.integer({ min: 0, max: 10 ** 6 }).map(String) },
          { requiredKeys: [] },
        ),
        fc.array(fc.nat(11)),
        fc.integer({ min: 1, max: 10 ** 9 }),
        (from, written, dropped, more) => {
          const all: Tried = {
            ...written,
            'linje-0': kronerIn(more),
            'ny-1-beloeb': kronerIn(more),
            ...Object.fromEntries(dropped.map((at) => [`fjern-${at}`, 'ja'])),
          }
          const { original, result } = trying(from, all)
          const { from: before, bars, rounding, to } = waterfall(original.result, result, rulesOf(rules))
          expect(before + bars.reduce((sum, { ore }) => sum + ore, 0n) + rounding).toBe(to)
          expect(to).toBe(result.tariff.ore)
        },
      ),
    )
  })

  test.each<[string, Tried]>([
    ['a cost', { 'linje-0': '3.700.000' }],
    ['an amount in last year’s prices', { 'linje-1': '500.000' }],
    ['what a thing cost', { 'linje-2-pris': '700.000' }],
    ['its scrap value', { 'linje-2-scrap': '0' }],
    ['its life', { 'linje-2-levetid': '3' }],
    ['the year it was bought', { 'linje-2-koebt': '2010' }],
    ['the pay of a pension', { 'linje-4-loen': '900.000' }],
    ['its premium', { 'linje-4-praemie': '90.000' }],
    ['how much of it is covered', { 'linje-4-daekket': '10' }],
    ['the rate of overhead', { 'linje-5-procent': '9,5' }],
    ['what idle places cost', { 'linje-6-i-alt': '900.000' }],
    ['over how many years', { 'linje-6-aar': '1' }],
    ['places', { pladser: '14' }],
    ['days', { dage: '334' }],
    ['occupancy', { belaegning: '80' }],
    ['occupancy in a year’s accounts', { 'belaegning-2023': '99' }],
    ['the income in the accounts', { 'regnskab-2024-indtaegt': '6.000.000' }],
    ['the regulation', { regulering: '−150.000' }],
    ['a new line', { 'ny-1-beloeb': '250.000', 'ny-1-art': 'property', 'ny-1-tekst': 'Ny fløj' }],
    ['a line left out', { 'fjern-1': 'ja' }],
  ])('can be %s', (_, written) => {
    const { original, result, changes } = trying(rich, written)
    expect(result.tariff.exact).not.toEqual(original.result.tariff.exact)
    expect(changes).toHaveLength(1)
  })

  test('counts overhead on of what was changed', () => {
    const own: CostLine[] = [
      pay(1_000_000),
      { kind: 'overhead', part: 'service', label: 'Overhead', form: 'rate', percent: '10' },
    ]
    expect(trying(input({ costs: own }), { 'linje-0': '2.000.000' }).result.costs.total.n).toBe(220_000_000n)
    expect(trying(input({ costs: own }), { 'linje-0': '2.000.000', 'linje-1-procent': '5' }).result.costs.total.n).toBe(
      210_000_000n,
    )
  })

  test('has the regulation that is written, and no other', () => {
    expect(trying(rich, { regulering: '0' }).made.regulations).toEqual([])
    expect(trying(input(), { regulering: '36.500' }).made.regulations).toEqual([
      { fromYear: 2024, amountOre: 3_650_000, note: 'Prøveregning' },
    ])
    expect(tariff(input(), { regulering: '36.500' })).toBe(101_000n)
  })

  test('shares the places among the levels, or counts them by the levels', () => {
    expect(trying(weighted, { pladser: '20' }).made.grading?.levels.map(({ places }) => places)).toEqual(['12', '8'])
    expect(trying(weighted, { 'niveau-1-pladser': '14' }).result.places?.n).toBe(20n)
    const heavier = trying(weighted, { 'niveau-1-vaegt': '2' })
    expect(heavier.result.tariff.ore).toBe(heavier.original.result.tariff.ore)
    expect(heavier.result.levels.map(({ price }) => price.ore)).not.toEqual(
      heavier.original.result.levels.map(({ price }) => price.ore),
    )
    expect(() => trying(weighted, { pladser: '20', 'niveau-1-pladser': '3' })).toThrow('Pladserne på niveauerne')
  })

  test('changes steps, packages and part time too', () => {
    const places = { places: '5' }
    const steps = graded({
      by: 'steps',
      levels: [
        { label: 'A', addOre: 0, ...places },
        { label: 'B', addOre: 10_000, ...places },
      ],
    })
    const packs = graded({
      by: 'packages',
      intervalOre: 5_000,
      levels: [
        { label: 'A', number: 1, ...places },
        { label: 'B', number: 2, ...places },
      ],
    })
    const bands = graded({
      by: 'part time',
      levels: [
        { label: 'A', band: '3', ...places },
        { label: 'B', band: '4+', ...places },
      ],
    })
    const prices = (from: CalculationInput, written: Tried) =>
      trying(from, written).result.levels.map(({ price }) => Number(price.ore) / 100)
    expect(prices(steps, {})).toEqual([981, 1081])
    expect(prices(steps, { 'niveau-1-trin': '300' })).toEqual([881, 1181])
    expect(prices(packs, { interval: '100', 'niveau-1-nummer': '4' })).toEqual([50, 350])
    expect(prices(bands, { 'niveau-0-dage': '4+' })).toEqual([1031, 1031])
  })

  test('changes hours, stays and nights', () => {
    const hours = input({ unit: 'hour', counting: { by: 'hours', hours: '1000' } })
    expect(tariff(hours, { timer: '2.000' })).toBe(182_500n)
    const respite = input({ counting: { by: 'respite', stays: 50, nights: 100 } })
    expect(trying(respite, { ophold: '100', overnatninger: '200' }).result.units.n).toBe(300n)
  })

  test.each<[Tried, string]>([
    [{ 'ny-1-tekst': 'Uden beløb' }, 'Skriv beløbet ved den nye linje »Uden beløb«'],
    [{ 'ny-1-tekst': '010190-1234', 'ny-1-beloeb': '5' }, 'ligner et CPR-nummer'],
    [{ 'linje-2-levetid': '2,5' }, 'som et helt tal'],
    [{ regulering: '−99.000.000' }, 'Reguleringen er større end omkostningerne'],
  ])('%j is refused in a sentence', (written, sentence) => {
    expect(() => trying(rich, written)).toThrow(sentence)
  })
})
