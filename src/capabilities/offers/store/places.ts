import type { Sql } from '../../../platform/db.ts'
import { dayOf } from '../../../platform/values/day.ts'
import type { Offer, Operator, PlaceCount, PlaceLine, Price, Unit, Usage } from '../offer.ts'
import { add, change, type Entry, type Groups, type Of } from './journal.ts'
import { refreshSearch } from './search-rows.ts'

/** Everything that changes an operator, an offer or what hangs on it: the row, the journal and the search row, together. */

/** Whose an offer is: the party of its operator. undefined: no such offer. */
export async function ownerOf(sql: Sql, offerId: number): Promise<{ partyId: number | undefined } | undefined> {
  const [row] = await sql<{ partyId: number | undefined }[]>`
    select operator.party_id from offer left join operator on operator.id = offer.operator_id where offer.id = ${offerId}`
  return row
}

/** Columns to set; one named with undefined is set to nothing. */
type Some<T> = { [Key in keyof Omit<T, 'id' | 'uuid' | 'version' | 'example' | 'groups' | 'recordedAt'>]?: T[Key] | undefined }
type New<T, Must extends keyof T> = Some<T> & Pick<T, Must>

const unitIds = async (sql: Sql, { offerId, operatorId }: Of): Promise<number[]> => {
  const rows = await sql<{ id: number }[]>`
    select u.id from offer_unit u join offer o on o.id = u.offer_id
    where ${offerId === undefined ? sql`o.operator_id = ${operatorId ?? 0}` : sql`o.id = ${offerId}`}`
  return rows.map(({ id }) => id)
}

const refresh = (sql: Sql, ids: readonly number[], { now }: Entry) => refreshSearch(sql, ids, dayOf(now))

export const addOperator = (sql: Sql, operator: New<Operator, 'name'>, entry: Entry): Promise<number> =>
  add(sql, 'operator', operator, {}, entry)

export async function changeOperator(sql: Sql, id: number, fields: Some<Operator>, entry: Entry): Promise<void> {
  await change(sql, 'operator', id, fields, { operatorId: id }, entry)
  await refresh(sql, await unitIds(sql, { operatorId: id }), entry)
}

/** An offer without units is found nowhere: give it one. */
export const addOffer = (sql: Sql, offer: New<Offer, 'name' | 'status'>, entry: Entry): Promise<number> =>
  add(sql, 'offer', offer, {}, entry)

export async function changeOffer(sql: Sql, id: number, fields: Some<Offer>, entry: Entry): Promise<void> {
  await change(sql, 'offer', id, fields, { offerId: id }, entry)
  await refresh(sql, await unitIds(sql, { offerId: id }), entry)
}

export async function addUnit(sql: Sql, unit: New<Unit, 'offerId' | 'name'>, entry: Entry): Promise<number> {
  const id = await add(sql, 'unit', unit, { offerId: unit.offerId }, entry)
  await refresh(sql, [id], entry)
  return id
}

/** `offerId` in the fields moves the unit: the change then stands in the history of both offers. */
export async function changeUnit(sql: Sql, unit: Pick<Unit, 'id' | 'offerId'>, fields: Some<Unit>, entry: Entry): Promise<void> {
  await change(sql, 'unit', unit.id, fields, { offerId: fields.offerId ?? unit.offerId }, entry)
  await refresh(sql, [unit.id], entry)
}

/** Where a line or a price hangs. */
type Place = { offerId: number; unitId: number }

export async function addLine(
  sql: Sql,
  { offerId, unitId }: Place,
  line: Some<PlaceLine>,
  groups: Groups,
  entry: Entry,
): Promise<number> {
  const id = await add(sql, 'line', { ...line, unitId }, { offerId }, entry, groups)
  await refresh(sql, [unitId], entry)
  return id
}

export async function changeLine(
  sql: Sql,
  { offerId, unitId, id }: Place & { id: number },
  fields: Some<PlaceLine>,
  entry: Entry,
  groups?: Groups,
): Promise<void> {
  await change(sql, 'line', id, fields, { offerId }, entry, groups)
  await refresh(sql, [unitId], entry)
}

export async function addCount(
  sql: Sql,
  { offerId, unitId }: Place,
  count: New<PlaceCount, 'placeLineId'>,
  entry: Entry,
): Promise<number> {
  const id = await add(sql, 'count', count, { offerId }, entry)
  await refresh(sql, [unitId], entry)
  return id
}

export async function changeCount(
  sql: Sql,
  { offerId, unitId, id }: Place & { id: number },
  fields: Some<PlaceCount>,
  entry: Entry,
) {
  await change(sql, 'count', id, fields, { offerId }, entry)
  await refresh(sql, [unitId], entry)
}

export async function addPrice(
  sql: Sql,
  { offerId, unitId }: Place,
  price: New<Price, 'amountOre' | 'per'>,
  entry: Entry,
): Promise<number> {
  const id = await add(sql, 'price', { ...price, unitId }, { offerId }, entry)
  await refresh(sql, [unitId], entry)
  return id
}

export async function changePrice(sql: Sql, { offerId, unitId, id }: Place & { id: number }, fields: Some<Price>, entry: Entry) {
  await change(sql, 'price', id, fields, { offerId }, entry)
  await refresh(sql, [unitId], entry)
}

type Ancestry = {
  kind: 'renamed' | 'moved' | 'split' | 'merged'
  fromOfferId: number
  toOfferId: number
  unitId?: number | undefined
  before: string
  after: string
}

/** Writes down that something became something else; the change itself is written by those above. */
export const addLineage = (sql: Sql, lineage: Ancestry, { validFrom, source, actorId, actorName, example, now }: Entry) => sql`
  insert into offer_lineage ${sql({
    ...lineage,
    unitId: lineage.unitId ?? null,
    day: validFrom,
    source,
    actorId: actorId ?? null,
    actorName,
    example: example ?? false,
    recordedAt: now,
  })}`

/** What is known of who used an offer in a year, one municipality at a time; said again it is corrected. */
export async function setUsage(sql: Sql, offerId: number, usage: Usage, entry: Entry): Promise<void> {
  const row = { ...usage, places: usage.places ?? null, sourceUrl: usage.sourceUrl ?? null, offerId, recordedAt: entry.now }
  await sql`
    insert into offer_usage ${sql({ ...row, actorId: entry.actorId ?? null })}
    on conflict (offer_id, municipality_code, year) do update
    set used = excluded.used, places = excluded.places, source = excluded.source, source_url = excluded.source_url,
      example = excluded.example, recorded_at = excluded.recorded_at, actor_id = excluded.actor_id`
  const { now, actorId, example, ...rest } = entry
  await sql`insert into offer_change ${sql({
    ...rest,
    subject: 'usage',
    subjectId: usage.municipalityCode,
    offerId,
    after: sql.json({
      municipality_code: usage.municipalityCode,
      year: usage.year,
      used: usage.used,
      places: usage.places ?? null,
    }),
    actorId: actorId ?? null,
    example: example ?? false,
    recordedAt: now,
  })}`
  await refresh(sql, await unitIds(sql, { offerId }), entry)
}
