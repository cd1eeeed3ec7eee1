import type { Day } from '../../platform/values/day.ts'
import {
  compare,
  type Exact,
  exact,
  minus,
  one,
  over,
  plus,
  rounded,
  same,
  sum,
  times,
  zero,
} from '../../platform/values/exact.ts'

/** A tariff became another on a day. `places`: how many went; undefined: all that nothing else is told of. Danish: takstens slægtskab. */
export type Link = { from: number; to: number; places: Exact | undefined; day: Day }

/** What a tariff was at the end of the year before: the version that is compared with, and from when it stands. */
export type Root = { tariffId: number; versionId: number; places: Exact | undefined; day: Day }

/** Where the places of a tariff come from. `size`: how many in all; `share` of each root: undefined when it cannot be known. */
export type Pool = { size: Exact | undefined; shares: ReadonlyMap<number, Exact | undefined> }

/**
 * Follows every link of a span in the order of days, and tells of each tariff which roots its places come from. A root is told of as
 * it stood after its own day, so links of that day and before are in it already. What a tariff had when a day began goes out first;
 * one that first appears on the day hands on what came in. So a chain within a day is followed, in whatever order it was told, and
 * places are neither lost nor made: what is not told to have gone stays.
 * @example A of 10 places and B of 30 become C, which becomes D: D comes of A by 1/4 and of B by 3/4
 */
export function followed(roots: readonly Root[], links: readonly Link[]): Map<number, Pool> {
  const since = new Map(roots.map(({ tariffId, day }) => [tariffId, day]))
  const counts = ({ from, to, day }: Link) => day > (since.get(from) ?? '') && day > (since.get(to) ?? '')
  const pools = new Map(
    roots.map(({ tariffId, versionId, places }): [number, Pool] => [
      tariffId,
      { size: places, shares: new Map([[versionId, one]]) },
    ]),
  )
  for (const [, day] of grouped(links.filter(counts), ({ day }) => day).sort(([a], [b]) => (a < b ? -1 : 1))) move(pools, day)
  return pools
}

/** One day's links: out of what was there, then of what came in to those that were not there. */
function move(pools: Map<number, Pool>, links: readonly Link[]): void {
  const out = new Map(grouped(links, ({ from }) => from))
  const awaited = new Map(grouped(links, ({ to }) => to).map(([to, of]) => [to, of.length]))
  const before = new Map(pools)
  const came = new Map<number, Pool[]>()
  const arrive = (to: number, part: Pool | undefined) => {
    if (part) came.set(to, [...(came.get(to) ?? []), part])
    awaited.set(to, (awaited.get(to) ?? 0) - 1)
    if (awaited.get(to) === 0 && !before.has(to) && out.has(to)) ready.push(to)
  }
  const ready = [...out.keys()].filter((id) => before.has(id) || !awaited.has(id))
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const of = out.get(id) ?? []
    const pool = before.get(id) ?? mixed(came.get(id) ?? [])
    const { parts, left } = pool ? divided(pool, of) : { parts: [], left: undefined }
    if (left) pools.set(id, left)
    if (!before.has(id)) came.delete(id)
    for (const [at, { to }] of of.entries()) arrive(to, parts[at])
  }
  for (const [id, parts] of came) {
    const own = pools.get(id)
    const whole = mixed(own ? [own, ...parts] : parts)
    if (whole) pools.set(id, whole)
  }
}

/** What goes by each link, and what stays. More told than there is goes in proportion. */
function divided({ size, shares }: Pool, links: readonly Link[]): { parts: Pool[]; left: Pool } {
  const told = sum(links.flatMap(({ places }) => places ?? []))
  const untold = links.filter(({ places }) => places === undefined).length
  const scale = size !== undefined && compare(told, size) > 0 ? over(size, told) : one
  const rest = size === undefined ? undefined : minus(size, times(told, scale))
  const unknown = untold === 1 || (rest && same(rest, zero)) ? rest : undefined
  const parts = links.map(({ places }): Pool => ({ size: places === undefined ? unknown : times(places, scale), shares }))
  return { parts, left: { size: untold === 0 ? rest : zero, shares } }
}

/** Several as one; undefined when there are none. */
function mixed(pools: readonly Pool[]): Pool | undefined {
  const told = pools.filter(({ size }) => size === undefined || compare(size, zero) > 0)
  const [first, ...more] = told.length > 0 ? told : pools
  if (!first) return undefined
  if (more.length === 0) return first
  const all = [first, ...more]
  const ids = [...new Set(all.flatMap(({ shares }) => [...shares.keys()]))].sort((a, b) => a - b)
  const size = all.every((one) => one.size !== undefined) ? sum(all.flatMap((one) => one.size ?? [])) : undefined
  if (ids.length === 1) return { size, shares: new Map(ids.map((id) => [id, one])) }
  const known = size !== undefined && compare(size, zero) > 0
  const share = (id: number) => {
    if (!known) return undefined
    const parts = all.map((pool) => (pool.shares.has(id) ? mass(pool, id) : zero))
    return parts.includes(undefined) ? undefined : over(sum(parts.flatMap((part) => part ?? [])), size)
  }
  return { size, shares: new Map(ids.map((id) => [id, share(id)])) }
}

const mass = ({ size, shares }: Pool, id: number): Exact | undefined => {
  const share = shares.get(id)
  return size && share && times(size, share)
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const of = groups.get(keyOf(item))
    if (of) of.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups]
}

/** How many places came from each root, in the order of their versions; without number where that cannot be known. */
export const cameFrom = (pool: Pool): { versionId: number; places: Exact | undefined }[] =>
  [...pool.shares]
    .filter(([, share]) => pool.shares.size === 1 || share === undefined || compare(share, zero) > 0)
    .map(([versionId, share]) => ({ versionId, places: pool.size && share && times(pool.size, share) }))
    .sort((a, b) => a.versionId - b.versionId)

/** What the same cost before in whole øre, and how much it has changed as a share; undefined: it cannot be weighed. */
export function weighed(
  nowOre: number,
  before: readonly { amountOre: number; places: Exact | undefined }[],
): { beforeOre: number; change: Exact } | undefined {
  const price = weightedPrice(before)
  if (!price || compare(price, zero) <= 0) return undefined
  return { beforeOre: Number(rounded(price)), change: minus(over(exact(nowOre), price), one) }
}

/** The price before, weighted by places; one price, or several that are the same, need no weights. */
export function weightedPrice(before: readonly { amountOre: number; places: Exact | undefined }[]): Exact | undefined {
  const [first] = before
  if (!first) return undefined
  if (before.every(({ amountOre }) => amountOre === first.amountOre)) return exact(first.amountOre)
  const places = before.flatMap((one) => one.places ?? [])
  const all = places.reduce(plus, zero)
  if (places.length < before.length || compare(all, zero) <= 0) return undefined
  return over(sum(before.map(({ amountOre }, at) => times(exact(amountOre), places[at] ?? zero))), all)
}
