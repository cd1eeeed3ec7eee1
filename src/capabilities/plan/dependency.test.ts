import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../platform/values/refusal.ts'
import { fits, mustNotCircle, orderOf } from './dependency.ts'

const item = (id: number, parentId?: number) => ({ id, parentId })

describe('what waits for what', () => {
  test('an initiative may wait for another', () => {
    expect(() => mustNotCircle(item(1), item(2), [], [item(1), item(2)])).not.toThrow()
  })

  test('nothing waits for itself', () => {
    expect(() => mustNotCircle(item(1), item(1), [], [item(1)])).toThrow('kan ikke vente på sig selv')
  })

  test('two do not wait for each other, not even through a third', () => {
    const items = [item(1), item(2), item(3)]
    const waits = [
      { fromId: 1, toId: 2 },
      { fromId: 2, toId: 3 },
    ]
    expect(() => mustNotCircle(item(3), item(1), waits, items)).toThrow('vente på hinanden')
    expect(() => mustNotCircle(item(1), item(3), waits, items)).not.toThrow()
  })

  test('a phase does not wait for the initiative it is a part of, nor the initiative for its phase', () => {
    const items = [item(1), item(2, 1)]
    expect(() => mustNotCircle(item(2, 1), item(1), [], items)).toThrow(Refusal)
    expect(() => mustNotCircle(item(1), item(2, 1), [], items)).toThrow(Refusal)
  })

  test('a phase does not wait for an initiative that waits for the whole the phase is a part of', () => {
    const items = [item(1), item(2, 1), item(3)]
    expect(() => mustNotCircle(item(2, 1), item(3), [{ fromId: 3, toId: 1 }], items)).toThrow(Refusal)
  })

  test('two phases of one initiative may wait for each other in turn', () => {
    const items = [item(1), item(2, 1), item(3, 1)]
    expect(() => mustNotCircle(item(3, 1), item(2, 1), [], items)).not.toThrow()
  })

  test('whatever is connected, an order remains in which everything can begin and end', () => {
    const asked = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 30 })
    const parents = fc.array(fc.option(fc.nat(7), { nil: undefined }), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(asked, parents, (pairs, above) => {
        const items = above.map((parent, id) => item(id, parent !== undefined && parent < id ? parent : undefined))
        const waits: { fromId: number; toId: number }[] = []
        for (const [fromId, toId] of pairs) {
          const refused = refusedFor(() => mustNotCircle({ id: fromId }, { id: toId }, waits, items))
          expect(refused).toBe(!canBeOrdered(orderOf([...waits, { fromId, toId }], items)))
          if (!refused) waits.push({ fromId, toId })
        }
        expect(canBeOrdered(orderOf(waits, items))).toBe(true)
      }),
    )
  })
})

function refusedFor(deed: () => void): boolean {
  try {
    deed()
    return false
  } catch (error) {
    if (error instanceof Refusal) return true
    throw error
  }
}

/** Takes away, again and again, whatever waits for nothing: all of it goes when nothing waits in a circle. */
function canBeOrdered(first: ReadonlyMap<number, number[]>): boolean {
  const moments = new Set([...first.keys(), ...[...first.values()].flat()])
  for (let size = -1; size !== moments.size; ) {
    size = moments.size
    for (const moment of [...moments])
      if (!(first.get(moment) ?? []).some((earlier) => moments.has(earlier))) moments.delete(moment)
  }
  return moments.size === 0
}

test('a link points to the kind of thing it speaks of', () => {
  expect(fits('carries', 'initiative', 'area')).toBe(true)
  expect(fits('carries', 'initiative', 'purpose')).toBe(false)
  expect(fits('carries', 'phase', 'area')).toBe(false)
})
