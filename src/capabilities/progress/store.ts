import type { Sql } from '../../platform/db.ts'
import { addDays, type Day } from '../../platform/values/day.ts'
import type { Report, State } from './status.ts'

/** The first instant after a day in Copenhagen: what was recorded before it was known on that day. */
const endOf = (sql: Sql, day: Day) => sql`(${addDays(day, 1)}::date::timestamp at time zone 'Europe/Copenhagen')`

/**
 * The newest report shown to all, for each party and area, as it was known at the end of a day. Internal notes are not among
 * the columns, so that they cannot reach a page, a snapshot or an export from here.
 */
export const latestOn = (sql: Sql, day: Day, only: { partyId?: number; areaId?: number } = {}): Promise<Report[]> => sql<
  Report[]
>`
  select r.*,
    (select max(at) from status_word w where w.report_id = r.id and w.kind = 'confirmed' and w.at < ${endOf(sql, day)}) as confirmed_at,
    (select max(at) from status_word w where w.report_id = r.id and w.kind = 'approved' and w.at < ${endOf(sql, day)}) as approved_at
  from (select id from party where member ${only.partyId === undefined ? sql`` : sql`and id = ${only.partyId}`}) p
  cross join (select id from plan_item where kind = 'area' ${only.areaId === undefined ? sql`` : sql`and id = ${only.areaId}`}) a
  cross join lateral (
    select id, party_id, area_id, state, reason, public_note, evidence, day, recorded_at, published_at, actor_role, example
    from status_report s
    where s.party_id = p.id and s.area_id = a.id and s.published_at < ${endOf(sql, day)}
    order by s.published_at desc, s.id desc limit 1
  ) r`

export type NewReport = {
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
  actorId?: number | undefined
  actorRole: string
  example?: boolean
}

export async function addReport(sql: Sql, report: NewReport): Promise<number> {
  const { reason, publicNote, internalNote, evidence, publishedAt, actorId, example, ...rest } = report
  const [row] = await sql<{ id: number }[]>`
    insert into status_report ${sql({
      ...rest,
      reason: reason ?? null,
      publicNote: publicNote ?? null,
      internalNote: internalNote ?? null,
      evidence: evidence ?? null,
      publishedAt: publishedAt ?? null,
      actorId: actorId ?? null,
      example: example ?? false,
    })} returning id`
  if (!row) throw new Error('insert gave no id')
  return row.id
}

/** Does the party want its approver to see a report before all others do? */
export async function approvesFirst(sql: Sql, partyId: number): Promise<boolean> {
  const [row] = await sql<{ approveFirst: boolean }[]>`
    select approve_first from status_policy where party_id = ${partyId} order by at desc limit 1`
  return row?.approveFirst ?? false
}

export const addWord = (
  sql: Sql,
  word: { reportId: number; kind: 'confirmed' | 'approved'; at: Date; actorId: number | undefined; actorRole: string },
) => sql`insert into status_word ${sql({ ...word, actorId: word.actorId ?? null })}`
