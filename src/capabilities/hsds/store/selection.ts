import type { PendingQuery, Row } from 'postgres'
import type { Sql } from '../../../platform/db.ts'
import { changes } from '../../offers/index.ts'
import type { Judged } from '../row.ts'

/** What a taxonomy term is to the register; `every` when any term of the taxonomy will do. */
export type Asked =
  | { by: 'basis' | 'kind' | 'ownership'; keys: string[] | 'every' }
  | { by: 'group' | 'municipality'; keys: number[] | 'every' }

/** Which services are asked for. */
export type Selection = {
  /** Words as a text query; null: words were asked for, and none of them can be looked for. */
  words?: string | null
  organization?: string
  changedSince?: Date
  asked?: readonly Asked[]
}

type Piece = PendingQuery<Row[]>

function askedFor(sql: Sql, { today }: Judged, { by, keys }: Asked): Piece {
  const all = keys === 'every'
  const held = (holds: Piece) =>
    sql`u.id in (select l.unit_id from place_line l where (l.valid_until is null or l.valid_until > ${today}::date) and ${holds})`
  if (by === 'basis') return held(all ? sql`l.bases <> '{}'` : sql`l.bases && ${keys}::text[]`)
  if (by === 'kind') return held(all ? sql`l.kind is not null` : sql`l.kind = any(${keys}::text[])`)
  if (by === 'ownership') return all ? sql`d.ownership is not null` : sql`d.ownership = any(${keys}::text[])`
  const code = sql`coalesce(u.municipality_code, o.municipality_code)`
  if (by === 'municipality') return all ? sql`${code} is not null` : sql`${code} = any(${keys}::int[])`
  return held(
    sql`exists (select from place_group g where g.place_line_id = l.id ${all ? sql`` : sql`and g.term_id = any(${keys}::bigint[])`})`,
  )
}

/** From unit to operator, with everything that is asked for. */
function selected(sql: Sql, selection: Selection, judged: Judged): Piece {
  const { words, organization, changedSince, asked = [] } = selection
  return sql`
    offer_unit u join offer o on o.id = u.offer_id left join operator d on d.id = o.operator_id
    where true
      ${words === undefined ? sql`` : words === null ? sql`and false` : sql`and u.id in (select unit_id from offer_search where words @@ ${words}::tsquery)`}
      ${organization === undefined ? sql`` : sql`and d.uuid = ${organization}`}
      ${changedSince === undefined ? sql`` : sql`and u.id in (select unit_id from (${changes(sql, judged)}) changed where at >= ${changedSince})`}
      ${asked.length === 0 ? sql`` : asked.map((one) => sql`and ${askedFor(sql, judged, one)}`)}`
}

export async function countOf(sql: Sql, selection: Selection, judged: Judged): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from ${selected(sql, selection, judged)}`
  return row?.count ?? 0
}

/** Where to begin: behind so many, or behind a number, which costs the same wherever it is. */
type From = { skip: number } | { after: number }

export async function idsOf(sql: Sql, selection: Selection, judged: Judged, from: From, most: number): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select u.id from ${selected(sql, selection, judged)} ${'after' in from ? sql`and u.id > ${from.after}` : sql``}
    order by u.id limit ${most} offset ${'skip' in from ? from.skip : 0}`
  return rows.map(({ id }) => id)
}

/** What is asked for with nothing but when it last changed. */
type Changed = { id: number; uuid: string; modifiedAt: Date }

export const changedOf = (sql: Sql, ids: readonly number[], judged: Judged): Promise<Changed[]> => sql<Changed[]>`
  select u.id, u.uuid, c.at as modified_at
  from offer_unit u join (
    select unit_id, max(at) as at from (${changes(sql, judged)}) changed where unit_id = any(${ids as number[]}) group by unit_id
  ) c on c.unit_id = u.id
  order by u.id`

/** The number of a unit by its identifier. */
export async function idWith(sql: Sql, uuid: string): Promise<number | undefined> {
  const [row] = await sql<{ id: number }[]>`select id from offer_unit where uuid = ${uuid}`
  return row?.id
}
