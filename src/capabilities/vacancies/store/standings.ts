import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { inUse, joined, limitsOn, open } from './lines.ts'

/** How an operator stands with its vacancies: what it has told, how fresh it is, and when it was asked. */
export type Standing = {
  id: number
  name: string
  partyId: number | undefined
  lines: number
  told: number
  fresh: number
  ageing: number
  stale: number
  free: number
  oldest: Day | undefined
  newest: Day | undefined
  /** Where the weekly mail goes; undefined: nowhere. */
  recipient: string | undefined
  /** The mailbox is made up, since the figures are: the mail stays in the outbox. */
  invented: boolean
  askedOn: Day | undefined
  lastLinkId: number | undefined
  /** What the last mail was answered; undefined: nothing yet. */
  lastReceipt: string | undefined
  example: boolean
}

/**
 * Every operator with place lines in use; an offer that has yet to open is not asked. One whose figures are invented and who has no mailbox gets an invented one, so that the
 * mail can be seen in the outbox.
 */
export async function standings(
  sql: Sql,
  today: Day,
  only: { id?: number; partyIds?: readonly number[] } = {},
): Promise<Standing[]> {
  const { freshDays, ageingDays } = await limitsOn(sql, today)
  return sql<Standing[]>`
    with standing as (
      select d.id, d.name, d.party_id, d.mailbox, count(*)::int as lines, count(s.id)::int as told,
        count(*) filter (where ${today}::date - s.day <= ${freshDays})::int as fresh,
        count(*) filter (where ${today}::date - s.day > ${freshDays} and ${today}::date - s.day <= ${ageingDays})::int as ageing,
        count(*) filter (where ${today}::date - s.day > greatest(${freshDays}::int, ${ageingDays}::int))::int as stale,
        coalesce(sum(s.free), 0)::int as free, min(s.day) as oldest, max(s.day) as newest, coalesce(bool_or(s.example), false) as example,
        (select p.key from party p where p.id = d.party_id) as party_key
      from ${joined(sql, today)}
      where d.id is not null and ${inUse(sql, today)}
        ${only.id === undefined ? sql`` : sql`and d.id = ${only.id}`}
        ${only.partyIds === undefined ? sql`` : sql`and d.party_id = any(${only.partyIds as number[]})`}
      group by d.id
    )
    select t.id, t.name, t.party_id, t.lines, t.told, t.fresh, t.ageing, t.stale, t.free, t.oldest, t.newest, t.example,
      coalesce(t.mailbox, case when t.example then coalesce(t.party_key, 'driftsherre-' || t.id) || '@eksempel.invalid' end) as recipient,
      t.mailbox is null as invented, k.id as last_link_id, case when k.used_at is not null then k.receipt end as last_receipt,
      (k.sent_at at time zone 'Europe/Copenhagen')::date as asked_on
    from standing t
    left join lateral (select * from vacancy_link k where k.operator_id = t.id order by k.id desc limit 1) k on true
    order by t.name collate danish, t.id`
}

export async function standingOf(sql: Sql, id: number, today: Day): Promise<Standing | undefined> {
  const [standing] = await standings(sql, today, { id })
  return standing
}

/** Closed, or ended, while places there still stand as free: what a provider left behind. */
export type LeftBehind = {
  lineId: number
  offerId: number
  offerName: string
  unitName: string
  free: number
  day: Day
  closesOn: Day | undefined
}

export const leftBehind = (sql: Sql, today: Day): Promise<LeftBehind[]> => sql<LeftBehind[]>`
  select l.id as line_id, o.id as offer_id, o.name as offer_name, u.name as unit_name, s.free, s.day,
    least(o.closes_on, u.closes_on, l.valid_until) as closes_on
  from ${joined(sql, today)}
  where s.free > 0 and not (${open(sql, today)}) order by s.day desc, l.id limit 100`
