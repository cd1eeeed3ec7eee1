import type { Sql } from '../../../platform/db.ts'
import type { Judgement, Shown, Writes } from '../judging.ts'
import type { OfferRow } from '../row.ts'

/** What an earlier try to read a file has left goes; what a person has chosen stays. */
export const clearRows = (sql: Sql, draftId: string) => sql`delete from intake_row where draft_id = ${draftId}`

/** Keeps rows as they were read, a batch at a time. */
export async function stage(sql: Sql, draftId: string, rows: readonly OfferRow[]): Promise<void> {
  if (rows.length === 0) return
  const staged = rows.map((row) => ({
    number: row.number,
    cells: row,
    lineKey: row.lineKey,
    unitKey: row.unitKey,
    offerKey: row.offerKey,
    portalUnit: row.unit.portalId,
    portalOffer: row.offer.portalId,
    pNumber: row.unit.pNumber,
    offerName: row.offer.name,
    unitName: row.unit.name,
    operatorName: row.operator.name,
    cvr: row.operator.cvr,
  }))
  await sql`
    insert into intake_row (draft_id, number, cells, line_key, unit_key, offer_key, portal_unit, portal_offer, p_number, offer_name,
      unit_name, operator_name, cvr)
    select ${draftId}, x.number, x.cells, x."lineKey", x."unitKey", x."offerKey", x."portalUnit", x."portalOffer", x."pNumber",
      plain(x."offerName"), lower(x."unitName"), lower(x."operatorName"), x.cvr
    from jsonb_to_recordset(${sql.json(staged as never)}) as x(number int, cells jsonb, "lineKey" bigint, "unitKey" bigint,
      "offerKey" bigint, "portalUnit" text, "portalOffer" text, "pNumber" text, "offerName" text, "unitName" text,
      "operatorName" text, cvr text)`
}

/** A row with what it was matched with. */
export type Matched = {
  number: number
  cells: OfferRow
  operatorId: number | undefined
  offerId: number | undefined
  unitId: number | undefined
}

/** The next rows to be judged, in the order of the file; those a person is asked about are left out. */
export const rowsToJudge = (sql: Sql, draftId: string, after: number, most: number): Promise<Matched[]> => sql<Matched[]>`
  select number, cells, operator_id, offer_id, unit_id from intake_row
  where draft_id = ${draftId} and number > ${after} and standing is null order by number limit ${most}`

export type Judged = { number: number; offerId: number | undefined; operatorId: number | undefined } & (
  | Judgement
  | { standing: 'wrong'; changes: []; writes: undefined }
)

/** What judging came to, and what it was judged by. */
export const keepJudged = (sql: Sql, draftId: string, rows: readonly Judged[]) => sql`
  update intake_row r set standing = x.standing, changes = x.changes, writes = nullif(x.writes, 'null'),
    offer_seen = (select count(*) || ':' || max(c.id) from offer_change c where c.offer_id = r.offer_id),
    operator_seen = (select count(*) || ':' || max(c.id) from offer_change c where c.operator_id = r.operator_id and c.offer_id is null)
  from jsonb_to_recordset(${sql.json(rows.map((row) => ({ ...row, writes: row.writes ?? null })) as never)}) as x(
    number int, standing text, changes jsonb, writes jsonb)
  where r.draft_id = ${draftId} and r.number = x.number`

type Standings = Record<'new' | 'changed' | 'same' | 'overtaken' | 'wrong' | 'asking', number>

export async function countRows(sql: Sql, draftId: string): Promise<Standings> {
  const rows = await sql<{ standing: keyof Standings; count: number }[]>`
    select standing, count(*) from intake_row where draft_id = ${draftId} group by standing`
  return {
    new: 0,
    changed: 0,
    same: 0,
    overtaken: 0,
    wrong: 0,
    asking: 0,
    ...Object.fromEntries(rows.map(({ standing, count }) => [standing, count])),
  }
}

/** How many rows are of units that more than one row is of. */
export async function rowsPerUnit(sql: Sql, draftId: string): Promise<Map<number, number>> {
  const rows = await sql<{ unitId: number; count: number }[]>`
    select unit_id, count(*) from intake_row where draft_id = ${draftId} and unit_id is not null group by unit_id having count(*) > 1`
  return new Map(rows.map(({ unitId, count }) => [unitId, count]))
}

export type Preview = {
  number: number
  offer: string
  unit: string | undefined
  standing: 'new' | 'changed' | 'overtaken'
  changes: Shown[]
}

/** What confirming will do, for eyes: what changes first, then what is new. */
export const previewRows = (sql: Sql, draftId: string, most: number): Promise<Preview[]> => sql<Preview[]>`
  select r.number, coalesce(o.name, r.cells #>> '{offer,name}', '') as offer, coalesce(u.name, r.cells #>> '{unit,name}') as unit,
    r.standing, r.changes
  from intake_row r left join offer o on o.id = r.offer_id left join offer_unit u on u.id = r.unit_id
  where r.draft_id = ${draftId} and r.standing in ('changed', 'new', 'overtaken')
  order by array_position(array['changed', 'new', 'overtaken'], r.standing), r.number limit ${most}`

export type ToWrite = { number: number; writes: Writes }

export const rowsToWrite = (sql: Sql, draftId: string, after: number, most: number): Promise<ToWrite[]> => sql<ToWrite[]>`
  select number, writes from intake_row
  where draft_id = ${draftId} and standing in ('new', 'changed') and number > ${after} order by number limit ${most}`

/** Has somebody written since of an offer or an operator that the file builds on, or made what the file would make? */
export async function hasMoved(sql: Sql, draftId: string): Promise<boolean> {
  const [row] = await sql`
    with own as materialized (
      select offer_id, offer_seen, operator_id, operator_seen, operator_name, portal_offer, offer_name, matched
      from intake_row where draft_id = ${draftId} and standing in ('new', 'changed')
    ), named as materialized (
      select plain(name) as name from offer
    )
    select from (
      select from (select distinct offer_id, offer_seen from own where offer_id is not null) x
      where x.offer_seen is distinct from (select count(*) || ':' || max(c.id) from offer_change c where c.offer_id = x.offer_id)
      union all
      select from (select distinct operator_id, operator_seen from own where operator_id is not null) x
      where x.operator_seen is distinct from
        (select count(*) || ':' || max(c.id) from offer_change c where c.operator_id = x.operator_id and c.offer_id is null)
      union all
      select from (select distinct operator_name from own where operator_id is null) x
      cross join unnest(array[x.operator_name, x.operator_name || ' kommune']) as said join operator o on lower(o.name) = said
      union all
      select from own join offer o on o.portal_id = own.portal_offer where own.offer_id is null
      union all
      select from own join named o on o.name = own.offer_name where own.offer_id is null and own.matched = 'nothing'
    ) moved limit 1`
  return row !== undefined
}
