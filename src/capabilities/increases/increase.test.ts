import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Exact, exact, fromDecimal, one, zero } from '../../platform/values/exact.ts'
import { type Before, baselineKeys, exceeds, type Increase, limitKey, measured } from './increase.ts'

const cost = (ore: number, temporary = 0) => ({ price: exact(ore), temporary: exact(temporary) })
const earlier = (ore: number, places = 1, temporary = 0): Before => ({ ...cost(ore, temporary), places: exact(places) })
const percentOf = (increase: Increase): Exact | undefined => ('percent' in increase ? increase.percent : undefined)
const limit = (percent: string) => ({ percent: fromDecimal(percent) ?? zero })

describe('an increase', () => {
  test('is strictly more than the limit, or nobody has to report it', () => {
    const just = measured({ now: cost(10_500), before: [earlier(10_000)], pl: undefined })['last year']
    expect(exceeds(just, limit('5'))).toBe(false)
    const over = measured({ now: cost(10_501), before: [earlier(10_000)], pl: undefined })['last year']
    expect(exceeds(over, limit('5'))).toBe(true)
    expect(exceeds(over, limit('8'))).toBe(false)
  })

  test('is judged before anything is rounded: 5,004 percent is over 5', () => {
    const tariff = { price: exact(1_050_040n, 10n), temporary: zero }
    expect(exceeds(measured({ now: tariff, before: [earlier(100_000)], pl: undefined })['last year'], limit('5'))).toBe(true)
  })

  test('is less when last year is lifted by PL, and other without what regulates an earlier year', () => {
    const all = measured({ now: cost(10_600, 600), before: [earlier(10_000)], pl: exact(2) })
    expect(percentOf(all['last year'])).toEqual(exact(6))
    expect(percentOf(all['last year with PL'])).toEqual(exact(200, 51))
    expect(percentOf(all['without temporary'])).toEqual(zero)
  })

  test('of tariffs that became one is measured against them weighed by places', () => {
    const merged = measured({ now: cost(12_000), before: [earlier(10_000, 3), earlier(14_000, 1)], pl: undefined })
    expect(percentOf(merged['last year'])).toEqual(exact(1000, 110))
  })

  test('cannot be said when places are missing behind several prices, or PL, or the price before', () => {
    const nobody = measured({
      now: { price: exact(1), temporary: undefined },
      before: [earlier(10), { ...cost(20), places: undefined }],
      pl: undefined,
    })
    expect(baselineKeys.map((key) => percentOf(nobody[key]))).toEqual([undefined, undefined, undefined])
    expect(exceeds(nobody['last year'], limit('0'))).toBe(false)
    expect(measured({ now: cost(1), before: [], pl: one })['last year']).toEqual({ unknown: 'Taksten før er ikke oplyst helt.' })
    expect(measured({ now: cost(1), before: [earlier(0)], pl: one })['last year']).toEqual({
      unknown: 'Taksten før er ikke over nul.',
    })
  })

  test('stays between those of the parts when prices are merged', () => {
    const ore = fc.integer({ min: 1, max: 10_000_000 })
    const part = fc.record({ ore, places: fc.integer({ min: 1, max: 90 }) })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), ore, (parts, now) => {
        const merged = measured({ now: cost(now), before: parts.map((one) => earlier(one.ore, one.places)), pl: undefined })
        const { from } = merged['last year'] as { from: Exact }
        const amounts = parts.map((one) => one.ore)
        expect(from.n >= BigInt(Math.min(...amounts)) * from.d && from.n <= BigInt(Math.max(...amounts)) * from.d).toBe(true)
      }),
    )
  })
})

test('private offers have a limit of their own; all others share the public one', () => {
  expect(limitKey('private', 'residential')).toBe('tariff.threshold.private')
  expect(['municipal', 'regional', 'self_governing', undefined].map((one) => limitKey(one as never, 'residential'))).toEqual(
    Array(4).fill('tariff.threshold.public'),
  )
})

test('other places than residential have limits of their own, and what nobody has told the kind of is met as residential', () => {
  expect(limitKey('private', 'day')).toBe('tariff.threshold.private.day')
  expect(limitKey('municipal', 'respite')).toBe('tariff.threshold.public.respite')
  expect(limitKey('municipal', undefined)).toBe('tariff.threshold.public')
})
