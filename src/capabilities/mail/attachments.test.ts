import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MailServer, mailServer } from '../../../tests/setup/smtp.ts'
import { world } from '../../../tests/world.ts'
import { courierTo } from '../../platform/mail.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { exampleMail, post } from './index.ts'
import { send, tidy } from './jobs.ts'
import { sizeText } from './message.ts'
import { messageWithId, settle } from './store.ts'

const w = world()

let server: MailServer
beforeEach(async () => {
  server = await mailServer()
})
afterEach(() => server.close())

/** Every value a byte can have, and no even number of them. */
const everyByte = Uint8Array.from({ length: 70_001 }, (_, index) => (index * 7) % 256)
const report = { name: 'indberetning æøå.pdf', mediaType: 'application/pdf', bytes: everyByte }
const sheet = { name: 'ark.xlsx', mediaType: 'application/vnd.ms-excel', bytes: Uint8Array.from([80, 75, 3, 4, 0, 255]) }

const posted = (attachments = [report, sheet]) =>
  post(w.sql, {
    recipient: 'tilsyn@example.dk',
    subject: 'Indberetning',
    body: 'Se bilagene.',
    topic: 'test',
    at: w.now,
    attachments,
  })

const sent = (id: number) =>
  send({ database: w.database, clock: () => w.now }, courierTo(server.url, 'Fælles <faelles@rs17.example>'), id)

/** The parts of a message as any mail program reads them. */
function partsOf(message: string): { head: string; bytes: Buffer }[] {
  const boundary = /boundary="([^"]+)"/.exec(message)?.[1] ?? ''
  return message
    .split(`--${boundary}`)
    .slice(2, -1)
    .map((part) => {
      const at = part.indexOf('\r\n\r\n')
      return { head: part.slice(0, at), bytes: Buffer.from(part.slice(at), 'base64') }
    })
}

describe('files of a message', () => {
  test('arrive as parts of it, with name and kind, and are the same bytes', async () => {
    await sent(await posted())
    const [pdf, xlsx] = partsOf(server.taken[0] ?? '')
    expect(pdf?.head).toContain('Content-Type: application/pdf')
    expect(pdf?.head).toContain('indberetning%20%C3%A6%C3%B8%C3%A5.pdf')
    expect(pdf?.bytes.equals(everyByte)).toBe(true)
    expect(xlsx?.head).toMatch(/filename=ark.xlsx/)
    expect(xlsx?.bytes.equals(sheet.bytes)).toBe(true)
  })

  test('stand in the outbox with name and size, and can be fetched there as they are sent', async () => {
    const id = await posted()
    const secretariat = await w.as('secretariat')
    const { text } = await secretariat.get(`/kontor/udbakke/${id}`)
    expect(text).toContain('2 bilag')
    expect(text).toContain('68\u00a0KB')
    const file = await secretariat.get(`/kontor/udbakke/${id}/bilag/1`)
    expect(Buffer.from(file.bytes).equals(everyByte)).toBe(true)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect((await secretariat.get(`/kontor/udbakke/${id}/bilag/3`)).status).toBe(404)
    expect((await secretariat.get(`/kontor/udbakke/${id}/bilag/999999999999999`)).status).toBe(404)
    expect((await (await w.as('contributor', 'faxe')).get(`/kontor/udbakke/${id}/bilag/1`)).status).toBe(403)
    const administrator = await w.as('administrator')
    expect((await administrator.get(`/kontor/udbakke/${id}`)).text).not.toContain('/bilag/')
    expect((await administrator.get(`/kontor/udbakke/${id}/bilag/1`)).status).toBe(403)
  })

  test('that fill more than the rule lets them are refused, with both numbers, and no message is left', async () => {
    const large = { ...report, bytes: new Uint8Array(10 * 1024 * 1024 + 1) }
    const refused = posted([large]).catch((error: Refusal) => error)
    expect(await refused).toBeInstanceOf(Refusal)
    expect(((await refused) as Refusal).message).toContain('10,1\u00a0MB tilsammen, og en mail må højst have 10 MB')
    expect(await w.sql`select from outbox where topic = 'test'`).toHaveLength(0)
    expect(await posted([{ ...large, bytes: large.bytes.subarray(1) }])).toBeGreaterThan(0)
  })

  test('are gone when the message is forgotten, or is an example that is taken away', async () => {
    const id = await posted()
    await sent(id)
    w.now = new Date('2027-03-05T09:00:00Z')
    await tidy({ database: w.database, clock: () => w.now }, true)
    const example = await post(w.sql, {
      ...{ recipient: 'a@example.dk', subject: 'x', body: '', topic: 'test', at: w.now },
      example: true,
      attachments: [sheet],
    })
    expect(await w.sql`select from outbox_attachment where outbox_id = ${id}`).toHaveLength(0)
    expect(await w.sql`select from outbox_attachment where outbox_id = ${example}`).toHaveLength(1)
    await exampleMail.remove(w.sql)
    expect(await w.sql`select from outbox_attachment`).toHaveLength(0)
  })

  test('follow when a person sends the message again', async () => {
    const id = await posted([sheet])
    await settle(w.sql, id, 'waiting', { state: 'dropped', at: w.now, by: 'Prøve' })
    await (await w.as('secretariat')).post(`/kontor/udbakke/${id}`, { decision: 'again' })
    await sent(id)
    expect(partsOf(server.taken[0] ?? '')[0]?.bytes.equals(sheet.bytes)).toBe(true)
    expect((await messageWithId(w.sql, id))?.state).toBe('sent')
  })
})

test('a size is never told as nothing', () => {
  expect(sizeText(3)).toBe('1\u00a0KB')
  expect(sizeText(1_572_864)).toBe('1,5\u00a0MB')
})
