import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divide, goesWhole } from './lineage.ts'

const places = fc
  .integer({ min: 0, max: 500 })
  .chain((approved) =>
    fc.record({ approved: fc.constant(approved), inUse: fc.option(fc.integer({ min: 0, max: approved }), { nil: undefined }) }),
  )

test('when places are divided none is lost, none is made, and never are more in use than approved', () => {
  fc.assert(
    fc.property(places, fc.nat(500), (before, asked) => {
      const taken = asked % (before.approved + 1)
      const { stays, goes } = divide(before, taken)
      expect((stays.approved ?? 0) + (goes.approved ?? 0)).toBe(before.approved)
      if (before.inUse === undefined) return
      expect((stays.inUse ?? 0) + (goes.inUse ?? 0)).toBe(before.inUse)
      for (const part of [stays, goes]) {
        expect(part.inUse ?? 0).toBeGreaterThanOrEqual(0)
        expect(part.inUse ?? 0).toBeLessThanOrEqual(part.approved ?? 0)
      }
    }),
  )
})

test('five of ten places take half of those in use with them', () => {
  expect(divide({ approved: 10, inUse: 8 }, 5)).toEqual({ stays: { approved: 5, inUse: 4 }, goes: { approved: 5, inUse: 4 } })
})

test('all of a number nobody has told go, but not some of them', () => {
  const unknown = { approved: undefined, inUse: undefined }
  expect(divide(unknown, 'all').goes).toBe(unknown)
  expect(divide(unknown, 0).stays).toBe(unknown)
  expect(() => divide(unknown, 3, 'antal-1')).toThrow('ikke oplyst, hvor mange')
})

test('more than there is cannot go', () => {
  expect(() => divide({ approved: 4, inUse: 4 }, 5)).toThrow('Der er 4 pladser')
})

test('a unit goes itself when all its places go, and an empty unit does not', () => {
  const places = { approved: 4, inUse: 2 }
  expect(
    goesWhole([
      { places, taken: 4 },
      { places, taken: 'all' },
    ]),
  ).toBe(true)
  expect(
    goesWhole([
      { places, taken: 4 },
      { places, taken: 1 },
    ]),
  ).toBe(false)
  expect(goesWhole([])).toBe(false)
})
