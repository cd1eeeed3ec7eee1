import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { ReporterRole, State } from '../../progress/index.ts'
import { type Counts, noCounts } from '../draft.ts'
import type { StatusIn } from '../status-row.ts'

/** Keeps rows as they were read, a batch at a time. */
export const stage = (sql: Sql, draftId: string, rows: readonly StatusIn[]) => sql`
  insert into import_status (draft_id, number, party_id, area_id, state, reason, public_note, evidence, day, day_given, came_from)
  select ${draftId}, x.* from jsonb_to_recordset(${sql.json(rows as never)}) as x(
    number int, "partyId" bigint, "areaId" bigint, state text, reason text, "publicNote" text, evidence text, day date,
    "dayGiven" boolean, "cameFrom" bigint)`

/** What a report says of itself, however lines end in it. */
const content = (sql: Sql, table: 'r' | 'n' | 'b') => {
  const column = (name: string) => sql`replace(${sql(`${table}.${name}`)}, E'\r\n', E'\n')`
  return sql`(${sql(`${table}.state`)}, ${column('reason')}, ${column('public_note')}, ${sql(`${table}.evidence`)})`
}

/**
 * The newest report of the same party, area and day; for a row without a day, the newest of all under the day 'infinity'. What
 * waits for an approver is known too, so that bringing it in twice adds nothing.
 */
const newest = (sql: Sql, draftId: string) => sql`
  select distinct on (party_id, area_id, match) * from (
    select s.id, s.party_id, s.area_id, s.day, s.state, s.reason, s.public_note, s.evidence, k.match
    from (
      select distinct party_id, area_id, day, case when day_given then day else 'infinity'::date end as match
      from import_status where draft_id = ${draftId}
    ) k
    join status_report s on s.party_id = k.party_id and s.area_id = k.area_id and (s.day = k.day or k.match = 'infinity')
  ) x order by party_id, area_id, match, day desc, id desc`

/**
 * Settles what each row does. A row that still says what its report said when the workbook was fetched was not edited, and
 * never takes back what others have written since.
 */
export async function classify(sql: Sql, draftId: string): Promise<void> {
  await sql`analyze import_status`
  await sql`
    with n as materialized (${newest(sql, draftId)}), settled as (
      select r.number, n.id as before_id,
        case
          when b.id is not null and r.day_given and r.day = b.day and ${content(sql, 'r')} is not distinct from ${content(sql, 'b')}
            then case when ${content(sql, 'n')} is not distinct from ${content(sql, 'b')} then 'same' else 'overtaken' end
          when n.id is null then 'new'
          when ${content(sql, 'r')} is not distinct from ${content(sql, 'n')} then 'same'
          when n.day <> r.day then 'new'
          else 'changed'
        end as standing
      from import_status r
      left join n on n.party_id = r.party_id and n.area_id = r.area_id
        and n.match = case when r.day_given then r.day else 'infinity'::date end
      left join status_report b on b.id = r.came_from and b.party_id = r.party_id and b.area_id = r.area_id
      where r.draft_id = ${draftId}
    )
    update import_status r set before_id = s.before_id, standing = s.standing
    from settled s where r.draft_id = ${draftId} and r.number = s.number`
  await sql`
    update import_status r set standing = case when ${content(sql, 'r')} is not distinct from ${content(sql, 'b')} then 'same' else 'twice' end
    from (
      select distinct on (party_id, area_id, day) * from import_status where draft_id = ${draftId}
      order by party_id, area_id, day, number
    ) b
    where r.draft_id = ${draftId} and b.number < r.number
      and b.party_id = r.party_id and b.area_id = r.area_id and b.day = r.day
      and (r.standing in ('new', 'changed') or b.standing in ('new', 'changed'))`
  await sql`analyze import_status` // the standings are new to the planner, and the preview asks by them
}

export async function countStandings(sql: Sql, draftId: string): Promise<Counts> {
  const rows = await sql<{ standing: keyof Counts; count: number }[]>`
    select standing, count(*) from import_status where draft_id = ${draftId} and standing <> 'twice' group by standing`
  return { ...noCounts, ...Object.fromEntries(rows.map(({ standing, count }) => [standing, count])) }
}

/** Rows that say something else than an earlier row of the file does of the same party, area and day. */
export const twice = (sql: Sql, draftId: string, most: number): Promise<{ number: number; first: number; of: number }[]> => sql<
  { number: number; first: number; of: number }[]
>`
  select r.number, (
      select min(number) from import_status f
      where f.draft_id = r.draft_id and f.party_id = r.party_id and f.area_id = r.area_id and f.day = r.day) as first,
    count(*) over () as of
  from import_status r where draft_id = ${draftId} and standing = 'twice' order by number limit ${most}`

/** Rows that would change something for a party that is not among those. */
export const foreign = (
  sql: Sql,
  draftId: string,
  own: readonly number[],
  most: number,
): Promise<{ number: number; party: string; of: number }[]> => sql<{ number: number; party: string; of: number }[]>`
  select r.number, p.name as party, count(*) over () as of
  from import_status r join party p on p.id = r.party_id
  where draft_id = ${draftId} and standing in ('new', 'changed') and not (r.party_id = any(${[...own]}::bigint[]))
  order by number limit ${most}`

export type StatusChange = {
  number: number
  party: string
  area: string
  day: Day
  state: State
  before: State | undefined
  note: string | undefined
}

/** What confirming will do, for eyes. */
export const statusChanges = (sql: Sql, draftId: string, most: number): Promise<StatusChange[]> => sql<StatusChange[]>`
  select r.number, p.name as party, i.key as area, r.day, r.state, b.state as before, coalesce(r.reason, r.public_note) as note
  from import_status r join party p on p.id = r.party_id join plan_item i on i.id = r.area_id
  left join status_report b on b.id = r.before_id
  where r.draft_id = ${draftId} and r.standing in ('new', 'changed') order by r.number limit ${most}`

/** How many rows do not stand as they did when they were shown: somebody has reported since. */
export async function moved(sql: Sql, draftId: string): Promise<boolean> {
  const [row] = await sql`
    with n as materialized (${newest(sql, draftId)})
    select from import_status r
    left join n on n.party_id = r.party_id and n.area_id = r.area_id
      and n.match = case when r.day_given then r.day else 'infinity'::date end
    where r.draft_id = ${draftId} and r.standing in ('new', 'changed') and r.before_id is distinct from n.id limit 1`
  return row !== undefined
}

type Place = { day: Day; number: number }

/** The last row of each batch to write, the oldest day first, so that the newest is the last one recorded. */
export const batchEnds = (sql: Sql, draftId: string, size: number): Promise<(Place & { written: number })[]> => sql<
  (Place & { written: number })[]
>`
  select day, number, written from (
    select day, number, row_number() over (order by day, number) as written, count(*) over () as of from import_status
    where draft_id = ${draftId} and standing in ('new', 'changed')
  ) x where written % ${size} = 0 or written = of order by written`

export async function partiesToWrite(sql: Sql, draftId: string): Promise<number[]> {
  const rows = await sql<{ partyId: number }[]>`
    select distinct party_id from import_status where draft_id = ${draftId} and standing in ('new', 'changed')`
  return rows.map(({ partyId }) => partyId)
}

/** How reports of a party are brought in: as whom, and when they are shown and approved. */
export type Bringing = { partyId: number; actorRole: ReporterRole; publishedAt: Date | undefined; approvedAt: Date | undefined }

/** A batch as the query that adding reports takes. */
export const batchOf = (sql: Sql, draftId: string, bringing: readonly Bringing[], after: Place, last: Place) => sql`
  select r.party_id, r.area_id, r.state, r.reason, r.public_note, r.evidence, r.day, b."publishedAt" as published_at,
    b."actorRole" as actor_role, b."approvedAt" as approved_at, row_number() over (order by r.day, r.number) as place
  from import_status r
  join jsonb_to_recordset(${sql.json(bringing as never)}) as b(
    "partyId" bigint, "actorRole" text, "publishedAt" timestamptz, "approvedAt" timestamptz) on b."partyId" = r.party_id
  where r.draft_id = ${draftId} and r.standing in ('new', 'changed')
    and (r.day, r.number) > (${after.day}::date, ${after.number}::int) and (r.day, r.number) <= (${last.day}::date, ${last.number}::int)`
