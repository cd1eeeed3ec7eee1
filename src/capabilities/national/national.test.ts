import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../platform/values/refusal.ts'
import { type Figure, isStale, lastDayOf, linesOf, mustBeKnown, replaced, rowsOf, standing, valueIn } from './national.ts'

const figure = (id: number, of: Partial<Figure>): Figure => ({
  id,
  groupKey: 'secure',
  nationalOfferId: undefined,
  measure: 'occupancy',
  year: 2016,
  quarter: undefined,
  value: 75,
  note: undefined,
  source: 'Rammeaftale 2018-19',
  sourceDay: '2017-06-12',
  sourceUrl: undefined,
  actorName: 'Fælles',
  example: false,
  recordedAt: new Date('2026-01-01T00:00:00Z'),
  ...of,
})

describe('figures of national offers', () => {
  test('the newest row of a span holds, and the one before stays to be read', () => {
    const rows = [figure(1, {}), figure(2, { value: 78 })]
    expect(standing(rows).map(({ value }) => value)).toEqual([78])
    expect(replaced(rows).map(({ id }) => id)).toEqual([1])
  })

  test('a figure taken back is no figure, which is not 0', () => {
    expect(standing([figure(1, {}), figure(2, { value: undefined })])).toEqual([])
    expect(standing([figure(1, { value: 0 })])).toHaveLength(1)
  })

  test('years nobody told of stand in the table as such, up to last year', () => {
    const [line] = linesOf([figure(1, {}), figure(2, { year: 2019 })], 'occupancy')
    const rows = line ? rowsOf(line, '2026-03-02') : []
    expect(rows.map((row) => ('figure' in row ? row.figure.year : [row.from, row.to]))).toEqual([
      2016,
      [2017, 2018],
      2019,
      [2020, 2025],
    ])
  })

  test('years told and not told together are every year once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1995, max: 2025 }), { minLength: 1 }), (years) => {
        const [line] = linesOf(
          years.map((year, at) => figure(at, { year })),
          'occupancy',
        )
        const told = (line ? rowsOf(line, '2026-03-02') : []).flatMap((row) =>
          'figure' in row ? [row.figure.year] : Array.from({ length: row.to - row.from + 1 }, (_, at) => row.from + at),
        )
        const first = Math.min(...years)
        expect(told).toEqual(Array.from({ length: 2026 - first }, (_, at) => first + at))
      }),
    )
  })

  test('are old when their span ended longer ago than the rule allows', () => {
    const [line] = linesOf([figure(1, { year: 2023 })], 'occupancy')
    expect(line && isStale(line, '2025-12-31', 24)).toBe(false)
    expect(line && isStale(line, '2026-01-01', 24)).toBe(true)
  })

  test('an occupancy is not known before its quarter is over, a count is when the year has begun', () => {
    expect(() => mustBeKnown({ year: 2026, quarter: 1 }, 'occupancy', '2026-03-31')).toThrow('slutter først 31. marts 2026')
    expect(() => mustBeKnown({ year: 2026, quarter: 1 }, 'occupancy', '2026-04-01')).not.toThrow()
    expect(() => mustBeKnown({ year: 2026, quarter: undefined }, 'offers', '2026-01-01')).not.toThrow()
    expect(() => mustBeKnown({ year: 2027, quarter: undefined }, 'offers', '2026-12-31')).toThrow(Refusal)
    expect(lastDayOf({ year: 2024, quarter: undefined })).toBe('2024-12-31')
  })

  test.each([
    ['97,5', 'occupancy', 97.5],
    ['104', 'occupancy', 104],
    ['0', 'offers', 0],
  ] as const)('»%s« as %s is %d', (written, measure, value) => {
    expect(valueIn(written, measure)).toBe(value)
  })

  test.each([
    ['201', 'occupancy'],
    ['2,5', 'offers'],
    ['mange', 'places'],
    ['-1', 'places'],
  ] as const)('»%s« as %s is refused', (written, measure) => {
    expect(() => valueIn(written, measure)).toThrow(Refusal)
  })
})
