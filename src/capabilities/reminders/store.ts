import type { Sql } from '../../platform/db.ts'
import { drawToken, hashOf } from '../../platform/token.ts'
import type { Day } from '../../platform/values/day.ts'
import { post } from '../mail/index.ts'
import { missingFor } from '../progress/index.ts'
import { parameterOn } from '../rules/index.ts'
import { countsOf, dueOn, letterOf, type Reader, type Reminder } from './reminder.ts'

/** Where no demo person can be reached: the address is never resolved, and the message never sent. */
const address = (sql: Sql) =>
  sql`coalesce(p.email, case when p.demo then replace(p.subject, ':', '.') || '@eksempel.invalid' end)`

const stopped = (sql: Sql) => sql`
  coalesce((select s.stopped from reminder_stop s where s.person_id = p.id order by s.id desc limit 1), false)`

/** Those who report or approve for a party, can be reached by mail and have not said no. */
const readersNow = (sql: Sql): Promise<Reader[]> => sql<Reader[]>`
  select p.id as person_id, p.name, ${address(sql)} as email, p.demo, g.role, g.party_id,
    (select max(r.day) from reminder r where r.person_id = p.id) as last_reminded
  from role_grant g join person p on p.id = g.person_id
  where g.ended_at is null and g.role in ('contributor', 'approver') and ${address(sql)} is not null and not ${stopped(sql)}
  order by p.id, g.id`

/** Who would be reminded now. */
export async function remindersDue(sql: Sql, day: Day): Promise<{ due: Reminder[]; everyDays: number }> {
  const [readers, missing, everyDays] = await Promise.all([
    readersNow(sql),
    missingFor(sql, day),
    parameterOn(sql, 'reminder.everyDays', day),
  ])
  return { due: dueOn(day, { readers, missing, everyDays }), everyDays }
}

/** Puts one mail in the outbox to everybody who is due, and remembers it; run twice, the second finds nobody. */
export async function remind(sql: Sql, { day, at, baseUrl }: { day: Day; at: Date; baseUrl: string }): Promise<number> {
  const { due, everyDays } = await remindersDue(sql, day)
  for (const reminder of due) {
    const token = drawToken()
    const stopUrl = `${baseUrl}/paamindelser/stop/${token}`
    const outboxId = await post(sql, {
      recipient: reminder.reader.email,
      recipientId: reminder.reader.personId,
      ...letterOf(reminder, { baseUrl, stopUrl, everyDays }),
      topic: 'reminder',
      unsubscribe: stopUrl,
      example: reminder.reader.demo,
      at,
    })
    await sql`
      insert into reminder ${sql({
        personId: reminder.reader.personId,
        day,
        at,
        lacks: sql.json(countsOf(reminder)),
        tokenHash: hashOf(token),
        outboxId,
      })}`
  }
  return due.length
}

/** Whom a stop link was sent to; undefined when the link is unknown, or so old that it is forgotten. */
export async function personOfToken(sql: Sql, token: string): Promise<number | undefined> {
  const [row] = await sql<{ personId: number }[]>`select person_id from reminder where token_hash = ${hashOf(token)}`
  return row?.personId
}

export async function hasStopped(sql: Sql, personId: number): Promise<boolean> {
  const [row] = await sql<{ stopped: boolean }[]>`
    select stopped from reminder_stop where person_id = ${personId} order by id desc limit 1`
  return row?.stopped ?? false
}

/** Stops reminders to a person, or starts them again; nothing when it is so already. */
export async function setStopped(
  sql: Sql,
  choice: { personId: number; stopped: boolean; at: Date; via: 'mail' | 'page' },
): Promise<void> {
  if ((await hasStopped(sql, choice.personId)) === choice.stopped) return
  await sql`insert into reminder_stop ${sql(choice)}`
}

export type Sent = {
  at: Date
  name: string
  lacks: Record<string, number>
  outboxId: number | undefined
  example: boolean
}

/** The newest reminders, whoever got them. */
export const remindersSent = (sql: Sql, limit: number): Promise<Sent[]> => sql<Sent[]>`
  select r.at, p.name, r.lacks, r.outbox_id, p.demo as example
  from reminder r join person p on p.id = r.person_id order by r.at desc, r.id desc limit ${limit}`

export type Stop = { name: string; at: Date; via: 'mail' | 'page' }

/** Those who get no reminders, since when and by what. */
export const stopsNow = (sql: Sql): Promise<Stop[]> => sql<Stop[]>`
  select p.name, s.at, s.via from (
    select distinct on (person_id) person_id, stopped, at, via from reminder_stop order by person_id, id desc
  ) s join person p on p.id = s.person_id where s.stopped order by p.name collate danish`

/** Parties that nobody can be reminded for. */
export async function unreachable(sql: Sql, day: Day): Promise<string[]> {
  const reached = new Set((await readersNow(sql)).map(({ partyId }) => partyId))
  const missing = await missingFor(sql, day)
  return missing.filter(({ party, lacks }) => lacks.length > 0 && !reached.has(party.id)).map(({ party }) => party.name)
}

export const forgetReminders = (sql: Sql, before: Date) => sql`delete from reminder where at < ${before}`

/** Reminders to demo people, for the deed that takes the example data away. */
export const exampleReminders = {
  label: 'påmindelser til eksempelpersoner',
  incidental: true as const,
  async count(sql: Sql): Promise<number> {
    const [row] = await sql<{ count: number }[]>`
      select count(*) as count from reminder r join person p on p.id = r.person_id where p.demo`
    return row?.count ?? 0
  },
  async remove(sql: Sql): Promise<void> {
    await sql`delete from reminder where person_id in (select id from person where demo)`
  },
}
