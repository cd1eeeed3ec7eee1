import type { Day } from '../../platform/values/day.ts'
import { isOn, type PlaceCount, type PlaceLine, type Price } from '../offers/index.ts'

/** What the register's own lists show of a line, so that an untouched cell is known for what it is. */

type Span = { from: number; to: number }
const OPEN = 1000

/** The ages of a line, as the lists write them: 'fra 18 år', '14-25 år og fra 65 år'; undefined when none is told. */
export function agesShown({ ageFrom, ageTo, groups }: Pick<PlaceLine, 'ageFrom' | 'ageTo' | 'groups'>): string | undefined {
  const told = (groups.length > 0 ? groups : [{ ageFrom: undefined, ageTo: undefined }])
    .map((group) => ({ from: group.ageFrom ?? ageFrom, to: group.ageTo ?? ageTo }))
    .filter(({ from, to }) => from !== undefined || to !== undefined)
    .map(({ from = 0, to = OPEN }) => ({ from, to }))
    .sort((a, b) => a.from - b.from)
  const merged: Span[] = []
  for (const span of told) {
    const last = merged.at(-1)
    if (last && span.from <= last.to + 1) last.to = Math.max(last.to, span.to)
    else merged.push({ ...span })
  }
  return merged.map(spanText).join(' og ') || undefined
}

function spanText({ from, to }: Span): string {
  if (from === 0) return to === OPEN ? 'alle aldre' : `til ${to} år`
  if (to === OPEN) return `fra ${from} år`
  return from === to ? `${from} år` : `${from}-${to} år`
}

/** The count a list shows: of today, or of the line's first day when that is to come. */
export const countShown = (
  counts: readonly PlaceCount[],
  line: Pick<PlaceLine, 'validFrom'>,
  today: Day,
): PlaceCount | undefined =>
  counts.find((count) => isOn(count, line.validFrom !== undefined && line.validFrom > today ? line.validFrom : today))

/** The prices a list shows: a døgn's or a day's, of the newest year that has begun; of the line, else of the unit. */
export function pricesShown(prices: readonly Price[], lineId: number | undefined, today: Day): Price[] {
  const year = Number(today.slice(0, 4))
  const daily = prices.filter(
    (price) => !price.withdrawn && (price.per === 'full_day' || price.per === 'day') && (price.year ?? 0) <= year,
  )
  const own = daily.filter(({ placeLineId }) => placeLineId !== undefined && placeLineId === lineId)
  const among = own.length > 0 ? own : daily.filter(({ placeLineId }) => placeLineId === undefined)
  const newest = Math.max(...among.map((price) => price.year ?? 0))
  return among.filter((price) => (price.year ?? 0) === newest)
}
