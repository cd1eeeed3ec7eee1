import {
  compare,
  type Exact,
  exact,
  minus,
  one,
  over,
  percent,
  plus,
  same,
  sum,
  times,
  zero,
} from '../../platform/values/exact.ts'
import type { Ownership, PlaceKind } from '../offers/index.ts'

/** What an increase can be measured against. Danish: målegrundlag. */
export const baselines = {
  'last year': 'taksten året før',
  'last year with PL': 'taksten året før, fremskrevet med PL',
  'without temporary': 'taksten året før, begge uden midlertidig regulering',
} as const
export type Baseline = keyof typeof baselines
export const baselineKeys = Object.keys(baselines) as Baseline[]

/** A price in øre per unit, before rounding where that is known. `temporary`: what of it regulates an earlier year; undefined: not told. */
export type Cost = { price: Exact; temporary: Exact | undefined }

/** What the same cost before; `places` is its weight where there are several. */
export type Before = Cost & { places: Exact | undefined }

/** What is compared. `pl`: the year's price and wage rise in percent, when it is known. */
export type Compared = { now: Cost; before: readonly Before[]; pl: Exact | undefined }

/** From what, to what, and by how many percent, all unrounded; or why it cannot be said. */
export type Increase = { from: Exact; to: Exact; percent: Exact } | { unknown: string }

/**
 * The increase against each baseline. Prices that have become one are weighed by their places.
 * @example measured({ now: { price: exact(10_600), temporary: zero }, before: [{ price: exact(10_000), temporary: zero, places: one }], pl: exact(2) })
 *   // last year 6 %; with PL 10600/10200 − 1 = 3,92 %; without temporary 6 %
 */
export function measured({ now, before, pl }: Compared): Record<Baseline, Increase> {
  const was = weighed(before, ({ price }) => price)
  const permanent = weighed(before, ({ price, temporary }) => temporary && minus(price, temporary))
  const isPermanent = now.temporary && minus(now.price, now.temporary)
  return {
    'last year': between(was, now.price),
    'last year with PL':
      pl === undefined
        ? { unknown: 'Årets PL er ikke oplyst.' }
        : between('value' in was ? { value: times(was.value, plus(one, percent(pl))) } : was, now.price),
    'without temporary': isPermanent
      ? between(permanent, isPermanent)
      : { unknown: 'Den midlertidige regulering er ikke oplyst for den nye takst.' },
  }
}

type Weighed = { value: Exact } | { unknown: string }

function between(from: Weighed, to: Exact): Increase {
  if ('unknown' in from) return from
  if (compare(from.value, zero) <= 0) return { unknown: 'Taksten før er ikke over nul.' }
  return { from: from.value, to, percent: times(minus(over(to, from.value), one), exact(100)) }
}

function weighed(before: readonly Before[], costOf: (one: Before) => Exact | undefined): Weighed {
  const costs = before.map(costOf)
  const known = costs.filter((cost) => cost !== undefined)
  const [only] = known
  if (only === undefined || known.length < costs.length) return { unknown: 'Taksten før er ikke oplyst helt.' }
  if (known.length === 1 || known.every((cost) => same(cost, only))) return { value: only }
  const places = before.flatMap((one) => one.places ?? [])
  const all = sum(places)
  if (places.length < before.length || compare(all, zero) <= 0)
    return { unknown: 'Flere takster er blevet til én, og pladserne bag dem er ikke oplyst, så de kan ikke vejes.' }
  return { value: over(sum(known.map((cost, at) => times(cost, places[at] ?? zero))), all) }
}

/** The rule for one ownership and kind from a day. Danish: indberetningsgrænse. */
export type Threshold = { percent: Exact; validFrom: string; source: string; confirmed: boolean }

/** What kinds of places the limit names in its key; residential places are those the agreement began with, and have the bare key. */
const ofKind: Record<PlaceKind, string> = { residential: '', respite: '.respite', day: '.day', ambulant: '.ambulant' }

/**
 * The rule that holds for an ownership and a kind of places. A self-governing offer runs on an agreement with a municipality or
 * region, and is met by the limit for public offers. Where nobody knows the kind, it is met as residential, so that no rise is
 * passed over in silence.
 * @example limitKey('private', 'day') // 'tariff.threshold.private.day', which has no value until somebody agrees on one
 */
export const limitKey = (ownership: Ownership | undefined, kind: PlaceKind | undefined): string =>
  `tariff.threshold.${ownership === 'private' ? 'private' : 'public'}${ofKind[kind ?? 'residential']}`

/** Must it be reported? Only when it is strictly more than the limit, on unrounded numbers (K5). */
export const exceeds = (increase: Increase, limit: Pick<Threshold, 'percent'>): boolean =>
  'percent' in increase && compare(increase.percent, limit.percent) > 0
