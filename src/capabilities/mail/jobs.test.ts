import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MailServer, mailServer } from '../../../tests/setup/smtp.ts'
import { world } from '../../../tests/world.ts'
import { courierTo } from '../../platform/mail.ts'
import { post } from './index.ts'
import { send, tidy } from './jobs.ts'
import type { Message } from './message.ts'
import { claim, messageWithId } from './store.ts'

const w = world()

let server: MailServer
beforeEach(async () => {
  server = await mailServer()
})
afterEach(() => server.close())

const kitchen = () => ({ database: w.database, clock: () => w.now })
const courier = (url = server.url) => courierTo(url, 'Fælles <faelles@rs17.example>', { connect: 2000, silence: 2000 })

const posted = (more: Partial<Parameters<typeof post>[1]> = {}) =>
  post(w.sql, {
    recipient: 'programleder@faxe.example',
    subject: 'Det mangler I: Faxe',
    body: 'Kære kollega på Møn\n\n.En linje med punktum først\n',
    topic: 'reminder',
    at: w.now,
    ...more,
  })

async function tried(id: number, url?: string): Promise<Message> {
  await send(kitchen(), courier(url), id).catch((error: Error) => expect(error.name).toBe('TryLater'))
  const message = await messageWithId(w.sql, id)
  if (!message) throw new Error('gone')
  return message
}

const header = (message: string | undefined, name: string) =>
  message?.match(new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im'))?.[1]

describe('the server says yes', () => {
  test('and the message is sent once, however often its job runs', async () => {
    const id = await posted()
    expect(await tried(id)).toMatchObject({ state: 'sent', tries: 1, settledBy: 'Fælles' })
    await tried(id)
    expect(server.taken).toHaveLength(1)
  })

  test('to headers that say who made it and how to stop it', async () => {
    const message = await tried(await posted({ unsubscribe: 'https://faelles.example/paamindelser/stop/abc' }))
    const [taken] = server.taken
    expect(header(taken, 'Message-ID')).toBe(`<${message.messageId}>`)
    expect(message.messageId).toMatch(/^[0-9a-f-]{36}@rs17\.example$/)
    expect(header(taken, 'Auto-Submitted')).toBe('auto-generated')
    expect(header(taken, 'List-Unsubscribe')).toBe('<https://faelles.example/paamindelser/stop/abc>')
    expect(header(taken, 'To')).toBe('programleder@faxe.example')
  })

  test('and a line break in a name begins no header of its own', async () => {
    await tried(await posted({ subject: 'Det mangler I:\r\nBcc: alle@example.dk' }))
    expect(header(server.taken[0], 'Bcc')).toBeUndefined()
    expect(header(server.taken[0], 'Subject')).toContain('Det mangler I: Bcc: alle@example.dk')
  })
})

describe('the server says not now', () => {
  test('and then yes: sent under the same Message-ID', async () => {
    server.next = { code: 451, text: 'Prøv igen senere' }
    const id = await posted()
    const first = await tried(id)
    expect(first).toMatchObject({ state: 'waiting', tries: 1 })
    expect(first.answer).toContain('Prøv igen senere')
    server.next = 'yes'
    const second = await tried(id)
    expect(second).toMatchObject({ state: 'sent', tries: 2, messageId: first.messageId })
    expect(header(server.taken[0], 'Message-ID')).toBe(`<${first.messageId}>`)
  })

  test('and the job asks the queue to come back', async () => {
    server.next = { code: 451, text: 'Prøv igen senere' }
    await expect(send(kitchen(), courier(), await posted())).rejects.toThrow('451')
  })

  test('for so long that it is given up, and told', async () => {
    server.next = { refuseRecipient: 450, text: 'Postkassen er låst' }
    const id = await posted()
    await w.sql`update outbox set tries = 11 where id = ${id}`
    const message = await tried(id)
    expect(message.state).toBe('dropped')
    expect(message.answer).toMatch(/^Opgivet efter 12 forsøg.*Postkassen er låst/s)
  })

  test('nor does anybody answer at all: the message waits', async () => {
    const url = server.url
    await server.close()
    expect(await tried(await posted(), url)).toMatchObject({ state: 'waiting', tries: 1 })
    server = await mailServer()
  })
})

test('a server that refuses the address for good ends it, with the reason told', async () => {
  server.next = { refuseRecipient: 550, text: 'Ukendt modtager' }
  const message = await tried(await posted())
  expect(message.state).toBe('dropped')
  expect(message.answer).toContain('Ukendt modtager')
})

test('a server that refuses the message itself for good ends it too', async () => {
  server.next = { code: 554, text: 'Afvist' }
  expect(await tried(await posted())).toMatchObject({ state: 'dropped' })
})

describe('the answer is lost after the message was handed over', () => {
  test('the message is uncertain, and is not sent a second time', async () => {
    server.next = 'drop'
    const id = await posted()
    expect(await tried(id)).toMatchObject({ state: 'uncertain', tries: 1 })
    server.next = 'yes'
    await tried(id)
    w.now = new Date(w.now.getTime() + 86_400_000)
    await tidy(kitchen(), true)
    await tried(id)
    expect(server.handedOver).toBe(1)
    expect(server.taken).toHaveLength(0)
  })

  test('sent again by a person it bears the same Message-ID', async () => {
    server.next = 'drop'
    const id = await posted()
    const { messageId } = await tried(id)
    await (await w.as('secretariat')).post(`/kontor/udbakke/${id}`, { decision: 'again' })
    server.next = 'yes'
    expect(await tried(id)).toMatchObject({ state: 'sent', messageId })
    expect(header(server.taken[0], 'Message-ID')).toBe(`<${messageId}>`)
  })
})

describe('a program that stopped while it sent', () => {
  test('leaves a message that is uncertain when its job begins again', async () => {
    const id = await posted()
    await claim(w.sql, id, w.now, 'rs17.example')
    w.now = new Date(w.now.getTime() + 1000)
    expect(await tried(id)).toMatchObject({ state: 'uncertain' })
    expect(server.handedOver).toBe(0)
  })

  test('is found by the tidying, but not while a message may still be on its way', async () => {
    const id = await posted()
    await claim(w.sql, id, w.now, 'rs17.example')
    await tidy(kitchen(), true)
    expect((await messageWithId(w.sql, id))?.state).toBe('sending')
    w.now = new Date(w.now.getTime() + 16 * 60_000)
    await tidy(kitchen(), true)
    expect((await messageWithId(w.sql, id))?.state).toBe('uncertain')
  })
})

describe('mail that waited for a server to be chosen', () => {
  const noJobs = () => w.sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`
  const jobs = async () => (await w.sql<{ key: string }[]>`select key from graphile_worker.jobs`).map(({ key }) => key)

  test('is sent when it is fresh, and left when it is old', async () => {
    const old = await posted()
    w.now = new Date(w.now.getTime() + 8 * 86_400_000)
    const fresh = await posted()
    await noJobs()
    await tidy(kitchen(), true)
    expect(await jobs()).toEqual([`mail.send:${fresh}`])
    expect((await messageWithId(w.sql, old))?.answer).toContain('mere end 7 dage')
  })

  test('stays as it is while there is none', async () => {
    const id = await posted()
    w.now = new Date(w.now.getTime() + 30 * 86_400_000)
    await noJobs()
    await tidy(kitchen(), false)
    expect((await messageWithId(w.sql, id))?.state).toBe('waiting')
  })
})

test('a message to an invented person is kept for reading and never sent', async () => {
  const id = await posted({ example: true })
  await tried(id)
  expect((await messageWithId(w.sql, id))?.state).toBe('waiting')
  expect(server.handedOver).toBe(0)
})

test('an address no server could take is said at once, and the deed goes on', async () => {
  const message = await messageWithId(w.sql, await posted({ recipient: 'ukendt' }))
  expect(message).toMatchObject({ state: 'dropped', answer: 'Mailadressen kan ikke bruges.' })
})

test('a message that was settled a year ago is forgotten', async () => {
  const id = await posted()
  await tried(id)
  w.now = new Date('2027-03-05T09:00:00Z')
  await tidy(kitchen(), true)
  expect(await messageWithId(w.sql, id)).toBeUndefined()
})
