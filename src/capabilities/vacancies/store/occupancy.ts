import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Quarter, Return, WrittenReturn } from '../occupancy.ts'
import { foundLines } from './board.ts'
import { joined, type Scope } from './lines.ts'

const returnColumns = (sql: Sql) => sql`
  r.id, r.place_line_id as line_id, r.year, r.quarter, r.average::float8 as average, r.budgeted::float8 as budgeted, r.role, r.example,
  r.recorded_at`

/** What was told of a quarter, line by line. */
export const returnsOf = (
  sql: Sql,
  { operatorId }: Extract<Scope, { operatorId: number }>,
  { year, quarter }: Quarter,
): Promise<Return[]> =>
  sql<Return[]>`
    select distinct on (r.place_line_id) ${returnColumns(sql)}
    from occupancy_return r join place_line l on l.id = r.place_line_id join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
    where o.operator_id = ${operatorId} and r.year = ${year} and r.quarter = ${quarter}
    order by r.place_line_id, r.id desc`

type ReturnBy = {
  role: Return['role']
  actorId: number | undefined
  actorName: string
  example?: boolean
  now: Date
}

export async function addReturns(sql: Sql, quarter: Quarter, returns: readonly WrittenReturn[], by: ReturnBy): Promise<void> {
  if (returns.length === 0) return
  const rows = returns.map(({ lineId, average, budgeted }) => ({
    placeLineId: lineId,
    year: quarter.year,
    quarter: quarter.quarter,
    average,
    budgeted: budgeted ?? null,
    role: by.role,
    actorId: by.actorId ?? null,
    actorName: by.actorName,
    example: by.example ?? false,
    recordedAt: by.now,
  }))
  await sql`insert into occupancy_return ${sql(rows)}`
}

/** What the budget counts on, as it stands on the line's places on a day, by line. */
export async function budgetsOf(
  sql: Sql,
  { operatorId }: Extract<Scope, { operatorId: number }>,
  day: Day,
): Promise<Map<number, number>> {
  const rows = await sql<{ id: number; budgeted: number }[]>`
    select l.id, c.budgeted_occupancy::float8 as budgeted
    from place_count c join place_line l on l.id = c.place_line_id join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
    where o.operator_id = ${operatorId} and c.budgeted_occupancy is not null and daterange(c.valid_from, c.valid_until) @> ${day}::date`
  return new Map(rows.map(({ id, budgeted }) => [id, budgeted]))
}

/** A return as everybody may read it. */
export type Reported = Return & { offerId: number; offerName: string; unitName: string; municipality: string | undefined }

/** A quarter's returns of all, those furthest from their budget first, and how many lines are open today. */
export async function reportedIn(
  sql: Sql,
  { year, quarter }: Quarter,
  today: Day,
): Promise<{ returns: Reported[]; lines: number }> {
  const returns = await sql<Reported[]>`
    select * from (
      select distinct on (r.place_line_id) ${returnColumns(sql)}, o.id as offer_id, o.name as offer_name, u.name as unit_name, m.name as municipality
      from occupancy_return r join ${joined(sql, today)} on l.id = r.place_line_id
      where r.year = ${year} and r.quarter = ${quarter} order by r.place_line_id, r.id desc
    ) newest
    order by abs(average - budgeted) desc nulls last, offer_name collate danish, id limit 500`
  const [row] = await sql<{ lines: number }[]>`
    select count(*)::int as lines from ${foundLines(sql, {})} and f.status = 'running'`
  return { returns, lines: row?.lines ?? 0 }
}
