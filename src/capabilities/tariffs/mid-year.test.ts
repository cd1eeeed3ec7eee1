import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { input, pay, ruleSet } from '../../../tests/tariffs/rules.ts'
import { addDays } from '../../platform/values/day.ts'
import { compare, exact, minus, plus, sum, times } from '../../platform/values/exact.ts'
import { calculate } from './calculate.ts'
import { yearOfPeriods } from './mid-year.ts'

const set = ruleSet()
const of = (kroner: number, from: string, until: string) => ({
  ...{ from, until },
  calculated: calculate(input({ costs: [pay(kroner)], period: { from, until } }), set),
})

const kroner = fc.integer({ min: 10_000, max: 90_000_000 })
const day = fc.integer({ min: 1, max: 364 }).map((count) => addDays('2026-01-01', count))

describe('the periods of a year', () => {
  test('of the same costs bring in what one tariff all year does, wherever the year is parted', () => {
    fc.assert(
      fc.property(kroner, day, (costs, on) => {
        const parted = yearOfPeriods([of(costs, '2026-01-01', on), of(costs, on, '2027-01-01')])
        const whole = calculate(input({ costs: [pay(costs)] }), set).result
        expect(sum(parted?.periods.map(({ income }) => income) ?? [])).toEqual(times(exact(whole.tariff.ore), whole.units))
        expect(sum(parted?.periods.map(({ units }) => units) ?? [])).toEqual(whole.units)
        expect(parted?.remainder).toEqual(whole.remainder)
      }),
    )
  })

  test('of any costs bring in those of their days, but for half a krone a day', () => {
    fc.assert(
      fc.property(kroner, kroner, day, (before, after, on) => {
        const { periods, remainder } = yearOfPeriods([of(before, '2026-01-01', on), of(after, on, '2027-01-01')]) ?? {}
        const [first, next] = periods ?? []
        if (!first || !next || !remainder) throw new Error('the periods cover the year')
        expect(minus(plus(first.income, next.income), plus(first.costs, next.costs))).toEqual(remainder)
        const most = times(plus(first.units, next.units), exact(50))
        expect(compare(remainder.n < 0n ? { n: -remainder.n, d: remainder.d } : remainder, most)).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('that leave days out, or have some twice, are no year', () => {
    expect(yearOfPeriods([of(1000, '2026-01-01', '2026-06-01'), of(1000, '2026-07-01', '2027-01-01')])).toBeUndefined()
    expect(yearOfPeriods([of(1000, '2026-01-01', '2026-08-01'), of(1000, '2026-07-01', '2027-01-01')])).toBeUndefined()
    expect(yearOfPeriods([of(1000, '2026-03-01', '2027-01-01')])).toBeUndefined()
    expect(yearOfPeriods([])).toBeUndefined()
  })

  test('lie within their year', () => {
    expect(() => of(1000, '2026-07-01', '2027-07-01')).toThrow('inden for 2026')
    expect(() => of(1000, '2026-07-01', '2026-07-01')).toThrow('slutte, efter at den begynder')
  })
})
