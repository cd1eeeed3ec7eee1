import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailServer, mailServer } from '../../../tests/setup/smtp.ts'
import { freshDatabase } from '../../../tests/setup/worker.ts'
import { connect, type Database } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import { startJobs } from '../../platform/jobs.ts'
import { post } from './index.ts'
import { jobs } from './jobs.ts'

let server: MailServer
let database: Database
let work: { stop(): Promise<void> }

beforeAll(async () => {
  const url = await freshDatabase('faelles_mail_queue')
  server = await mailServer()
  database = connect(url, { connections: 3 })
  const house = { database, clock: () => new Date() } as House
  work = await startJobs(url, jobs(house, { smtpUrl: server.url, mailFrom: 'Fælles <faelles@rs17.example>' }))
})
afterAll(async () => {
  await work?.stop()
  await database?.close()
  await server?.close()
})

const letter = (subject: string) => ({ recipient: 'a@faxe.example', subject, body: 'Hej', topic: 'test', at: new Date() })

const stateOf = async (id: number) => {
  const [row] = await database.sql<{ state: string }[]>`select state from outbox where id = ${id}`
  return row?.state
}

test('what a deed posts is sent by the queue when, and only when, the deed is saved', async () => {
  const undone = database.deed(async (sql) => {
    await post(sql, letter('Fortrudt'))
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  const id = await database.deed((sql) => post(sql, letter('Gemt')))
  await expect.poll(() => stateOf(id), { timeout: 20_000 }).toBe('sent')
  expect(server.taken.map((message) => message.match(/^Subject: (.*)\r$/m)?.[1])).toEqual(['Gemt'])
})

test('a server that is busy is asked again by the queue itself', async () => {
  server.next = { code: 451, text: 'Optaget' }
  const id = await database.deed((sql) => post(sql, letter('Igen')))
  await expect.poll(() => server.handedOver, { timeout: 20_000 }).toBe(2)
  server.next = 'yes'
  await expect.poll(() => stateOf(id), { timeout: 30_000 }).toBe('sent')
  expect(server.taken).toHaveLength(2)
})
