import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Config } from '../../platform/config.ts'
import { isLost } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import type { Job } from '../../platform/jobs.ts'
import { type Attachment, type Courier, courierTo } from '../../platform/mail.ts'
import { addDays, dayOf } from '../../platform/values/day.ts'
import { parameterOn } from '../rules/index.ts'
import { type Message, standingAfter } from './message.ts'
import { askToSend, claim, dropOld, filesOf, forgetOld, forgotten, messageWithId, SEND, settle, strand } from './store.ts'

const given = z.object({ id: z.int() })

type Kitchen = Pick<House, 'database' | 'clock'>

/** Thrown so that the queue tries again later, each time after a longer pause. */
class TryLater extends Error {
  override readonly name = 'TryLater'
}

export const jobs = (house: House, { smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>): Job[] => {
  const courier = smtpUrl ? courierTo(smtpUrl, mailFrom) : undefined
  return [
    { name: SEND, run: async (payload) => courier && send(house, courier, given.parse(payload).id) },
    { name: 'mail.tidy', cron: '*/5 * * * *', run: async () => tidy(house, courier !== undefined) },
  ]
}

/**
 * Sends one waiting message. The row says `sending` before the server hears of it, and what the server answered after; a
 * program that stops between the two leaves a message that only a person can judge.
 */
export async function send(house: Kitchen, courier: Courier, id: number): Promise<void> {
  const { database, clock } = house
  const mostTries = await parameterOn(database.sql, 'mail.tries', dayOf(clock()))
  const message = await database.deed((sql) => claim(sql, id, clock(), courier.domain))
  if (!message) return abandoned(house, id)
  const files = message.attachments.length > 0 ? await filesOf(database.sql, id) : []
  const next = standingAfter(await courier.deliver(letterOf(message, files)), message.tries, mostTries)
  await patiently(() => database.deed((sql) => settle(sql, id, 'sending', { ...next, at: clock(), by: 'Fælles' })))
  if (next.state === 'waiting') throw new TryLater(next.answer)
}

/** One job a message: one that still says `sending` when its job begins again was left by a program that stopped. */
async function abandoned({ database, clock }: Kitchen, id: number): Promise<void> {
  const message = await messageWithId(database.sql, id)
  if (message?.state === 'sending') await strand(database.sql, clock(), id)
}

const letterOf = (
  { messageId = '', recipient, subject, body, createdAt, unsubscribe }: Message,
  attachments: readonly Attachment[],
) => ({
  messageId,
  to: recipient,
  subject,
  text: body,
  date: createdAt,
  unsubscribe,
  attachments,
})

const PAUSES_MS = [500, 1000, 2000, 4000, 8000]

/** The server has answered, and only we know what: the database gets time to come back. */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (const ms of PAUSES_MS) {
    try {
      return void (await work())
    } catch (error) {
      if (!isLost(error)) throw error
      await pause(ms)
    }
  }
  await work()
}

const SENDING_AT_MOST_MS = 15 * 60_000
const DAY_MS = 86_400_000

/** Finds what a stopped program left, what has waited too long, and what no job remembers; forgets what is over and old. */
export async function tidy({ database, clock }: Kitchen, canSend: boolean): Promise<void> {
  const now = clock()
  const today = dayOf(now)
  const [keepDays, holdDays] = await Promise.all([
    parameterOn(database.sql, 'mail.keepDays', today),
    parameterOn(database.sql, 'mail.holdDays', today),
  ])
  await database.deed(async (sql) => {
    await strand(sql, new Date(now.getTime() - SENDING_AT_MOST_MS))
    await forgetOld(sql, new Date(addDays(today, -keepDays)))
    if (!canSend) return
    await dropOld(sql, new Date(now.getTime() - holdDays * DAY_MS), now, `Ventede mere end ${holdDays} dage på at kunne sendes.`)
    for (const { id } of await forgotten(sql)) await askToSend(sql, id)
  })
}
