import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../platform/values/day.ts'
import { lastDay, mustBeLater, overlap, periodOf, periodText, quarterAfter } from './period.ts'

const day = fc.integer({ min: 0, max: 9000 }).map((count) => addDays('2016-01-01', count))

describe('a period', () => {
  test.each([
    ['2026-01-01', '2026-12-31', '2026'],
    ['2026-04-01', '2026-06-30', '2. kvartal 2026'],
    ['2026-10-01', '2026-12-31', '4. kvartal 2026'],
    ['2026-03-01', '2026-03-01', '1. marts 2026'],
    ['2026-03-01', '2026-03-10', '1. marts 2026 til 10. marts 2026'],
  ])('from %s to %s is told as %s', (from, to, text) => {
    expect(periodOf(from, to).text).toBe(text)
  })

  test('is told in the words that were given, when there are any', () => {
    expect(periodOf('2026-03-01', '2026-05-31', 'forår 2026')).toEqual({
      text: 'forår 2026',
      from: '2026-03-01',
      until: '2026-06-01',
    })
  })

  test('does not end before it begins', () => {
    expect(() => periodOf('2026-03-02', '2026-03-01')).toThrow('slutter, før den begynder')
  })

  test('gives its last day back, and its words never say another day', () => {
    fc.assert(
      fc.property(day, fc.nat(900), (from, days) => {
        const last = addDays(from, days)
        const period = periodOf(from, last)
        expect(lastDay(period)).toBe(last)
        expect(period.text).toBe(periodText(period))
        expect(period.text).toContain(last.slice(0, 4))
      }),
    )
  })

  test('shares a day with another exactly when some day lies in both', () => {
    fc.assert(
      fc.property(day, fc.nat(60), day, fc.nat(60), (a, lengthA, b, lengthB) => {
        const one = periodOf(a, addDays(a, lengthA))
        const other = periodOf(b, addDays(b, lengthB))
        const shared = Array.from({ length: lengthA + 1 }, (_, count) => addDays(a, count)).some(
          (at) => at >= other.from && at < other.until,
        )
        expect(overlap(one, other)).toBe(shared)
      }),
    )
  })

  test('quarters follow each other without a gap', () => {
    expect(quarterAfter('2024-11-20')).toBe('2025-01-01')
    fc.assert(fc.property(day, (from) => quarterAfter(from) > from && quarterAfter(from) <= addDays(from, 92)))
  })
})

describe('a postponement', () => {
  const old = periodOf('2025-05-02', '2025-05-02')

  test('moves forward', () => {
    expect(() => mustBeLater(old, periodOf('2025-08-08', '2025-08-08'))).not.toThrow()
  })

  test('moves neither back nor nowhere', () => {
    expect(() => mustBeLater(old, periodOf('2025-04-01', '2025-08-08'))).toThrow('frem i tiden')
    expect(() => mustBeLater(old, old)).toThrow('den samme')
  })
})
