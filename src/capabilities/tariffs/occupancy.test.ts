import { describe, expect, test } from 'vitest'
import { all, input, pay, ruleSet } from '../../../tests/tariffs/rules.ts'
import { decimal, exact } from '../../platform/values/exact.ts'
import { calculate } from './calculate.ts'
import type { CalculationInput, CostLine, Occupancy } from './calculation.ts'

const occupied = (occupancy: Occupancy, rules: Record<string, string> = {}) =>
  decimal(
    calculate(input({ counting: { by: 'places', places: all('10'), occupancy } }), ruleSet(rules)).result.occupancyPercent ??
      exact(0),
    2,
  )

const accounts = (...percents: [number, string][]): Occupancy => ({
  from: 'accounts',
  accounts: percents.map(([year, percent]) => ({ year, percent })),
})

describe('occupancy', () => {
  test('is the average of the two accounts two years back', () => {
    expect(occupied(accounts([2023, '95,0'], [2024, '97,0'], [2025, '10']))).toBe('96')
  })

  test('is kept within the bounds', () => {
    expect(occupied(accounts([2023, '91'], [2024, '93']))).toBe('95')
    expect(occupied(accounts([2023, '103'], [2024, '104']))).toBe('100')
    expect(occupied({ ...accounts([2023, '91'], [2024, '93']), short: true })).toBe('92')
  })

  test('set outside the bounds needs somebody’s approval, where the rule lets anybody give it', () => {
    const set = { from: 'set', percent: '80', reason: 'Nyt tilbud' } as const
    expect(() => occupied(set)).toThrow('skriv, hvem der har godkendt den')
    expect(occupied({ ...set, approvedBy: 'Styregruppen' })).toBe('80')
    expect(() => occupied({ ...set, approvedBy: 'Styregruppen' }, { 'tariff.occupancy.outside': 'refuse' })).toThrow(
      'uden for grænserne',
    )
  })

  test.each([
    ['a year without accounts', accounts([2024, '97']), 'Der mangler regnskab for belægningen i 2023'],
    ['nobody there', { from: 'set', percent: '0', reason: 'Lukket' }, 'Belægningen er 0'],
    ['three times full', { from: 'set', percent: '300', reason: 'Fejl' }, 'over 150 procent'],
    ['no number', { from: 'set', percent: 'fuld', reason: 'Fejl' }, 'er ikke et tal'],
    ['no reason', { from: 'set', percent: '97', reason: ' ' }, 'Skriv, hvorfor belægningen er sat'],
  ] as [string, Occupancy, string][])('%s is refused in a clear sentence', (_, occupancy, sentence) => {
    expect(() => occupied(occupancy)).toThrow(sentence)
  })
})

describe('what cannot be calculated is refused in a clear sentence', () => {
  const set: Occupancy = { from: 'set', percent: '100', reason: 'Fuldt hus' }
  const amount = (amountOre: number): CostLine => ({ kind: 'pay', part: 'basis', label: 'Løn', form: 'amount', amountOre })
  const halves = (until: string, from: string) => [
    { count: '1', from: '2026-01-01', until },
    { count: '2', from, until: '2027-01-01' },
  ]
  const asset = (changed: object) =>
    ({
      ...amount(0),
      kind: 'depreciation',
      form: 'asset',
      acquisitionOre: 100,
      scrapOre: 0,
      lifeYears: 5,
      boughtYear: 2025,
      ...changed,
    }) as CostLine

  test.each<[string, Partial<CalculationInput>, string]>([
    ['zero places', { counting: { by: 'places', places: all('0'), occupancy: set } }, 'Med 0 pladser'],
    ['no places at all', { counting: { by: 'places', places: [], occupancy: set } }, 'Der er ingen pladser'],
    [
      'zero days',
      { counting: { by: 'places', places: all('1'), occupancy: set, days: { count: 0, reason: 'Lukket' } } },
      'Med 0 dage',
    ],
    [
      '367 days',
      { counting: { by: 'places', places: all('1'), occupancy: set, days: { count: 367, reason: 'Fejl' } } },
      'højst 366',
    ],
    [
      'periods that overlap',
      { counting: { by: 'places', places: halves('2026-07-02', '2026-07-01'), occupancy: set } },
      'overlapper',
    ],
    [
      'periods with a gap',
      { counting: { by: 'places', places: halves('2026-07-01', '2026-07-02'), occupancy: set } },
      'dage i året uden pladser',
    ],
    ['places of another year', { counting: { by: 'places', places: all('1', 2025), occupancy: set } }, 'skal dække hele 2026'],
    ['zero hours', { counting: { by: 'hours', hours: '0' } }, 'Med 0 timer'],
    ['no stays', { counting: { by: 'respite', stays: 0, nights: 0 } }, 'Med 0 ophold'],
    ['a negative cost', { costs: [amount(-1)] }, 'er negativt'],
    ['half an øre', { costs: [amount(0.5)] }, 'ikke et helt antal øre'],
    ['more than 10 billion kroner', { costs: [amount(10 ** 12 + 1)] }, 'over 10 milliarder kroner'],
    ['no number at all', { costs: [amount(Number.NaN)] }, 'ikke et helt antal øre'],
    [
      'income above the costs',
      { costs: [{ ...amount(1), kind: 'income', label: 'Salg' }] },
      'Indtægterne er større end omkostningerne',
    ],
    ['a thing worth more in the end', { costs: [asset({ scrapOre: 101 })] }, 'er mere værd til sidst'],
    ['a thing that lasts no time', { costs: [asset({ lifeYears: 0 })] }, 'fra 1 til 100'],
    ['pay as an asset', { costs: [asset({ kind: 'pay' })] }, 'kan ikke regnes på den måde'],
    [
      'a regulation above the costs',
      { costs: [amount(1)], regulations: [{ fromYear: 2024, amountOre: -200 }] },
      'Reguleringen er større',
    ],
    ['a regulation from this year', { regulations: [{ fromYear: 2026, amountOre: 1 }] }, 'et tidligere år'],
    [
      'a regulation twice',
      {
        regulations: [
          { fromYear: 2024, amountOre: 1 },
          { fromYear: 2024, amountOre: 1 },
        ],
      },
      'to gange',
    ],
    ['a sheet of another year', { year: 2025 }, 'reglerne er for 2026'],
  ])('%s', (_, changed, sentence) => {
    expect(() => calculate(input({ costs: [pay(1000)], ...changed }), ruleSet())).toThrow(sentence)
  })

  test('a rule nobody has said', () => {
    const interest = asset({ kind: 'interest' })
    expect(() => calculate(input({ costs: [interest] }), ruleSet({ 'tariff.interest.rate': undefined }))).toThrow(
      'er ikke oplyst for 2026',
    )
  })
})
