import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countShownText, type ShownCount, shownCount, shownSum, sumShownText } from './small-count.ts'

const LIMIT = 5
const table = fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }), { minLength: 4, maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
})

type Counts = (number | undefined)[][]

const masked = (counts: Counts): (ShownCount | undefined)[][] =>
  counts.map((row) => row.map((count) => (count === undefined ? undefined : shownCount(count, LIMIT))))

/** Everything a reader is given: the cells, and the sums of rows, columns and all. */
const given = (counts: Counts) => {
  const rows = masked(counts)
  const columns = (rows[0] ?? []).map((_, at) => rows.map((row) => row[at]))
  return JSON.stringify([
    rows.map((row) => row.map((one) => one ?? null)),
    rows.map(shownSum),
    columns.map(shownSum),
    shownSum(rows.flat()),
  ])
}

describe('a small count of persons', () => {
  test.each([
    [0, '0'],
    [1, '1-4'],
    [4, '1-4'],
    [5, '5'],
    [1250, '1.250'],
  ])('of %d is shown as %s', (count, text) => {
    expect(countShownText(shownCount(count, LIMIT), LIMIT)).toBe(text)
  })

  test('is in a sum only as the one person everybody knows of', () => {
    expect(sumShownText(shownSum([7, 'few', 'few', undefined, 0]))).toBe('mindst 9')
    expect(sumShownText(shownSum([7, 0, undefined]))).toBe('7')
  })

  test('cannot be worked out: any other hidden counts in its place give exactly the same table and sums', () => {
    fc.assert(
      fc.property(table, fc.array(fc.integer({ min: 1, max: LIMIT - 1 }), { minLength: 24, maxLength: 24 }), (counts, others) => {
        const next = others[Symbol.iterator]()
        const swapped = counts.map((row) =>
          row.map((count) => (count !== undefined && count > 0 && count < LIMIT ? (next.next().value ?? 1) : count)),
        )
        expect(given(swapped)).toBe(given(counts))
      }),
    )
  })

  test('is never more than it is in a sum', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const real = counts.flat().reduce<number>((sum, count) => sum + (count ?? 0), 0)
        const { atLeast, exact } = shownSum(masked(counts).flat())
        expect(exact ? atLeast === real : atLeast <= real).toBe(true)
      }),
    )
  })
})
