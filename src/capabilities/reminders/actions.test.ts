import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { hasStopped, remind } from './store.ts'

const w = world()

type Mail = { recipient: string; subject: string; body: string; unsubscribe: string }
const mails = () => w.sql<Mail[]>`select recipient, subject, body, unsubscribe from outbox order by id`
const run = (day = '2026-03-02') => w.database.deed((sql) => remind(sql, { day, at: w.now, baseUrl: 'http://localhost' }))
const linkIn = (mail: Mail | undefined) => mail?.body.match(/http:\/\/localhost(\/paamindelser\/stop\/[\w-]+)/)?.[1] ?? ''

/** A contributor at Faxe, the mail he got, and the way to stop it. */
async function reminded() {
  const faxe = await w.as('contributor', 'faxe')
  await run()
  const [mail] = await mails()
  return { faxe, mail, link: linkIn(mail) }
}

describe('the weekly job', () => {
  test('writes to those who report for a party that has said nothing', async () => {
    await w.as('reader')
    await w.as('secretariat')
    const { mail } = await reminded()
    expect(await mails()).toHaveLength(1)
    expect(mail?.subject).toBe('Det mangler I i Fælles: Faxe')
    expect(mail?.body).toContain('http://localhost/plan/parter/faxe')
    expect(mail?.unsubscribe).toBe(`http://localhost${linkIn(mail)}`)
  })

  test('run twice writes once', async () => {
    await w.as('contributor', 'faxe')
    expect(await run()).toBe(1)
    expect(await run()).toBe(0)
    expect(await mails()).toHaveLength(1)
  })

  test('writes again when a week has passed, and as often as the rule says', async () => {
    await w.as('contributor', 'faxe')
    await run('2026-03-02')
    expect(await run('2026-03-08')).toBe(0)
    expect(await run('2026-03-09')).toBe(1)
    await w.sql`insert into parameter (key, value, unit, label, valid_from, source) values ('reminder.everyDays', 14, 'dage', '', '2026-03-01', '')`
    expect(await run('2026-03-16')).toBe(0)
    expect(await run('2026-03-23')).toBe(1)
  })

  test('does not write to somebody without an address, nor to one whose role has ended', async () => {
    const { personId: silent = 0 } = await w.as('contributor', 'faxe')
    await w.sql`update person set email = null where id = ${silent}`
    const { personId: former = 0 } = await w.as('approver', 'greve')
    await w.sql`update role_grant set ended_at = now() where person_id = ${former}`
    expect(await run()).toBe(0)
  })

  test('writes to a demo person only for reading in the outbox', async () => {
    const { personId = 0 } = await w.as('contributor', 'faxe')
    await w.sql`update person set email = null, demo = true, subject = 'demo:contributor:faxe' where id = ${personId}`
    await run()
    const [mail] = await w.sql<{ recipient: string; example: boolean }[]>`select recipient, example from outbox`
    expect(mail).toMatchObject({ recipient: 'demo.contributor.faxe@eksempel.invalid', example: true })
  })
})

describe('the link in the mail', () => {
  test('shows a button and stops nothing by being opened', async () => {
    const { faxe, link } = await reminded()
    const { status, text } = await w.citizen.get(link)
    expect(status).toBe(200)
    expect(text).toContain('Stop påmindelser til mig')
    expect(await hasStopped(w.sql, faxe.personId ?? 0)).toBe(false)
  })

  test('stops reminders without anybody being signed in, and who and by what is kept', async () => {
    const { faxe, link } = await reminded()
    const { status, location } = await w.citizen.post(link)
    expect([status, location.split('?')[0]]).toEqual([303, '/paamindelser/stoppet'])
    expect(await run('2026-03-09')).toBe(0)
    const [stop] = await w.sql`select person_id, stopped, via from reminder_stop`
    expect(stop).toMatchObject({ personId: faxe.personId, stopped: true, via: 'mail' })
  })

  test('followed again says that it is stopped', async () => {
    const { link } = await reminded()
    await w.citizen.post(link)
    expect((await w.citizen.get(link)).text).toContain('Du får ikke flere påmindelser')
    expect((await w.citizen.post(link)).status).toBe(303)
    expect(await w.sql`select from reminder_stop`).toHaveLength(1)
  })

  test('that is made up stops nobody', async () => {
    await reminded()
    expect((await w.citizen.get('/paamindelser/stop/gaettet')).text).toContain('Linket virker ikke længere')
    expect((await w.citizen.post('/paamindelser/stop/gaettet')).status).toBe(422)
    expect(await w.sql`select from reminder_stop`).toHaveLength(0)
  })

  test('stands nowhere but in the mail itself', async () => {
    const { link } = await reminded()
    await w.citizen.post(link)
    const token = link.split('/').at(-1) ?? ''
    const [{ rows } = { rows: '' }] = await w.sql<{ rows: string }[]>`
      select (select string_agg(d::text, '') from deed d) || (select string_agg(r::text, '') from reminder r) as rows`
    expect(rows).not.toContain(token)
  })
})

describe('signed in', () => {
  test('a person stops reminders and starts them again', async () => {
    const faxe = await w.as('contributor', 'faxe')
    await faxe.post('/paamindelser', { choice: 'stop' })
    expect(await run()).toBe(0)
    expect((await faxe.get('/paamindelser')).text).toContain('Slå påmindelser til igen')
    await faxe.post('/paamindelser', { choice: 'start' })
    expect(await run()).toBe(1)
  })

  test('somebody who is not signed in is asked to', async () => {
    expect((await w.citizen.get('/paamindelser')).location).toContain('/log-ind')
  })

  test('anything else than stop and start is refused', async () => {
    expect((await (await w.as('reader')).post('/paamindelser', { choice: 'måske' })).status).toBe(422)
  })
})

describe('the secretariat', () => {
  test('sees who was reminded when, and who wants no more', async () => {
    const { link } = await reminded()
    await w.citizen.post(link)
    const { text } = await (await w.as('secretariat')).get('/kontor/paamindelser')
    expect(text).toContain('contributor faxe')
    expect(text).toContain('2. marts 2026 kl. 10.00')
    expect(text).toContain('Faxe: 13 indsatsområder')
    expect(text).toContain('Linket i en mail')
  })

  test('sees which parties nobody can be reminded for', async () => {
    await reminded()
    const { text } = await (await w.as('secretariat')).get('/kontor/paamindelser')
    expect(text).toMatch(/Ingen at skrive til.*Greve/s)
    expect(text.match(/ingen indberetter eller godkender[^<]*/)?.[0]).not.toContain('Faxe')
  })

  test('sends them now, but nobody gets two in a week', async () => {
    await w.as('contributor', 'faxe')
    const secretariat = await w.as('secretariat')
    expect((await secretariat.get('/kontor/paamindelser/send')).text).toContain('1 får en mail')
    expect((await secretariat.post('/kontor/paamindelser/send')).status).toBe(303)
    const again = await secretariat.post('/kontor/paamindelser/send')
    expect(again.status).toBe(422)
    expect(again.text).toContain('ingen at minde om noget')
    expect(await mails()).toHaveLength(1)
  })

  test('and nobody else sends or sees them', async () => {
    const faxe = await w.as('approver', 'faxe')
    expect((await faxe.get('/kontor/paamindelser')).status).toBe(403)
    expect((await faxe.post('/kontor/paamindelser/send')).status).toBe(403)
    expect((await (await w.as('administrator')).post('/kontor/paamindelser/send')).status).toBe(403)
  })
})
