import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { input, pay, ruleSet } from '../../../tests/tariffs/rules.ts'
import { exact, fromDecimal, sum, times, zero } from '../../platform/values/exact.ts'
import { calculate } from './calculate.ts'
import type { Grading } from './calculation.ts'
import { withChange } from './mid-year.ts'
import { rulesOf } from './rule-set.ts'
import { type SupervisionSize, sharedAmong, strictSupervision, supervisionSizes, supervisionTariff } from './sharing.ts'

const graded = (grading: Grading, basis = 1_825_000, service = 1_825_000) =>
  calculate(input({ costs: [pay(basis, 'basis'), pay(service)], grading }), ruleSet()).result.levels
const prices = (grading: Grading) => graded(grading).map(({ price }) => Number(price.ore) / 100)

describe('graded tariffs', () => {
  test('by weight: w × costs ÷ Σ(w × units)', () => {
    const levels = [
      { label: 'Lav', weight: '1', places: '5' },
      { label: 'Høj', weight: '1,5', places: '5' },
    ]
    expect(prices({ by: 'weights', levels })).toEqual([800, 1200])
  })

  test('by fixed steps: the base brings in the rest', () => {
    const levels = [
      { label: 'Takst 1', addOre: 0, places: '5' },
      { label: 'Takst 2', addOre: 50_000, places: '5' },
    ]
    expect(prices({ by: 'steps', levels })).toEqual([750, 1250])
  })

  test('by packages: basis + (n − ½) × interval, and package 1 is half an interval', () => {
    const levels = [
      { label: 'Pakke 1', number: 1, places: '5' },
      { label: 'Pakke 3', number: 3, places: '5' },
    ]
    expect(prices({ by: 'packages', intervalOre: 10_000, levels })).toEqual([550, 750])
    expect(prices({ by: 'packages', levels })).toEqual([667, 1333])
  })

  test('part time by factor, of the unrounded full-time tariff: 60, 85 and 100 percent', () => {
    const levels = [
      { label: 'Kort', band: '1-2', places: '4' },
      { label: 'Halv', band: '3', places: '2' },
      { label: 'Fuld', band: '4+', places: '4' },
    ] as const
    const [short = zero, half = zero, full = zero] = graded({ by: 'part time', levels: [...levels] }).map(
      ({ price }) => price.exact,
    )
    expect(short).toEqual(times(full, exact(60, 100)))
    expect(half).toEqual(times(full, exact(85, 100)))
  })

  test('whose places are not those of the calculation are refused', () => {
    expect(() => prices({ by: 'weights', levels: [{ label: 'Lav', weight: '1', places: '9' }] })).toThrow(
      'Pladserne på niveauerne',
    )
    expect(() => prices({ by: 'steps', levels: [{ label: 'Lav', addOre: 500_000, places: '10' }] })).toThrow('Trinene giver mere')
  })

  test('before rounding bring in the costs exactly, whatever the weights', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 100_000_000 }), (all, kroner) => {
        const levels = all.map((weight, at) => ({ label: `${at}`, weight: `${weight / 100}`, places: '1' }))
        const places = [{ count: String(all.length), from: '2026-01-01', until: '2027-01-01' }]
        const occupancy = { from: 'set', percent: '97,3', reason: 'Test' } as const
        const { result } = calculate(
          input({ costs: [pay(kroner)], grading: { by: 'weights', levels }, counting: { by: 'places', places, occupancy } }),
          ruleSet(),
        )
        expect(sum(result.levels.map(({ price, units }) => times(price.exact, units)))).toEqual(result.costs.total)
      }),
    )
  })
})

describe('a change within the year', () => {
  test('is two tariffs, each for its days, and together they bring in the costs of their days', () => {
    const one = {
      by: 'places',
      places: [{ count: '1', from: '2026-01-01', until: '2027-01-01' }],
      occupancy: { from: 'set', percent: '100', reason: 'En' },
    } as const
    const year = (kroner: number) => input({ costs: [pay(kroner)], counting: { ...one, places: [...one.places] } })
    const { periods, remainder } = withChange(year(365_000), year(730_000), '2026-07-01', ruleSet())
    expect(periods.map(({ calculated }) => calculated.result.tariff.ore)).toEqual([100_000n, 200_000n])
    expect(periods.map(({ units }) => units)).toEqual([exact(181), exact(184)])
    expect(remainder).toEqual(zero)
    expect(() => withChange(year(1), year(1), '2027-01-01', ruleSet())).toThrow('inden årets udgang')
  })
})

describe('shared by weight', () => {
  test('shared financing by population sums to the amount', () => {
    const shares = sharedAmong(2_185_800_000, [
      { name: 'Faxe', weight: '38143' },
      { name: 'Greve', weight: '54120' },
      { name: 'Køge', weight: '63962' },
    ])
    expect(shares.reduce((all, { ore }) => all + ore, 0n)).toBe(2_185_800_000n)
    expect(() => sharedAmong(100, [{ name: 'Ingen', weight: '0' }])).toThrow('ingen at dele beløbet mellem')
  })

  test('supervision tariffs stand as 1 : 1,2 : 2 : 3, from the unrounded', () => {
    const sizes = Object.keys(supervisionSizes) as SupervisionSize[]
    const smallest = fromDecimal('20000.35') ?? zero
    const all = sizes.map((size) => supervisionTariff(smallest, size, rulesOf(ruleSet())))
    expect(all).toEqual([smallest, times(smallest, exact(6, 5)), times(smallest, exact(2)), times(smallest, exact(3))])
    expect(strictSupervision(exact(20_000), 3, rulesOf(ruleSet()))).toEqual(exact(6000))
  })
})
