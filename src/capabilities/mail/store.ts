import type { Sql } from '../../platform/db.ts'
import { enqueue } from '../../platform/jobs.ts'
import type { Attachment } from '../../platform/mail.ts'
import { dayOf } from '../../platform/values/day.ts'
import { parameterOn } from '../rules/index.ts'
import { type Attached, isAddress, type MailState, type Message, mustFit, oneLine } from './message.ts'

export const SEND = 'mail.send'
const TRIES_OF_JOB = 25

export type Post = {
  recipient: string
  recipientId?: number | undefined
  subject: string
  body: string
  /** What it is about: 'reminder'. */
  topic: string
  at: Date
  /** Where the reader stops getting more of the kind. */
  unsubscribe?: string | undefined
  /** To an invented person: shown in the outbox, never sent. */
  example?: boolean | undefined
  attachments?: readonly Attachment[]
}

/**
 * Puts a message in the outbox with its files and asks for it to be sent, all in the deed's own transaction. Gives its id.
 * @throws Refusal when the files are too large
 */
export async function post(
  sql: Sql,
  { recipient, recipientId, subject, unsubscribe, example, at, attachments = [], ...rest }: Post,
): Promise<number> {
  if (attachments.length > 0) mustFit(attachments, await parameterOn(sql, 'mail.attachmentMegabytes', dayOf(at)))
  const usable = isAddress(recipient)
  const [row] = await sql<{ id: number }[]>`
    insert into outbox ${sql({
      ...rest,
      recipient: oneLine(recipient),
      recipientId: recipientId ?? null,
      subject: oneLine(subject),
      unsubscribe: unsubscribe ?? null,
      example: example ?? false,
      createdAt: at,
      ...(usable ? {} : { state: 'dropped', answer: 'Mailadressen kan ikke bruges.', settledAt: at, settledBy: 'Fælles' }),
    })} returning id`
  if (!row) throw new Error('insert gave no id')
  for (const [index, { name, mediaType, bytes }] of attachments.entries())
    await sql`insert into outbox_attachment ${sql({ outboxId: row.id, position: index + 1, name: fileName(name), mediaType, bytes })}`
  if (usable && !example) await askToSend(sql, row.id)
  return row.id
}

export const askToSend = (sql: Sql, id: number) => enqueue(sql, SEND, { id }, { key: `${SEND}:${id}`, tries: TRIES_OF_JOB })

const fileName = (name: string): string => oneLine(name).replaceAll(/[/\\]/g, '-')

const columns = (sql: Sql) => sql`
  id, message_id, recipient, recipient_id, subject, body, topic, unsubscribe, example, created_at, tries, tried_at, answer, state,
  settled_at, settled_by, (select coalesce(jsonb_agg(jsonb_build_object('position', a.position, 'name', a.name, 'mediaType', a.media_type,
    'size', octet_length(a.bytes)) order by a.position), '[]') from outbox_attachment a where a.outbox_id = outbox.id) as attachments`

/** The files of a message, to be sent with it. */
export const filesOf = (sql: Sql, outboxId: number): Promise<Attachment[]> =>
  sql<Attachment[]>`select name, media_type, bytes from outbox_attachment where outbox_id = ${outboxId} order by position`

/** What files went with each of these messages; a message that is forgotten has none. */
export const attachedTo = (sql: Sql, outboxIds: readonly number[]): Promise<(Attached & { outboxId: number })[]> =>
  sql<(Attached & { outboxId: number })[]>`
    select outbox_id, position, name, media_type, octet_length(bytes) as size from outbox_attachment
    where outbox_id = any(${outboxIds as number[]}) order by outbox_id, position`

/** One file of one message, as it was sent. */
export async function attachmentAt(sql: Sql, outboxId: number, position: number): Promise<Attachment | undefined> {
  const [file] = await sql<Attachment[]>`
    select name, media_type, bytes from outbox_attachment where outbox_id = ${outboxId} and position = ${position}::bigint`
  return file
}

export async function messageWithId(sql: Sql, id: number): Promise<Message | undefined> {
  const [message] = await sql<Message[]>`select ${columns(sql)} from outbox where id = ${id}`
  return message
}

export type Outbox = { messages: Message[]; counts: Record<MailState, number>; total: number }

/** One page of the outbox, newest first, with how many there are of each state. */
export async function outboxPage(sql: Sql, state: MailState | undefined, page: number, size: number): Promise<Outbox> {
  const counts = await countsIn(sql, sql`true`)
  const messages = await sql<Message[]>`
    select ${columns(sql)} from outbox ${state ? sql`where state = ${state}` : sql``}
    order by created_at desc, id desc limit ${size} offset ${(page - 1) * size}`
  return { messages, counts, total: state ? counts[state] : Object.values(counts).reduce((sum, count) => sum + count, 0) }
}

/** How many there are of each state, without those to invented people. */
export const mailCounts = (sql: Sql): Promise<Record<MailState, number>> => countsIn(sql, sql`not example`)

async function countsIn(sql: Sql, which: ReturnType<Sql>): Promise<Record<MailState, number>> {
  const rows = await sql<{ state: MailState; count: number }[]>`
    select state, count(*) as count from outbox where ${which} group by state`
  const none = { uncertain: 0, waiting: 0, sending: 0, sent: 0, dropped: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
}

/** Takes a waiting message to send it; undefined when it is not waiting, or is to an invented person. */
export async function claim(sql: Sql, id: number, at: Date, domain: string): Promise<Message | undefined> {
  const [message] = await sql<Message[]>`
    update outbox set state = 'sending', tries = tries + 1, tried_at = ${at},
      message_id = coalesce(message_id, gen_random_uuid() || '@' || ${domain}::text)
    where id = ${id} and state = 'waiting' and not example
    returning ${columns(sql)}`
  return message
}

type Settled = { state: MailState; answer?: string | undefined; at: Date; by: string }

/** Says what became of a message that stands at `from`; false when it no longer does. */
export async function settle(sql: Sql, id: number, from: MailState, { state, answer, at, by }: Settled): Promise<boolean> {
  const over = state === 'sent' || state === 'dropped'
  const { count } = await sql`
    update outbox set state = ${state}, answer = coalesce(${answer ?? null}, answer),
      settled_at = ${over ? at : null}, settled_by = ${over ? by : null},
      tries = case when ${from !== 'sending' && state === 'waiting'} then 0 else tries end
    where id = ${id} and state = ${from}`
  return count === 1
}

const LOST = 'Programmet stoppede, mens mailen blev sendt. Serveren kan have taget den.'

/** Nobody is sending these any more, and nobody knows what became of them. */
export const strand = (sql: Sql, triedBefore: Date, id?: number) => sql`
  update outbox set state = 'uncertain', answer = ${LOST}
  where state = 'sending' and tried_at < ${triedBefore} ${id === undefined ? sql`` : sql`and id = ${id}`}`

/** Waiting for a server, but no job is going to send them. */
const left = (sql: Sql) => sql`
  state = 'waiting' and not example and not exists (
    select from graphile_worker.jobs j where j.key = ${`${SEND}:`} || outbox.id and j.attempts < j.max_attempts)`

/** Messages that were never tried and are too old to come as a surprise now. */
export const dropOld = (sql: Sql, createdBefore: Date, at: Date, answer: string) => sql`
  update outbox set state = 'dropped', answer = ${answer}, settled_at = ${at}, settled_by = 'Fælles'
  where ${left(sql)} and tries = 0 and created_at < ${createdBefore}`

export const forgotten = (sql: Sql): Promise<{ id: number }[]> => sql<{ id: number }[]>`select id from outbox where ${left(sql)}`

export const forgetOld = (sql: Sql, settledBefore: Date) => sql`
  delete from outbox where state in ('sent', 'dropped') and settled_at < ${settledBefore}`

/** Mail to invented people, for the deed that takes the example data away. */
export const exampleMail = {
  label: 'mails til eksempelpersoner',
  incidental: true as const,
  async count(sql: Sql): Promise<number> {
    const [row] = await sql<{ count: number }[]>`select count(*) as count from outbox where example`
    return row?.count ?? 0
  },
  async remove(sql: Sql): Promise<void> {
    await sql`delete from outbox where example`
  },
}
