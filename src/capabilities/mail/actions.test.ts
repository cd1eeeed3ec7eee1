import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { post } from './index.ts'
import { messageWithId } from './store.ts'

const w = world()

const posted = () =>
  post(w.sql, {
    recipient: 'programleder@faxe.example',
    subject: 'Det mangler I: Faxe',
    body: 'Stop dem her: http://localhost/paamindelser/stop/abc',
    topic: 'reminder',
    at: w.now,
  })

const standing = async (state: string) => {
  const id = await posted()
  await w.sql`update outbox set state = ${state}, message_id = 'abc@rs17.example' where id = ${id}`
  return id
}

test('without a mail server the outbox shows the whole mail and says why it is not sent', async () => {
  await posted()
  const { text } = await (await w.as('secretariat')).get('/kontor/udbakke')
  expect(text).toContain('Der sendes ingen mails herfra')
  expect(text).toContain('SMTP_URL')
  expect(text).toContain('Stop dem her: <a href="/paamindelser/stop/abc">')
})

test('with a mail server it does not say so', async () => {
  w.site = { ...w.site, mail: true }
  expect((await (await w.as('secretariat')).get('/kontor/udbakke')).text).not.toContain('SMTP_URL')
  w.site = { ...w.site, mail: false }
})

test.each([
  ['again', 'waiting'],
  ['sent', 'sent'],
  ['drop', 'dropped'],
])('a person decides of an uncertain mail: %s', async (decision, state) => {
  const id = await standing('uncertain')
  const { status } = await (await w.as('administrator')).post(`/kontor/udbakke/${id}`, { decision })
  expect(status).toBe(303)
  expect((await messageWithId(w.sql, id))?.state).toBe(state)
})

test('who decided, and what, stands in the audit log', async () => {
  const id = await standing('uncertain')
  await (await w.as('secretariat')).post(`/kontor/udbakke/${id}`, { decision: 'sent' })
  const [deed] = await w.sql<
    { subject: string; actorName: string; detail: object }[]
  >`select subject, actor_name, detail from deed`
  expect(deed).toMatchObject({ subject: `mail:${id}`, actorName: 'secretariat', detail: { decision: 'sent', from: 'uncertain' } })
})

test('a mail that is sent cannot be sent again', async () => {
  const id = await standing('sent')
  const { status, text } = await (await w.as('secretariat')).post(`/kontor/udbakke/${id}`, { decision: 'again' })
  expect(status).toBe(422)
  expect(text).toContain('står nu som »Sendt«')
})

test('only the secretariat and the administrator read the outbox', async () => {
  const id = await posted()
  const faxe = await w.as('approver', 'faxe')
  expect((await faxe.get('/kontor/udbakke')).status).toBe(403)
  expect((await faxe.get(`/kontor/udbakke/${id}`)).status).toBe(403)
  expect((await w.citizen.get('/kontor/udbakke')).location).toContain('/log-ind')
})

test('a mail that is not there is not there', async () => {
  const secretariat = await w.as('secretariat')
  for (const id of ['999999', 'abc', '-1']) expect((await secretariat.get(`/kontor/udbakke/${id}`)).status).toBe(404)
})

test('the list is read by state and page, and takes nonsense calmly', async () => {
  await posted()
  const secretariat = await w.as('secretariat')
  expect((await secretariat.get('/kontor/udbakke?tilstand=sent')).text).toContain('Ingen mails her')
  expect((await secretariat.get('/kontor/udbakke?tilstand=x&side=-3')).text).toContain('Det mangler I: Faxe')
})
