import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, type Exact, exact, fraction, plus, same, sum, times, zero } from '../../platform/values/exact.ts'
import { cameFrom, followed, type Link, type Pool, type Root, weighed, weightedPrice } from './lineage.ts'

const root = (tariffId: number, places?: number, day = '2025-01-01'): Root => ({
  tariffId,
  versionId: tariffId,
  places: places === undefined ? undefined : exact(places),
  day,
})
const link = (from: number, to: number, places?: number, day = '2026-01-01'): Link => ({
  from,
  to,
  places: places === undefined ? undefined : exact(places),
  day,
})
const [A, B, C, D, E] = [1, 2, 3, 4, 5] as const

/** 'A 10, B 30' as [[1, '10'], [2, '30']]. */
const of = (pools: ReadonlyMap<number, Pool>, id: number) =>
  cameFrom(pools.get(id) ?? { size: zero, shares: new Map() }).map(({ versionId, places }) => [
    versionId,
    places && fraction(places),
  ])

describe('a tariff is followed', () => {
  test('through a rename of a rename', () => {
    const pools = followed([root(A, 10)], [link(A, B), link(B, C)])
    expect(of(pools, C)).toEqual([[A, '10']])
  })

  test('through a rename in the year and one more later in it', () => {
    const pools = followed([root(A, 10)], [link(A, B), link(B, C, undefined, '2026-07-01')])
    expect(of(pools, C)).toEqual([[A, '10']])
  })

  test('through a rename and then a split', () => {
    const pools = followed([root(A, 10)], [link(A, B), link(B, C, 6), link(B, D, 4)])
    expect([of(pools, C), of(pools, D)]).toEqual([[[A, '6']], [[A, '4']]])
  })

  test('through a merger and then a rename', () => {
    const pools = followed([root(A, 10), root(B, 30)], [link(A, C), link(B, C), link(C, D)])
    expect(of(pools, D)).toEqual([
      [A, '10'],
      [B, '30'],
    ])
  })

  test('through a merger and then a split, each part being of both', () => {
    const pools = followed([root(A, 10), root(B, 30)], [link(A, C), link(B, C), link(C, D, 10), link(C, E, 30)])
    expect(of(pools, D)).toEqual([
      [A, '5/2'],
      [B, '15/2'],
    ])
    expect(of(pools, E)).toEqual([
      [A, '15/2'],
      [B, '45/2'],
    ])
  })

  test('when the places of one part of a split are not told: it is the rest', () => {
    const pools = followed([root(A, 10), root(B, 20)], [link(A, C, 4), link(A, D), link(B, D)])
    expect(of(pools, D)).toEqual([
      [A, '6'],
      [B, '20'],
    ])
  })

  test('in proportion when more places are told to have gone than there were', () => {
    const pools = followed([root(A, 10)], [link(A, C, 6), link(A, D, 6)])
    expect([of(pools, C), of(pools, D)]).toEqual([[[A, '5']], [[A, '5']]])
  })

  test('only from its own day: what was before is in its places already', () => {
    const pools = followed([root(A, 10), root(B, 6, '2025-07-01')], [link(A, B, 4, '2025-07-01'), link(B, C)])
    expect(of(pools, C)).toEqual([[B, '6']])
  })

  test('out of what it had when the day began, before what came in that day', () => {
    const pools = followed([root(A, 10), root(B, 5)], [link(B, A), link(A, C, 4)])
    expect(of(pools, C)).toEqual([[A, '4']])
    expect(of(pools, A)).toEqual([
      [A, '6'],
      [B, '5'],
    ])
  })

  test('without weights when places are not told, and by its price all the same when it has but one', () => {
    const pools = followed([root(A), root(B, 30)], [link(A, C), link(B, C), link(A, D)])
    expect(of(pools, C)).toEqual([
      [A, undefined],
      [B, undefined],
    ])
    expect(of(pools, D)).toEqual([[A, undefined]])
    expect(weightedPrice([{ amountOre: 100, places: undefined }])).toEqual(exact(100))
    expect(
      weightedPrice([
        { amountOre: 100, places: undefined },
        { amountOre: 200, places: exact(1) },
      ]),
    ).toBeUndefined()
  })

  test('and is weighed by places', () => {
    const told = [
      { amountOre: 100_000, places: exact(10) },
      { amountOre: 200_000, places: exact(30) },
    ]
    expect(weighed(210_000, told)).toEqual({ beforeOre: 175_000, change: exact(1, 5) })
  })
})

/** Lineage as it may be told: of four tariffs that were, and others that came, over three days. */
const places = fc.integer({ min: 1, max: 50 })
const days = ['2026-01-01', '2026-05-01', '2026-09-01'] as const
const told = fc.record({
  roots: fc.array(places, { minLength: 1, maxLength: 4 }).map((all) => all.map((count, at) => root(at + 1, count))),
  links: fc.uniqueArray(
    fc
      .record({
        from: fc.integer({ min: 1, max: 8 }),
        to: fc.integer({ min: 1, max: 9 }),
        places: fc.option(places, { nil: undefined }),
        day: fc.constantFrom(...days),
      })
      .filter(({ from, to }) => from < to || to < 3)
      .filter(({ from, to }) => from !== to),
    { selector: ({ from, to }) => `${from}-${to}`, maxLength: 12 },
  ),
})
const linksOf = (links: readonly { from: number; to: number; places: number | undefined; day: string }[]) =>
  links.map(({ from, to, places, day }) => link(from, to, places, day))

const total = (pools: ReadonlyMap<number, Pool>, versionId: number): Exact | undefined => {
  const parts = [...pools.values()].map(({ size, shares }) => {
    if (!shares.has(versionId) || (size && same(size, zero))) return zero
    const share = shares.get(versionId)
    return size && share && times(size, share)
  })
  return parts.includes(undefined) ? undefined : sum(parts.flatMap((part) => part ?? []))
}

describe('whatever is told', () => {
  test('places are neither lost nor made', () => {
    fc.assert(
      fc.property(told, ({ roots, links }) => {
        const pools = followed(roots, linksOf(links))
        for (const { versionId, places } of roots) {
          const now = total(pools, versionId)
          if (now && places) expect(fraction(now)).toBe(fraction(places))
        }
      }),
    )
  })

  test('and none is unknown where the places of every link are told', () => {
    fc.assert(
      fc.property(told, ({ roots, links }) => {
        const all = linksOf(links.map((one) => ({ ...one, places: one.places ?? 3 })))
        const pools = followed(roots, all)
        const sizes = [...pools.values()].map(({ size }) => size)
        expect(sizes).not.toContain(undefined)
        expect(sum(sizes.flatMap((size) => size ?? []))).toEqual(roots.map(({ places }) => places ?? zero).reduce(plus, zero))
      }),
    )
  })

  test('the price before lies between the smallest and the largest', () => {
    const priced = fc.array(fc.record({ amountOre: fc.integer({ min: 1, max: 10_000_000 }), places }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(priced, (before) => {
        const price = weightedPrice(before.map((one) => ({ ...one, places: exact(one.places) })))
        const amounts = before.map(({ amountOre }) => amountOre)
        expect(price && compare(price, exact(Math.min(...amounts)))).toBeGreaterThanOrEqual(0)
        expect(price && compare(price, exact(Math.max(...amounts)))).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('the order in which it is told does not matter', () => {
    fc.assert(
      fc.property(told, fc.infiniteStream(fc.nat()), ({ roots, links }, random) => {
        const shuffled = links
          .map((one) => ({ one, by: random.next().value ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one)
        const [first, second] = [followed(roots, linksOf(links)), followed(roots.toReversed(), linksOf(shuffled))]
        for (const id of new Set([...first.keys(), ...second.keys()])) expect(of(second, id)).toEqual(of(first, id))
      }),
    )
  })
})
