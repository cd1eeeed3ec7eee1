import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { PlanField } from '../../plan/index.ts'
import type { ReporterRole, State } from '../../progress/index.ts'

export type ReportChange = {
  id: number
  at: Date
  party: string
  slug: string
  area: string
  state: State
  day: Day
  note: string | undefined
  role: ReporterRole
  example: boolean
  /** Of an earlier day than what held already. */
  late: boolean
}

/** The newest reports that all can see. The internal note is not among the columns. */
export const newestReports = (sql: Sql, most: number): Promise<ReportChange[]> => sql<ReportChange[]>`
  select r.id, r.published_at as at, p.name as party, p.slug, i.key as area, r.state, r.day, coalesce(r.reason, r.public_note) as note,
    r.actor_role as role, r.example, r.late
  from (
    select * from status_report where published_at is not null order by published_at desc, id desc limit ${most}
  ) r join party p on p.id = r.party_id join plan_item i on i.id = r.area_id`

export type FactChange = { id: number; at: Date; key: string; field: PlanField; value: unknown; ended: boolean }

/** What people have said of the plan or taken back; what the data files said from the start is no change. */
export const newestFacts = (sql: Sql, most: number): Promise<FactChange[]> => sql<FactChange[]>`
  select * from (
    select f.id, f.recorded_at as at, i.key, f.field, f.value, false as ended
    from plan_fact f join plan_item i on i.id = f.item_id where f.actor_id is not null
    union all
    select f.id, f.ended_at, i.key, f.field, f.value, true
    from plan_fact f join plan_item i on i.id = f.item_id where f.ended_at is not null
  ) x order by at desc, id desc limit ${most}`

export type CalendarRow = {
  key: string
  /** How often something was said or taken back, the first time left out. */
  sequence: number
  changedAt: Date
  title: string | undefined
  /** The newest dates there ever were: what to take out of calendars when none holds any more. */
  lastDates: unknown
}

/** Everything that stands in the calendar, or once did. */
export const calendarRows = (sql: Sql): Promise<CalendarRow[]> => sql<CalendarRow[]>`
  select i.key, count(distinct f.recorded_at) + count(distinct f.ended_at) - 1 as sequence,
    max(greatest(f.recorded_at, f.ended_at)) as changed_at,
    (array_agg(f.value #>> '{}' order by f.id desc) filter (where f.field = 'title'))[1] as title,
    (array_agg(f.value order by array_position(array['done', 'actual', 'planned'], f.field), f.id desc)
      filter (where f.field in ('done', 'actual', 'planned')))[1] as last_dates
  from plan_item i join plan_fact f on f.item_id = i.id
  where i.kind in ('milestone', 'phase')
  group by i.id
  having bool_or(f.field in ('done', 'actual', 'planned'))
  order by i.id`
