import type { Sql } from '../../../platform/db.ts'
import type { Offer, Operator, PlaceCount, PlaceLine, Price, Unit } from '../offer.ts'
import { all, type Row, rowsNow } from './standing.ts'

/** Offers as they stand now, for many at once: everything by the number it hangs on. */
export type Standings = {
  operators: ReadonlyMap<number, Operator>
  offers: ReadonlyMap<number, Offer>
  units: ReadonlyMap<number, Unit[]>
  lines: ReadonlyMap<number, PlaceLine[]>
  counts: ReadonlyMap<number, PlaceCount[]>
  prices: ReadonlyMap<number, Price[]>
}

export async function standingsOf(sql: Sql, offerIds: readonly number[], operatorIds: readonly number[]): Promise<Standings> {
  const rows = await rowsNow(sql, offerIds)
  const offers = all<Offer>(rows, 'offer')
  const wanted = [...operatorIds, ...offers.flatMap(({ operatorId }) => operatorId ?? [])]
  const operators = await sql<Row[]>`
    select 'operator' as subject, to_jsonb(t) - 'recorded_at' as row from operator t where t.id = any(${[...new Set(wanted)]})`
  return {
    operators: new Map(all<Operator>(operators, 'operator').map((one) => [one.id, one])),
    offers: new Map(offers.map((one) => [one.id, one])),
    units: by(all<Unit>(rows, 'unit'), ({ offerId }) => offerId),
    lines: by(all<PlaceLine>(rows, 'line'), ({ unitId }) => unitId),
    counts: by(all<PlaceCount>(rows, 'count'), ({ placeLineId }) => placeLineId),
    prices: by(all<Price>(rows, 'price'), ({ unitId }) => unitId),
  }
}

function by<Thing extends { id: number }>(things: readonly Thing[], key: (thing: Thing) => number): Map<number, Thing[]> {
  const found = new Map<number, Thing[]>()
  for (const thing of [...things].sort((a, b) => a.id - b.id)) {
    const own = found.get(key(thing))
    if (own) own.push(thing)
    else found.set(key(thing), [thing])
  }
  return found
}

/** Every unit of some offers, and of every offer of some operators. */
export async function unitsUnder(sql: Sql, offerIds: readonly number[], operatorIds: readonly number[]): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select u.id from offer_unit u where u.offer_id = any(${offerIds as number[]})
    union select u.id from offer o join offer_unit u on u.offer_id = o.id where o.operator_id = any(${operatorIds as number[]})`
  return rows.map(({ id }) => id)
}
