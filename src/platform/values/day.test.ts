import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, isDay } from './day.ts'

test.each([
  ['2026-03-02', -6, '2025-09-02'],
  ['2026-08-31', -6, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2026-05-05', 0, '2026-05-05'],
])('%s and %d months are %s', (day, count, then) => expect(addMonths(day, count)).toBe(then))

test('months later is always a day that exists, in the month that was meant', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1970-01-01', count))
  fc.assert(
    fc.property(days, fc.integer({ min: -240, max: 240 }), (day, count) => {
      const then = addMonths(day, count)
      const monthsOf = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7))
      expect(isDay(then)).toBe(true)
      expect(monthsOf(then) - monthsOf(day)).toBe(count)
    }),
  )
})
