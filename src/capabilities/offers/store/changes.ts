import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'

/** The day, and for how many days what is said to be free is fresh, and ageing. */
type Judged = { today: Day; freshDays: number; ageingDays: number }

/** An instant at which something changed by itself because a Copenhagen day began; nothing while that day is to come. */
const turn = (sql: Sql, day: ReturnType<Sql>, { today }: Judged) =>
  sql`case when ${day} <= ${today}::date then (${day})::timestamp at time zone 'Europe/Copenhagen' end`

/**
 * Every instant at which a unit came to be answered otherwise: somebody changed something, a period began or ended, or what is said to
 * be free grew older than fresh or ageing. One who fetches only what is new so learns that a vacancy has become stale.
 */
export const changes = (sql: Sql, judged: Judged) => {
  const turned = (day: ReturnType<Sql>) => turn(sql, day, judged)
  const { freshDays, ageingDays } = judged
  return sql`
    select u.id as unit_id, greatest(u.recorded_at, o.recorded_at, d.recorded_at,
      ${turned(sql`u.opens_on`)}, ${turned(sql`u.closes_on`)}, ${turned(sql`o.opens_on`)}, ${turned(sql`o.closes_on`)}) as at
    from offer_unit u join offer o on o.id = u.offer_id left join operator d on d.id = o.operator_id
    union all
    select l.unit_id, greatest(l.recorded_at, s.recorded_at, ${turned(sql`l.valid_from`)}, ${turned(sql`l.valid_until`)},
      ${turned(sql`s.day + ${freshDays}::int + 1`)}, ${turned(sql`s.day + ${ageingDays}::int + 1`)})
    from place_line l left join lateral (
      select v.recorded_at, v.day from vacancy_statement v where v.place_line_id = l.id order by v.id desc limit 1) s on true
    union all
    select l.unit_id, greatest(c.recorded_at, ${turned(sql`c.valid_from`)}, ${turned(sql`c.valid_until`)})
    from place_count c join place_line l on l.id = c.place_line_id
    union all
    select p.unit_id, p.recorded_at from offer_price p`
}
