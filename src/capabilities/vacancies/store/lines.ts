import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { parameterOn } from '../../rules/index.ts'
import type { Limits } from '../freshness.ts'
import type { Line } from '../line.ts'

export type Scope = { operatorId: number } | { offerId: number }

/** From place line to operator, with the newest statement `s` and how the unit stands, both as of a day. Used by every list of lines. */
export const joined = (sql: Sql, today: Day) => sql`
  place_line l
  join offer_unit u on u.id = l.unit_id
  join offer o on o.id = u.offer_id
  left join operator d on d.id = o.operator_id
  left join municipality m on m.code = coalesce(u.municipality_code, o.municipality_code)
  cross join lateral (select offer_status(
    o.status, greatest(o.opens_on, u.opens_on), least(o.closes_on, u.closes_on), ${today}::date) as status) stands
  left join lateral (
    select * from vacancy_statement v where v.place_line_id = l.id and v.day <= ${today}::date order by v.id desc limit 1) s on true`

/** Where places can be free on a day: not closed, not ended. A line that has yet to begin is among them. */
export const open = (sql: Sql, today: Day) =>
  sql`stands.status <> 'closed' and (l.valid_until is null or l.valid_until > ${today}::date)`

/** What is open and has begun: whoever runs it can be asked what is free. */
export const inUse = (sql: Sql, today: Day) => sql`
  stands.status = 'running' and (l.valid_from is null or l.valid_from <= ${today}::date)
  and (l.valid_until is null or l.valid_until > ${today}::date)`

export const lineColumns = (sql: Sql) => sql`
  l.id, l.unit_id, o.id as offer_id, o.operator_id, d.name as operator_name, o.name as offer_name, u.name as unit_name, l.label,
  l.kind, l.group_text, m.name as municipality, l.valid_from, l.valid_until, stands.status,
  least(o.closes_on, u.closes_on) as closes_on,
  array(select t.label from place_group g join term t on t.id = g.term_id where g.place_line_id = l.id order by t.position, t.id) as groups,
  (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'approved', c.approved, 'validFrom', c.valid_from, 'validUntil', c.valid_until))), '[]')
    from place_count c where c.place_line_id = l.id) as counts,
  s.id as statement_id, s.kind as statement_kind, s.free, s.free_from, s.day, s.role, s.example, s.recorded_at`

type Said = {
  statementId: number | undefined
  statementKind: 'stated' | 'confirmed'
  free: number
  freeFrom: Day
  day: Day
  role: NonNullable<Line['statement']>['role']
  example: boolean
  recordedAt: Date
}
export type LineRow = Omit<Line, 'statement'> & Said

export const lineOf = ({
  statementId,
  statementKind,
  free,
  freeFrom,
  day,
  role,
  example,
  recordedAt,
  ...line
}: LineRow): Line => ({
  ...line,
  statement:
    statementId === undefined
      ? undefined
      : { id: statementId, kind: statementKind, free, freeFrom, day, role, example, recordedAt },
})

/** Every place line of an operator or an offer, also those that have ended. */
export async function linesOf(sql: Sql, scope: Scope, today: Day): Promise<Line[]> {
  const rows = await sql<LineRow[]>`
    select ${lineColumns(sql)} from ${joined(sql, today)}
    where ${'offerId' in scope ? sql`o.id = ${scope.offerId}` : sql`o.operator_id = ${scope.operatorId}`}
    order by o.name collate danish, o.id, u.position, u.id, l.id`
  return rows.map(lineOf)
}

/** How old a figure may be, by the rules of a day. */
export async function limitsOn(sql: Sql, day: Day): Promise<Limits> {
  const [freshDays, ageingDays] = await Promise.all([
    parameterOn(sql, 'vacancy.freshDays', day),
    parameterOn(sql, 'vacancy.ageingDays', day),
  ])
  return { freshDays, ageingDays }
}

export const aheadDaysOn = (sql: Sql, day: Day): Promise<number> => parameterOn(sql, 'vacancy.aheadDays', day)

/** What is free in one offer, line by line, and by which rules it is judged. */
export type OfferVacancies = { offerId: number; lines: Line[]; limits: Limits }

export async function vacanciesOf(sql: Sql, offerId: number, today: Day): Promise<OfferVacancies> {
  const [lines, limits] = await Promise.all([linesOf(sql, { offerId }, today), limitsOn(sql, today)])
  return { offerId, lines, limits }
}
