import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { all, input, pay, ruleSet } from '../../../tests/tariffs/rules.ts'
import { compare, exact, minus, over, plus, same, times } from '../../platform/values/exact.ts'
import { calculate } from './calculate.ts'
import type { CalculationInput, CostLine } from './calculation.ts'
import { costKindKeys } from './calculation.ts'
import { rulesOf } from './rule-set.ts'
import { waterfall } from './waterfall.ts'

const rules = ruleSet()
const set = (percent: string) => ({ from: 'set', percent, reason: 'Test' }) as const

const counted = (count: string, percent = '100'): CalculationInput['counting'] => ({
  by: 'places',
  places: all(count),
  occupancy: set(percent),
})

const plain = costKindKeys.filter((kind) => kind !== 'income')
const lines = fc.array(
  fc.record({
    kind: fc.constantFrom(...plain),
    part: fc.constantFrom('basis' as const, 'service' as const),
    label: fc.constant('Linje'),
    form: fc.constant('amount' as const),
    amountOre: fc.integer({ min: 0, max: 10 ** 12 }),
  }),
  { minLength: 1, maxLength: 25 },
)
const tenths = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((tenth) => String(tenth / 10))
const anything: fc.Arbitrary<CalculationInput> = fc
  .tuple(lines, tenths(1, 200), tenths(95, 100), fc.integer({ min: 1, max: 366 }))
  .map(([costs, places, percent, days]) =>
    input({
      costs,
      counting: { by: 'places', places: all(places), occupancy: set(percent), days: { count: days, reason: 'Test' } },
    }),
  )

describe('the waterfall between two years', () => {
  test('tells what each number moved, in the rule’s order', () => {
    const before = calculate(input(), rules).result
    const after = calculate(input({ costs: [pay(4_015_000)], counting: counted('11') }), rules).result
    expect(waterfall(before, after, rulesOf(rules)).bars).toEqual([
      { key: 'pay', name: 'Løn', ore: 10_000n },
      { key: 'places', name: 'Pladser', ore: -10_000n },
    ])
    expect(waterfall(before, after, rulesOf(ruleSet({ 'tariff.waterfall.order': 'volume first' }))).bars).toEqual([
      { key: 'places', name: 'Pladser', ore: -9_091n },
      { key: 'pay', name: 'Løn', ore: 9_091n },
    ])
  })

  test('sums to the change in øre, whatever moved', () => {
    fc.assert(
      fc.property(anything, anything, (before, after) => {
        const { from, bars, rounding, to } = waterfall(
          calculate(before, rules).result,
          calculate(after, rules).result,
          rulesOf(rules),
        )
        expect(from + bars.reduce((sum, { ore }) => sum + ore, 0n) + rounding).toBe(to)
        expect(rounding > -200n && rounding < 200n).toBe(true)
      }),
    )
  })

  test('is not made between a price per day and one per hour', () => {
    const hour = calculate(input({ unit: 'hour', counting: { by: 'hours', hours: '100' } }), rules).result
    expect(() => waterfall(calculate(input(), rules).result, hour, rulesOf(rules))).toThrow('ikke regnet pr. samme enhed')
  })
})

describe('every tariff', () => {
  test('times its units is its costs, before rounding; and the remainder is what rounding moved', () => {
    fc.assert(
      fc.property(anything, (one) => {
        const { tariff, units, costs, remainder } = calculate(one, rules).result
        expect(same(times(tariff.exact, units), costs.total)).toBe(true)
        expect(same(remainder, times(minus(exact(tariff.ore), tariff.exact), units))).toBe(true)
      }),
    )
  })

  test('never falls when a cost rises', () => {
    fc.assert(
      fc.property(anything, fc.nat(), fc.integer({ min: 1, max: 10 ** 6 }), (one, at, more) => {
        const raised = one.costs.map(
          (line, index): CostLine =>
            index === at % one.costs.length && line.form === 'amount'
              ? { ...line, amountOre: Math.min(line.amountOre + more, 10 ** 12) }
              : line,
        )
        const [low, high] = [calculate(one, rules).result.tariff, calculate({ ...one, costs: raised }, rules).result.tariff]
        expect(compare(high.exact, low.exact)).toBeGreaterThanOrEqual(0)
        expect(high.ore >= low.ore).toBe(true)
      }),
    )
  })

  test('of a year and a month go back to the day unrounded', () => {
    fc.assert(
      fc.property(anything, (one) => {
        const { tariff, yearly, month, days } = calculate(one, rules).result
        expect(same(over(yearly?.exact ?? exact(0), exact(days ?? 1)), tariff.exact)).toBe(true)
        expect(same(times(month?.exact ?? exact(0), exact(12)), yearly?.exact ?? exact(1))).toBe(true)
      }),
    )
  })

  test('is the sum of its parts, exact and published, and calculated twice is the same', () => {
    fc.assert(
      fc.property(anything, (one) => {
        const { result, steps } = calculate(one, rules)
        expect(same(plus(result.parts.basis.exact, result.parts.service.exact), result.tariff.exact)).toBe(true)
        expect(result.parts.basis.ore + result.parts.service.ore).toBe(result.tariff.ore)
        expect(calculate(one, rules)).toEqual({ result, steps })
      }),
    )
  })
})
