import type { PendingQuery, Row } from 'postgres'
import type { Sql } from '../../platform/db.ts'
import { addDays, type Day } from '../../platform/values/day.ts'
import { isLate, type Moved, type Report, type ReporterRole, type State } from './status.ts'

/**
 * The first instant after a day in Copenhagen: what was recorded before it was known on that day. A subselect, so that it is
 * worked out once and not again for every cell.
 */
export const endOf = (sql: Sql, day: Day) => sql`(select ${addDays(day, 1)}::date::timestamp at time zone 'Europe/Copenhagen')`

type Only = { partyId?: number; areaId?: number }

/**
 * The newest report shown to all, for each party that is or was a member and each area, as it was known at the end of a day:
 * what a predecessor said last is needed beside its successor, so who counts is asked of membersOn. Internal notes are not among the columns, so that they cannot reach a page, a snapshot or an
 * export from here.
 */
export const latestOn = (sql: Sql, day: Day, only: Only = {}): PendingQuery<Report[]> => sql<Report[]>`
  select r.*, c.at as confirmed_at, c.actor_role as confirmed_role
  from (select id from party where member ${only.partyId === undefined ? sql`` : sql`and id = ${only.partyId}`}) p
  cross join (select id from plan_item where kind = 'area' ${only.areaId === undefined ? sql`` : sql`and id = ${only.areaId}`}) a
  cross join lateral (
    select id, party_id, area_id, state, reason, public_note, evidence, day, recorded_at, published_at,
      case when approved_at < ${endOf(sql, day)} then approved_at end as approved_at, actor_role, example
    from status_report s
    where s.party_id = p.id and s.area_id = a.id and s.published_at < ${endOf(sql, day)} and not s.late
    order by s.published_at desc, s.id desc limit 1
  ) r
  left join lateral (
    select at, actor_role from status_confirmation
    where report_id = r.id and at < ${endOf(sql, day)} order by at desc limit 1
  ) c on true`

/** What each party said last, of whatever area: a party that confirms or approves says something too. */
export const lastSaidOn = (sql: Sql, day: Day): Promise<Moved[]> => sql<Moved[]>`
  select distinct on (party_id) party_id, area_id, state, example, greatest(recorded_at, approved_at, confirmed_at) as said_at
  from (${latestOn(sql, day)}) r
  order by party_id, said_at desc, id desc`

/** Every report of a party for an area that was shown by the end of a day, newest first. */
export const historyOf = (sql: Sql, day: Day, { partyId, areaId }: Required<Only>): Promise<Report[]> => sql<Report[]>`
  select r.id, r.party_id, r.area_id, r.state, r.reason, r.public_note, r.evidence, r.day, r.recorded_at, r.published_at,
    case when r.approved_at < ${endOf(sql, day)} then r.approved_at end as approved_at, r.actor_role, r.example, r.late,
    c.at as confirmed_at, c.actor_role as confirmed_role
  from status_report r
  left join lateral (
    select at, actor_role from status_confirmation
    where report_id = r.id and at < ${endOf(sql, day)} order by at desc limit 1
  ) c on true
  where r.party_id = ${partyId} and r.area_id = ${areaId} and r.published_at < ${endOf(sql, day)}
  order by r.published_at desc, r.id desc`

/**
 * The report of each cell that waits for the party's own approver, for the party's own eyes and the secretariat's: of several, the
 * one of the latest day. One of an earlier day waits behind it, and one that a shown report has taken the place of waits no more.
 */
export const waitingOf = (sql: Sql, only: Only = {}): Promise<Report[]> => sql<Report[]>`
  select distinct on (party_id, area_id)
    id, party_id, area_id, state, reason, public_note, evidence, day, recorded_at, published_at, approved_at, actor_role, example
  from status_report r
  where published_at is null ${only.partyId === undefined ? sql`` : sql`and party_id = ${only.partyId}`}
    ${only.areaId === undefined ? sql`` : sql`and area_id = ${only.areaId}`}
    and not exists (
      select from status_report s
      where s.party_id = r.party_id and s.area_id = r.area_id and s.published_at is not null and s.id > r.id and s.day >= r.day)
  order by party_id, area_id, day desc, id desc`

/** What a party wrote for itself, by report: for its own people and the secretariat, and for nothing that is published. */
export async function internalNotesOf(sql: Sql, partyId: number, areaId?: number): Promise<Map<number, string>> {
  const rows = await sql<{ id: number; note: string }[]>`
    select id, internal_note as note from status_report
    where party_id = ${partyId} ${areaId === undefined ? sql`` : sql`and area_id = ${areaId}`} and internal_note is not null`
  return new Map(rows.map(({ id, note }) => [id, note]))
}

/** The newest report there is of a cell, shown or waiting; undefined when nothing was ever reported. What is only history is passed over. */
export async function newestId(sql: Sql, partyId: number, areaId: number): Promise<number | undefined> {
  const [row] = await sql<{ id: number | undefined }[]>`
    select max(id) as id from status_report
    where party_id = ${partyId} and area_id = ${areaId} and not (late and published_at is not null)`
  return row?.id
}

type NewReport = {
  partyId: number
  areaId: number
  state: State
  reason?: string | undefined
  publicNote?: string | undefined
  internalNote?: string | undefined
  evidence?: string | undefined
  day: Day
  recordedAt: Date
  publishedAt: Date | undefined
  approvedAt?: Date | undefined
  actorId?: number | undefined
  actorRole: ReporterRole
  example?: boolean
}

/** One that speaks of an earlier day than what is shown already becomes history and nothing else: `late`. */
export async function addReport(sql: Sql, report: NewReport): Promise<{ id: number; late: boolean }> {
  const { reason, publicNote, internalNote, evidence, publishedAt, approvedAt, actorId, example, ...rest } = report
  const { partyId, areaId, day } = rest
  const [shown] = await sql<{ day: Day }[]>`
    select day from (${newestDays(sql)}) shown where party_id = ${partyId} and area_id = ${areaId}`
  const late = isLate(day, shown?.day)
  const [row] = await sql<{ id: number }[]>`
    insert into status_report ${sql({
      ...rest,
      late,
      reason: reason ?? null,
      publicNote: publicNote ?? null,
      internalNote: internalNote ?? null,
      evidence: evidence ?? null,
      publishedAt: publishedAt ?? null,
      approvedAt: approvedAt ?? null,
      approvedBy: approvedAt ? (actorId ?? null) : null,
      actorId: actorId ?? null,
      example: example ?? false,
    })} returning id`
  if (!row) throw new Error('insert gave no id')
  return { id: row.id, late }
}

type Together = { recordedAt: Date; actorId: number }

/**
 * As many reports as a query gives, in the order of its `place`: of two of the same cell, the last is the newest. One that speaks
 * of an earlier day than what is shown already becomes history and nothing else. The query gives the columns by their own
 * names; the rows themselves never come out of the database.
 */
export const addReports = (sql: Sql, rows: PendingQuery<Row[]>, { recordedAt, actorId }: Together) => sql`
  with shown as (${newestDays(sql)})
  insert into status_report (party_id, area_id, state, reason, public_note, evidence, day, published_at, actor_role, approved_at,
    approved_by, actor_id, recorded_at, late)
  select x.party_id, x.area_id, x.state, x.reason, x.public_note, x.evidence, x.day, x.published_at, x.actor_role, x.approved_at,
    case when x.approved_at is not null then ${actorId}::bigint end, ${actorId}::bigint, ${recordedAt}::timestamptz,
    coalesce(x.day < shown.day, false)
  from (${rows}) x left join shown using (party_id, area_id) order by x.place`

/** The last day that something shown speaks of, cell by cell. */
const newestDays = (sql: Sql) => sql`
  select party_id, area_id, max(day) as day from status_report where published_at is not null group by party_id, area_id`

/**
 * An approver stands by the report; from now on, at the latest, all see it. One that waited while another of a later day was shown
 * becomes history and nothing else.
 */
export const approve = (sql: Sql, reportId: number, at: Date, actorId: number | undefined) => sql`
  update status_report r set published_at = coalesce(published_at, ${at}), approved_at = ${at}, approved_by = ${actorId ?? null},
    late = late or (published_at is null and exists (
      select from status_report s
      where s.party_id = r.party_id and s.area_id = r.area_id and s.published_at is not null and s.day > r.day))
  where id = ${reportId} and approved_at is null`

type Confirmation = { reportId: number; at: Date; actorId: number | undefined; actorRole: ReporterRole }

export const confirm = (sql: Sql, confirmation: Confirmation) =>
  sql`insert into status_confirmation ${sql({ ...confirmation, actorId: confirmation.actorId ?? null })}`

/** Does the party want its approver to see a report before all others do? */
export async function approvesFirst(sql: Sql, partyId: number): Promise<boolean> {
  const [row] = await sql<{ approveFirst: boolean }[]>`
    select approve_first from status_policy where party_id = ${partyId} order by at desc, id desc limit 1`
  return row?.approveFirst ?? false
}

export const setPolicy = (sql: Sql, policy: { partyId: number; approveFirst: boolean; at: Date; actorId: number | undefined }) =>
  sql`insert into status_policy ${sql({ ...policy, actorId: policy.actorId ?? null })}`

export async function countExamples(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) as count from status_report where example`
  return row?.count ?? 0
}

/**
 * Takes away what was invented, and nothing else; confirmations of it go with it. What was history only because of it is so no
 * more.
 */
export async function removeExamples(sql: Sql): Promise<void> {
  await sql`delete from status_report where example`
  await sql`
    update status_report r set late = false where late and not exists (
      select from status_report s
      where s.party_id = r.party_id and s.area_id = r.area_id and s.id < r.id and s.day > r.day and s.published_at is not null)`
}

/** The action areas by key, known on any day. */
export async function areaIds(sql: Sql): Promise<Map<string, number>> {
  const rows = await sql<{ key: string; id: number }[]>`select key, id from plan_item where kind = 'area'`
  return new Map(rows.map(({ key, id }) => [key, id]))
}
