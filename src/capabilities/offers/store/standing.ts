import postgres from 'postgres'
import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Lineage, Offer, Operator, PlaceCount, PlaceLine, Price, Unit, Usage } from '../offer.ts'
import { rowJson, type Subject } from './journal.ts'

/** A place line with its counts, the oldest first. */
export type LineDetail = PlaceLine & { counts: PlaceCount[] }
/** A unit with its lines and every price, also those of single lines. */
export type UnitDetail = Unit & { lines: LineDetail[]; prices: Price[] }
/** An offer with everything that hangs on it. */
export type OfferDetail = {
  offer: Offer
  operator: Operator | undefined
  units: UnitDetail[]
  usage: Usage[]
  lineage: Lineage[]
}

export type Row = { subject: Subject; row: Record<string, unknown> }

/** Columns' names as ours, and what is nothing in JSON as undefined. */
const ours = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [postgres.toCamel(name), inner(value)]))

const inner = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((part: unknown) => (typeof part === 'object' && part !== null ? ours(part as Record<string, unknown>) : part))
    : (value ?? undefined)

/** Rows as the database or the journal has them, as the types say they are: the one place where that is taken on trust. */
export const all = <T>(rows: readonly Row[], subject: Subject): T[] =>
  rows.filter((one) => one.subject === subject).map(({ row }) => ours(row) as T)

export const rowsNow = (sql: Sql, ids: readonly number[]): Promise<(Row & { offerId: number })[]> => sql<
  (Row & { offerId: number })[]
>`
  select 'offer' as subject, t.id as offer_id, ${rowJson(sql, 'offer')} as row from offer t where t.id = any(${ids as number[]})
  union all select 'unit', t.offer_id, ${rowJson(sql, 'unit')} from offer_unit t where t.offer_id = any(${ids as number[]})
  union all select 'line', u.offer_id, ${rowJson(sql, 'line')} from place_line t join offer_unit u on u.id = t.unit_id
    where u.offer_id = any(${ids as number[]})
  union all select 'count', u.offer_id, ${rowJson(sql, 'count')} from place_count t join place_line l on l.id = t.place_line_id
    join offer_unit u on u.id = l.unit_id where u.offer_id = any(${ids as number[]})
  union all select 'price', u.offer_id, ${rowJson(sql, 'price')} from offer_price t join offer_unit u on u.id = t.unit_id
    where u.offer_id = any(${ids as number[]})`

/** The newest row of each subject that ever was the offer's and holds from the day or before. */
const rowsOn = (sql: Sql, id: number, day: Day): Promise<Row[]> => sql<Row[]>`
  select distinct on (c.subject, c.subject_id) c.subject, c.after as row
  from offer_change c
  where (c.subject, c.subject_id) in (select subject, subject_id from offer_change where offer_id = ${id})
    and c.valid_from <= ${day} and c.subject in ('offer', 'unit', 'line', 'count', 'price')
  order by c.subject, c.subject_id, c.valid_from desc, c.id desc`

/** Units that belong to the offer, lines to such a unit, and so on down: what has moved away is not here. */
function assemble(rows: readonly Row[], id: number): Pick<OfferDetail, 'offer' | 'units'> | undefined {
  const offer = all<Offer>(rows, 'offer').find((one) => one.id === id)
  const counts = all<PlaceCount>(rows, 'count').sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
  const lines = all<PlaceLine>(rows, 'line').sort((a, b) => a.id - b.id)
  const prices = all<Price>(rows, 'price').sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.id - b.id)
  const units = all<Unit>(rows, 'unit')
    .filter(({ offerId }) => offerId === id)
    .sort((a, b) => a.position - b.position || a.id - b.id)
    .map((unit) => ({
      ...unit,
      lines: lines
        .filter(({ unitId }) => unitId === unit.id)
        .map((line) => ({ ...line, counts: counts.filter(({ placeLineId }) => placeLineId === line.id) })),
      prices: prices.filter(({ unitId, withdrawn }) => unitId === unit.id && !withdrawn),
    }))
  return offer && { offer, units }
}

/** An offer as it stands now. */
export async function offerWith(sql: Sql, id: number): Promise<OfferDetail | undefined> {
  const [offer] = await offersWith(sql, [id])
  return offer
}

/** Some offers as they stand now, in the order asked for. */
export async function offersWith(sql: Sql, ids: readonly number[]): Promise<OfferDetail[]> {
  const rows = await rowsNow(sql, ids)
  const known = ids.flatMap(
    (id) =>
      assemble(
        rows.filter(({ offerId }) => offerId === id),
        id,
      ) ?? [],
  )
  return Promise.all(known.map((one) => withRest(sql, one)))
}

/** An offer as it stood on a day, as far as has been written down since. */
export async function offerOn(sql: Sql, id: number, day: Day): Promise<OfferDetail | undefined> {
  const found = assemble(await rowsOn(sql, id, day), id)
  return found && withRest(sql, found)
}

async function withRest(sql: Sql, { offer, units }: Pick<OfferDetail, 'offer' | 'units'>): Promise<OfferDetail> {
  const [operator, usage, lineage] = await Promise.all([
    offer.operatorId === undefined ? undefined : operatorWith(sql, offer.operatorId),
    usageOf(sql, offer.id),
    lineageOf(sql, offer.id),
  ])
  return { offer, operator, units, usage, lineage }
}

const operatorColumns = (sql: Sql) => sql`
  id, uuid, party_id, name, ownership, ownership_note, cvr, p_number, ean, website, mailbox, note, version, source, source_url,
  as_of, as_of_day, example`

export async function operatorWith(sql: Sql, id: number): Promise<Operator | undefined> {
  const [operator] = await sql<Operator[]>`select ${operatorColumns(sql)} from operator where id = ${id}`
  return operator
}

/** Every operator in Danish order, with how many offers it runs. */
export const operators = (sql: Sql): Promise<(Operator & { offers: number })[]> => sql<(Operator & { offers: number })[]>`
  select ${operatorColumns(sql)}, (select count(*) from offer where operator_id = operator.id) as offers
  from operator order by name collate danish`

const usageOf = (sql: Sql, offerId: number): Promise<Usage[]> => sql<Usage[]>`
  select municipality_code, year, used, places::float8 as places, source, source_url, example
  from offer_usage where offer_id = ${offerId} order by year desc, municipality_code`

const lineageOf = (sql: Sql, offerId: number): Promise<Lineage[]> => sql<Lineage[]>`
  select id, kind, from_offer_id, to_offer_id, unit_id, day, before, after, source, actor_name, example
  from offer_lineage where from_offer_id = ${offerId} or to_offer_id = ${offerId} order by day desc, id desc`

/** An operator's offers in Danish order, with how they stand and how many units each has. */
export const offersOf = (sql: Sql, operatorId: number): Promise<(Offer & { units: number })[]> => sql<
  (Offer & { units: number })[]
>`
  select o.*, (select count(*) from offer_unit where offer_id = o.id) as units
  from offer o where o.operator_id = ${operatorId} order by o.name collate danish`

type Mergeable = Pick<Offer, 'id' | 'name' | 'status' | 'opensOn' | 'closesOn'> & { partyId: number | undefined }

/** Every other offer, with whose it is. */
export const offersToMerge = (sql: Sql, id: number): Promise<Mergeable[]> => sql<Mergeable[]>`
  select o.id, o.name, o.status, o.opens_on, o.closes_on, d.party_id
  from offer o left join operator d on d.id = o.operator_id where o.id <> ${id} order by o.name collate danish`
