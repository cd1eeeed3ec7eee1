import type { Sql } from '../../../platform/db.ts'
import { drawToken, hashOf } from '../../../platform/token.ts'
import { addDays, type Day } from '../../../platform/values/day.ts'
import { post } from '../../mail/index.ts'
import { parameterOn } from '../../rules/index.ts'
import { letterOf } from '../letter.ts'
import { isOpen } from '../line.ts'
import type { Link } from '../link.ts'
import { linesOf } from './lines.ts'
import { type Standing, standings } from './standings.ts'

const linkColumns = (sql: Sql) => sql`
  k.id, k.receipt, k.operator_id, d.name as operator_name, k.recipient, k.sent_at, k.works_until, k.used_at, k.used_for, k.example`

export async function linkWithToken(sql: Sql, token: string): Promise<Link | undefined> {
  const [link] = await sql<Link[]>`
    select ${linkColumns(sql)} from vacancy_link k join operator d on d.id = k.operator_id where k.token_hash = ${hashOf(token)}`
  return link
}

export async function linkWithReceipt(sql: Sql, receipt: string): Promise<Link | undefined> {
  const [link] = await sql<Link[]>`
    select ${linkColumns(sql)} from vacancy_link k join operator d on d.id = k.operator_id where k.receipt::text = ${receipt}`
  return link
}

export const useUp = (sql: Sql, id: number, usedFor: 'confirmed' | 'stated', at: Date) => sql`
  update vacancy_link set used_at = ${at}, used_for = ${usedFor} where id = ${id} and used_at is null`

/** A link nobody ever had, as if its mail had been answered. */
export async function inventAnswered(sql: Sql, operatorId: number, at: Date, worksUntil: Day): Promise<number> {
  const [link] = await sql<{ id: number }[]>`
    insert into vacancy_link ${sql({
      operatorId,
      tokenHash: hashOf(drawToken()),
      recipient: 'driftsherre@eksempel.invalid',
      sentAt: at,
      worksUntil,
      usedAt: at,
      usedFor: 'confirmed',
      example: true,
    })} returning id`
  if (!link) throw new Error('no link was added')
  return link.id
}

type When = { day: Day; at: Date; baseUrl: string }

/** Sends every operator that can be reached and has not just been asked its weekly mail; gives how many. */
export async function askAll(sql: Sql, when: When): Promise<number> {
  const everyDays = await parameterOn(sql, 'vacancy.mailEveryDays', when.day)
  const due = (await standings(sql, when.day)).filter(
    ({ recipient, askedOn }) => recipient !== undefined && (askedOn === undefined || addDays(askedOn, everyDays) <= when.day),
  )
  for (const standing of due) await askOne(sql, standing, when)
  return due.length
}

/** Sends one operator a mail with a new link. Only the hash of its token stays here. */
export async function askOne(sql: Sql, { id, name, recipient, invented }: Standing, { day, at, baseUrl }: When): Promise<void> {
  if (recipient === undefined) throw new Error(`operator ${id} has no mailbox`)
  const token = drawToken()
  const worksUntil = addDays(day, await parameterOn(sql, 'vacancy.linkDays', day))
  const lines = (await linesOf(sql, { operatorId: id }, day)).filter((line) => isOpen(line, day))
  const outboxId = await post(sql, {
    recipient,
    ...letterOf(name, lines, { answerUrl: `${baseUrl}/ledige/svar/${token}`, worksUntil, today: day }),
    topic: 'vacancies',
    example: invented,
    at,
  })
  await sql`insert into vacancy_link ${sql({
    operatorId: id,
    tokenHash: hashOf(token),
    recipient,
    sentAt: at,
    worksUntil,
    outboxId,
    example: invented,
  })}`
}
