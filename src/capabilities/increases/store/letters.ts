import type { Sql } from '../../../platform/db.ts'
import type { Attachment } from '../../../platform/mail.ts'
import type { Day } from '../../../platform/values/day.ts'
import { post } from '../../mail/index.ts'
import type { Operator } from '../../offers/index.ts'
import type { Dispatch, Hearing, Letter, Merged } from '../letter.ts'
import { merged } from '../letter.ts'

/** Every version, the one in use first. */
export async function letters(sql: Sql): Promise<Letter[]> {
  const [found, hearings] = await Promise.all([
    sql<Omit<Letter, 'hearings'>[]>`
      select id, version, subject, body, reason, source, actor_name, recorded_at from supplier_letter order by version desc`,
    sql<Hearing[]>`select id, letter_id, bodies, opens_on, deadline, closed_on, conclusion from letter_hearing order by id`,
  ])
  return found.map((letter) => ({ ...letter, hearings: hearings.filter(({ letterId }) => letterId === letter.id) }))
}

type By = { actorId: number | undefined; actorName: string; recordedAt: Date }

export const addLetter = (sql: Sql, { actorId, ...letter }: Pick<Letter, 'subject' | 'body' | 'reason' | 'source'> & By) => sql`
  insert into supplier_letter (version, subject, body, reason, source, actor_id, actor_name, recorded_at)
  select coalesce(max(version), 0) + 1, ${letter.subject}, ${letter.body}, ${letter.reason}, ${letter.source}, ${actorId ?? null}::bigint,
    ${letter.actorName}, ${letter.recordedAt}::timestamptz
  from supplier_letter`

export const openHearingOf = (
  sql: Sql,
  hearing: Pick<Hearing, 'letterId' | 'bodies' | 'opensOn' | 'deadline'> & Omit<By, 'actorId'>,
) => sql`insert into letter_hearing ${sql(hearing)}`

export const closeHearing = (sql: Sql, id: number, closedOn: Day, conclusion: string) =>
  sql`update letter_hearing set closed_on = ${closedOn}, conclusion = ${conclusion} where id = ${id} and closed_on is null`

export const dispatches = (sql: Sql): Promise<Dispatch[]> => sql<Dispatch[]>`
  select s.id, l.version, s.operator_id, s.operator_name, s.recipient, s.sent_at, s.actor_name, s.example
  from letter_dispatch s join supplier_letter l on l.id = s.letter_id order by s.id desc limit 500`

type Sending = {
  letter: Letter
  values: Omit<Merged, 'driftsherre'>
  at: Date
  /** Their copy as a file. */
  paper: (values: Merged) => Promise<Attachment>
  actorId: number | undefined
  actorName: string
}

/** Mails the letter to each operator that has a mailbox, and notes it for all; gives how many were mailed. */
export async function dispatch(
  sql: Sql,
  operators: readonly Operator[],
  { letter, values, at, paper, ...by }: Sending,
): Promise<number> {
  let mailed = 0
  for (const { id, name, mailbox, example } of operators) {
    const own = { ...values, driftsherre: name }
    const outboxId =
      mailbox === undefined
        ? null
        : await post(sql, {
            recipient: mailbox,
            subject: merged(letter.subject, own),
            body: merged(letter.body, own),
            topic: 'letter',
            example,
            at,
            attachments: [await paper(own)],
          })
    if (outboxId !== null) mailed += 1
    await sql`insert into letter_dispatch ${sql({
      letterId: letter.id,
      operatorId: id,
      operatorName: name,
      recipient: mailbox ?? null,
      outboxId,
      actorId: by.actorId ?? null,
      actorName: by.actorName,
      example,
      sentAt: at,
    })}`
  }
  return mailed
}
