import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'

/** One row of the audit log. Danish: hændelse. */
export type Deed = {
  id: number
  at: Date
  name: string
  subject: string
  actorId: number | undefined
  actorName: string
  actorRoles: string
  detail: Record<string, unknown>
  requestId: string
  /** Who it was done to, when it was done to a person. */
  personName: string | undefined
}

/** What to look for; everything when nothing is said. Days are Copenhagen days, both included. */
export type Sought = {
  who?: string | undefined
  thing?: string | undefined
  permission?: string | undefined
  from?: Day | undefined
  until?: Day | undefined
}

const startOf = (sql: Sql, day: Day) => sql`(${day}::date::timestamp at time zone 'Europe/Copenhagen')`
const endOf = (sql: Sql, day: Day) => sql`((${day}::date + 1)::timestamp at time zone 'Europe/Copenhagen')`

const matching = (sql: Sql, { who, thing, permission, from, until }: Sought) => sql`
  true
  ${who ? sql`and position(plain(${who}) in plain(actor_name)) > 0` : sql``}
  ${thing ? sql`and starts_with(lower(subject), lower(${thing}))` : sql``}
  ${permission ? sql`and starts_with(name, ${`${permission} `})` : sql``}
  ${from ? sql`and at >= ${startOf(sql, from)}` : sql``}
  ${until ? sql`and at < ${endOf(sql, until)}` : sql``}`

const columns = (sql: Sql) => sql`id, at, name, subject, actor_id, actor_name, actor_roles, detail, request_id,
  (select p.name from person p where deed.subject = 'person:' || p.id) as person_name`

/** Newest first; `before` is the id of the last one seen. */
export const deedsSought = (
  sql: Sql,
  sought: Sought,
  { limit, before }: { limit: number; before?: number | undefined },
): Promise<Deed[]> => sql<Deed[]>`
  select ${columns(sql)} from deed
  where ${matching(sql, sought)} ${before === undefined ? sql`` : sql`and id < ${before}`}
  order by id desc limit ${limit}`

const BATCH = 1000

/** All of them, newest first, a batch at a time, however many there are. */
export async function* everyDeed(sql: Sql, sought: Sought): AsyncGenerator<Deed[]> {
  let before: number | undefined
  for (;;) {
    const batch = await deedsSought(sql, sought, { limit: BATCH, before })
    if (batch.length > 0) yield batch
    if (batch.length < BATCH) return
    before = batch.at(-1)?.id
  }
}

/** How the queue is: what is due and not begun, since when, and what has failed and is tried again or given up. */
export type Queue = { waiting: number; oldestSeconds: number; failing: number }

export async function queueNow(sql: Sql): Promise<Queue> {
  const [queue] = await sql<Queue[]>`
    select count(*) filter (where due)::int as waiting,
      coalesce(extract(epoch from now() - min(run_at) filter (where due)), 0)::int as oldest_seconds,
      count(*) filter (where last_error is not null)::int as failing
    from (
      select run_at, last_error, run_at <= now() and locked_at is null and attempts < max_attempts as due from graphile_worker.jobs
    ) j`
  return queue ?? { waiting: 0, oldestSeconds: 0, failing: 0 }
}

export const ping = (sql: Sql) => sql`select 1`
