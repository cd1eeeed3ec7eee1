import { expect, test } from 'vitest'
import { freshnessOf } from '../offers/index.ts'
import { agoText } from './freshness.ts'

const limits = { freshDays: 7, ageingDays: 21 }

test.each([
  ['2026-03-29', 'fresh', 'i dag'],
  ['2026-03-28', 'fresh', 'i går'],
  ['2026-03-22', 'fresh', 'for 7 dage siden'],
  ['2026-03-21', 'ageing', 'for 8 dage siden'],
  ['2026-03-08', 'ageing', 'for 21 dage siden'],
  ['2026-03-07', 'stale', 'for 22 dage siden'],
  ['2025-03-29', 'stale', 'for 365 dage siden'],
])('on the day the clocks go forward, what was confirmed %s is %s', (day, freshness, ago) => {
  expect(freshnessOf(day, { day: '2026-03-29', ...limits })).toBe(freshness)
  expect(agoText(day, '2026-03-29')).toBe(ago)
})

test('other rules move the boundaries', () => {
  const at = (freshDays: number, ageingDays: number) => freshnessOf('2026-03-01', { day: '2026-03-11', freshDays, ageingDays })
  expect([at(10, 21), at(9, 21), at(9, 10), at(9, 9)]).toEqual(['fresh', 'ageing', 'ageing', 'stale'])
})
