import { describe, expect, test } from 'vitest'
import { all, input, pay, ruleSet } from '../../../tests/tariffs/rules.ts'
import { decimal, exact, same } from '../../platform/values/exact.ts'
import { calculate } from './calculate.ts'
import type { CalculationInput, CostLine, Counting, Step } from './calculation.ts'

const tariff = (changed: Partial<CalculationInput>, rules: Record<string, string | undefined> = {}) =>
  calculate(input(changed), ruleSet(rules))
const kroner = (ore: bigint | undefined) => Number(ore) / 100

const line = (changed: object): CostLine =>
  ({ kind: 'operation', part: 'basis', label: 'Linje', form: 'amount', amountOre: 0, ...changed }) as CostLine
const comesTo = (costs: CostLine[], key: string, rules = {}) =>
  decimal(tariff({ costs: [pay(1), ...costs] }, rules).steps.find((step) => step.key === key)?.value ?? exact(-1), 2)

describe('the cost-based tariff of a place line', () => {
  test('is costs divided by places × days × occupancy', () => {
    const { result } = calculate(input(), ruleSet())
    expect(kroner(result.tariff.ore)).toBe(1000)
    expect(kroner(result.yearly?.ore)).toBe(365_000)
    expect(decimal(result.remainder, 2)).toBe('0')
  })

  test('deducts income, and shows it as negative', () => {
    const { result } = tariff({
      costs: [pay(4_000_000), line({ kind: 'income', label: 'Beboerbetaling', amountOre: 35_000_000 })],
    })
    expect(kroner(result.tariff.ore)).toBe(1000)
    expect(decimal(result.kinds.find(({ kind }) => kind === 'income')?.basis ?? exact(0), 0)).toBe('-35000000')
  })

  test('has two parts that sum to it, also as published', () => {
    const { result } = tariff({ costs: [pay(1_000_001, 'basis'), pay(2_345_678, 'service')] })
    expect(result.parts.basis.ore + result.parts.service.ore).toBe(result.tariff.ore)
  })

  test('with places that change is weighted by days', () => {
    const places = [
      { count: '10', from: '2026-01-01', until: '2026-07-01' },
      { count: '12', from: '2026-07-01', until: '2027-01-01' },
    ]
    const { result } = tariff({
      counting: { by: 'places', places, occupancy: { from: 'set', percent: '100', reason: 'Fuldt hus' } },
    })
    expect(decimal(result.places ?? exact(0), 4)).toBe('11.0082')
  })

  test('with days of its own uses those: Himmelev multiplied by 364', () => {
    const counting: Counting = {
      by: 'places',
      places: all('10'),
      days: { count: 364, reason: 'Region Sjælland 2021' },
      occupancy: { from: 'set', percent: '100', reason: 'Fuldt hus' },
    }
    const { result } = tariff({ counting })
    expect(same(result.yearly?.exact ?? exact(0), exact(36_500_000))).toBe(true)
    expect(result.days).toBe(364)
  })

  test('rounds to whole kroner when published, halves away from zero', () => {
    expect(kroner(tariff({ costs: [pay(3_651_825)] }).result.tariff.ore)).toBe(1001)
    expect(kroner(tariff({ costs: [pay(3_651_824)] }).result.tariff.ore)).toBe(1000)
  })

  test('private prices are told without indirect VAT, to the øre: 0,954 of the unrounded', () => {
    expect(tariff({ ownership: 'private', costs: [pay(7_300_000)] }).result.net?.ore).toBe(190_800n)
    expect(tariff({ ownership: 'municipal' }).result.net).toBeUndefined()
  })

  test.each([
    ['year/12', 30_417],
    ['365/12', 30_417],
    ['30.5', 30_500],
  ])('a month is by the rule %s', (how, expected) => {
    expect(kroner(tariff({}, { 'tariff.month': how }).result.month?.ore)).toBe(expected)
  })

  test('KL 2023: 154,31 kr. a day is 4.694 kr. a month', () => {
    const costs: CostLine[] = [line({ kind: 'pay', amountOre: 15_431 * 365 })]
    const counting: Counting = { by: 'places', places: all('1'), occupancy: { from: 'set', percent: '100', reason: 'En' } }
    const { month } = tariff({ costs, counting }, { 'tariff.month': '365/12' }).result
    expect(kroner(month?.ore)).toBe(4694)
  })
})

describe('kinds of costs', () => {
  const asset = { form: 'asset', acquisitionOre: 50_000_000, scrapOre: 5_000_000, lifeYears: 9, boughtYear: 2024 }

  test.each([
    ['in its life', 2024, '5000000'],
    ['in its last year', 2018, '5000000'],
    ['when it is worn out', 2017, '0'],
    ['before it is bought', 2027, '0'],
  ])('depreciation is (acquisition − scrap value) ÷ life %s', (_, boughtYear, expected) => {
    expect(comesTo([line({ kind: 'depreciation', ...asset, boughtYear })], 'cost.1')).toBe(expected)
  })

  test('interest is of the book value when the year begins, or of the year’s average', () => {
    expect(comesTo([line({ kind: 'interest', ...asset })], 'cost.1')).toBe('1600000')
    expect(comesTo([line({ kind: 'interest', ...asset })], 'cost.1', { 'tariff.interest.basis': 'average' })).toBe('1500000')
  })

  test.each([
    ['covered', '100000'],
    ['self', '1500000'],
    ['partly', '475000'],
  ])('civil servants’ pensions, %s', (coverage, expected) => {
    const pension = { kind: 'pensions', form: 'pension', coverage, payOre: 10_000_000, premiumOre: 100_000, coveredPercent: '75' }
    expect(comesTo([line(pension)], 'cost.1')).toBe(expected)
  })

  test('overhead is a share of the direct costs of its own part, or of the pay', () => {
    const costs = [pay(100, 'basis'), line({ amountOre: 5_000 }), line({ kind: 'overhead', form: 'rate' })]
    expect(comesTo(costs, 'cost.3')).toBe('900')
    expect(comesTo(costs, 'cost.3', { 'tariff.overhead.basis': 'pay' })).toBe('600')
    expect(comesTo([pay(100, 'basis'), line({ kind: 'overhead', form: 'rate', percent: '3,5' })], 'cost.2')).toBe('350')
  })

  test('which costs overhead is a share of is said, so that they can be added up by hand', () => {
    const costs = [
      pay(100, 'basis'),
      line({ kind: 'supervision', amountOre: 700 }),
      line({ amountOre: 5_000 }),
      line({ kind: 'overhead', form: 'rate' }),
    ]
    const { steps } = tariff({ costs })
    expect(steps.find(({ key }) => key === 'cost.3')?.formula).toBe(
      'de direkte omkostninger i samme del (løn og øvrig drift) × procent',
    )
  })

  test('what is in last year’s prices is lifted by the year’s PL', () => {
    expect(comesTo([line({ amountOre: 100_000_000, level: 'last year' })], 'cost.1')).toBe('102600000')
  })

  test('idle costs of opening or closing are shared on the users over the rule’s years', () => {
    expect(comesTo([line({ kind: 'idle', form: 'idle', totalOre: 1_000_000 })], 'cost.1')).toBe('500000')
  })
})

describe('other ways of counting', () => {
  test('SEL § 85 is by the hour delivered, to the øre', () => {
    const { result } = tariff({ unit: 'hour', counting: { by: 'hours', hours: '7000' } })
    expect(result.tariff.ore).toBe(52_143n)
    expect(result.month).toBeUndefined()
  })

  test('respite is counted by days begun, or by nights', () => {
    const counting: Counting = { by: 'respite', stays: 40, nights: 80 }
    expect(decimal(tariff({ counting }).result.units, 0)).toBe('120')
    expect(decimal(tariff({ counting }, { 'tariff.respite.count': 'nights' }).result.units, 0)).toBe('80')
  })
})

describe('the trace', () => {
  test('tells every step with name, formula, unit, and the rules that decided', () => {
    const { steps } = tariff({ ownership: 'private', costs: [pay(1_000_000, 'basis'), line({ kind: 'overhead', form: 'rate' })] })
    for (const step of steps) {
      expect(step.name).not.toBe('')
      expect(step.formula).not.toBe('')
    }
    expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length)
    expect(steps.find(({ key }) => key === 'days')?.rules).toEqual(['tariff.days'])
    expect(steps.find(({ key }) => key === 'published')?.rules).toEqual(['tariff.rounding.day'])
  })

  test('an input that names another step has that step’s value', () => {
    const { steps } = tariff({
      costs: [pay(1_234_567, 'basis'), pay(2_345_678)],
      regulations: [{ fromYear: 2024, amountOre: 12_345 }],
    })
    const byKey = new Map(steps.map((step) => [step.key, step]))
    const named = steps.flatMap(({ inputs }) => inputs).filter(({ from }) => from !== undefined && byKey.has(from))
    expect(named.length).toBeGreaterThan(10)
    for (const { from = '', value } of named.filter(({ name }) => name !== 'Regulering'))
      expect(value).toEqual(byKey.get(from)?.value)
  })

  test('says its arithmetic to machines too, and it comes to the same', () => {
    const account = {
      year: 2024,
      revenueOre: 93_000_000,
      costsOre: 71_234_567,
      regulationOre: 0,
      basisOre: 90_000_001,
      budgetOre: 0,
    }
    const places = [
      { count: '9,5', from: '2026-01-01', until: '2026-04-01' },
      { count: '11', from: '2026-04-01', until: '2027-01-01' },
    ]
    const occupancy = {
      from: 'accounts',
      accounts: [
        { year: 2023, percent: '96,1' },
        { year: 2024, percent: '98,3' },
      ],
    } as const
    const levels = [
      { label: 'Pakke 1', number: 1, places: '4' },
      { label: 'Pakke 2', number: 2, places: '6,63' },
    ]
    const { steps } = tariff({
      ownership: 'private',
      costs: [
        pay(1_234_567, 'basis'),
        pay(2_345_678),
        line({ kind: 'overhead', form: 'rate' }),
        line({ kind: 'income', amountOre: 10_000 }),
        line({ kind: 'depreciation', form: 'asset', acquisitionOre: 1_000_000, scrapOre: 7, lifeYears: 7, boughtYear: 2023 }),
        line({ kind: 'interest', form: 'asset', acquisitionOre: 1_000_000, scrapOre: 7, lifeYears: 7, boughtYear: 2023 }),
        line({ kind: 'pensions', form: 'pension', coverage: 'partly', payOre: 999, premiumOre: 5, coveredPercent: '12' }),
      ],
      regulations: [{ account }],
      counting: { by: 'places', places, occupancy: { ...occupancy, accounts: [...occupancy.accounts] } },
      grading: { by: 'packages', levels },
    })
    const told = steps.filter(({ arithmetic }) => arithmetic !== undefined)
    expect(told.length).toBeGreaterThan(25)
    for (const step of told) expect([step.key, evaluated(step)]).toEqual([step.key, expect.closeTo(floating(step.value), 4)])
  })
})

const floating = ({ n, d }: { n: bigint; d: bigint }) => Number(n) / Number(d)

/** What a spreadsheet would make of it. */
function evaluated({ arithmetic = '', inputs }: Step): number {
  const numbers = inputs.map(({ value }) => (typeof value === 'string' ? 0 : floating(value)))
  const total = numbers.reduce((sum, number) => sum + number, 0)
  const written = arithmetic
    .replace('SUM', String(total))
    .replace('AVERAGE', String(total / numbers.length))
    .replace(/\$(\d+)/g, (_, at: string) => `(${numbers[Number(at) - 1]})`)
    .replace(/\bROUND\(/g, 'round(')
  const round = (value: number) => Math.sign(value) * Math.round(Math.abs(value))
  return new Function('round', 'MIN', 'MAX', `return ${written.replace(/^-(-|\d)/, '0 - $1')}`)(round, Math.min, Math.max)
}
