import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Party } from '../parties/index.ts'
import { columnTally, type Matrix, partyTally, rowTally, type Standing, stateCounts, withPrinciple } from './matrix.ts'
import { stateKeys } from './status.ts'

const standing = fc.record({
  state: fc.option(fc.constantFrom(...stateKeys), { nil: undefined }),
  approved: fc.boolean(),
  stale: fc.boolean(),
  example: fc.boolean(),
})

const matrices: fc.Arbitrary<Matrix> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(standing, { minLength: rows, maxLength: rows }), { minLength: columns, maxLength: columns }).map((all) => ({
      areas: Array.from({ length: rows }, (_, at) => ({
        id: at,
        key: `A${at}`,
        title: `Område ${at}`,
        principle: { key: `P${at % 2}`, slug: `p${at % 2}`, title: `Princip ${at % 2}` },
      })),
      columns: all.map((standings, at) => ({ party: { id: at } as Party, standings })),
    })),
  )

test('rows, columns and states count the same cells, and none is counted as reported that is not', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const rows = matrix.areas.map((_, at) => rowTally(matrix, at))
      const columns = matrix.columns.map((column) => columnTally(column))
      const reported = (list: { reported: number }[]) => list.reduce((sum, { reported }) => sum + reported, 0)
      const cells = matrix.areas.length * matrix.columns.length
      expect(reported(rows)).toBe(reported(columns))
      expect(reported(rows) + (stateCounts(matrix).get('none') ?? 0)).toBe(cells)
      expect([...stateCounts(matrix).values()].reduce((a, b) => a + b, 0)).toBe(cells)
      expect(rows.every(({ of }) => of === matrix.columns.length)).toBe(true)
      expect(columns.every(({ of }) => of === matrix.areas.length)).toBe(true)
    }),
  )
})

test('the matrices of the principles together are the whole', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const parts = ['p0', 'p1'].filter((slug) => matrix.areas.some(({ principle }) => principle.slug === slug))
      const areas = parts.flatMap((slug) => withPrinciple(matrix, slug).areas)
      expect(areas.map(({ key }) => key).sort()).toEqual(matrix.areas.map(({ key }) => key).sort())
      expect(withPrinciple(matrix, 'findes-ikke')).toEqual(matrix)
    }),
  )
})

test('a party counts as having reported when it has said one thing', () => {
  const said: Standing = { state: 'planned', approved: false, stale: false, example: false }
  const silent: Standing = { ...said, state: undefined }
  const party = {} as Party
  expect(
    partyTally({
      areas: [],
      columns: [
        { party, standings: [silent, said] },
        { party, standings: [silent, silent] },
      ],
    }),
  ).toEqual({
    reported: 1,
    of: 2,
  })
})
