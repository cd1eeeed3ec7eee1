import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { askAll } from './store/links.ts'

const w = world()

const run = (day = '2026-03-02') =>
  w.database.deed((sql) => askAll(sql, { day, at: new Date(`${day}T05:00:00Z`), baseUrl: 'http://localhost' }))

type Mail = { recipient: string; subject: string; body: string; example: boolean }
const mails = () => w.sql<Mail[]>`select recipient, subject, body, example from outbox where topic = 'vacancies' order by id`

/** Køge has a mailbox and has told of Fændediget; the mail has been sent. */
async function asked(free = 2) {
  await w.sql`update operator set mailbox = 'tilbud@koege.example' where name = 'Køge Kommune'`
  const [line] = await w.sql<{ id: number; operatorId: number }[]>`
    select l.id, o.operator_id from place_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
    where o.name = 'Fændediget'`
  const lineId = line?.id ?? 0
  const koege = await w.as('contributor', 'koege')
  await koege.post(`/ledige/driftsherre/${line?.operatorId}/ret`, { [`fri-${lineId}`]: String(free), [`set-${lineId}`]: '' })
  await run()
  const [mail] = await mails()
  return { lineId, operatorId: line?.operatorId ?? 0, koege, mail, link: linkIn(mail) }
}

const linkIn = (mail: Mail | undefined) => mail?.body.match(/http:\/\/localhost(\/ledige\/svar\/[\w-]+)/)?.[1] ?? ''
const statements = (lineId: number) =>
  w.sql<{ id: number; kind: string; free: number; role: string }[]>`
    select id, kind, free, role from vacancy_statement where place_line_id = ${lineId} order by id`
const seenIn = (text: string) => text.match(/name="seen" value="(\d+)"/)?.[1] ?? ''

describe('the weekly mail', () => {
  test('goes to the operator’s mailbox and says what stands now', async () => {
    const { mail } = await asked()
    expect(mail).toMatchObject({ recipient: 'tilbud@koege.example', example: false })
    expect(mail?.subject).toBe('Passer jeres ledige pladser stadig? Køge Kommune')
    expect(mail?.body).toContain('- Fændediget, Døgn: 2 ledige pladser (bekræftet 2. marts 2026)')
    expect(mail?.body).toContain('- Agerbækhuse, Døgn: ikke meldt endnu')
    expect(mail?.body).toContain('til og med 16. marts 2026')
  })

  test('comes once a week, and as often as the rule says; nobody without a mailbox gets one', async () => {
    await asked()
    expect(await run('2026-03-08')).toBe(0)
    expect(await run('2026-03-09')).toBe(1)
    await w.sql`insert into parameter (key, value, unit, label, valid_from, source) values ('vacancy.mailEveryDays', 14, 'dage', '', '2026-03-10', '')`
    expect(await run('2026-03-16')).toBe(0)
    expect(await run('2026-03-23')).toBe(1)
    expect(new Set((await mails()).map(({ recipient }) => recipient))).toEqual(new Set(['tilbud@koege.example']))
  })

  test('does not come when all that an operator ran has closed', async () => {
    await w.sql`update operator set mailbox = 'a@b.example' where name = 'Projekt Start'`
    expect(await run()).toBe(0)
  })
})

describe('the link', () => {
  test('is not used up by being opened, however often, nor by HEAD', async () => {
    const { link, lineId } = await asked()
    for (let at = 0; at < 5; at++) expect((await w.citizen.get(link)).text).toContain('Stadig korrekt')
    expect((await w.citizen.get(`${link}/ret`)).status).toBe(200)
    await w.app.request(`http://localhost${link}`, { method: 'HEAD' })
    expect(await w.sql`select from vacancy_link where used_at is not null`).toHaveLength(0)
    expect(await statements(lineId)).toHaveLength(1)
  })

  test('takes one press without anybody signed in, and the receipt says what was confirmed', async () => {
    const { link, lineId } = await asked()
    const { text } = await w.citizen.get(link)
    const { status, location } = await w.citizen.post(link, { seen: seenIn(text) })
    expect([status, location.startsWith('/ledige/kvittering/')]).toEqual([303, true])
    const receipt = await w.citizen.get(location)
    expect(receipt.text).toMatch(/Tak\. Svaret er gemt.*Fændediget, Døgn.*2 ledige pladser.*Bekræftet uændret/s)
    expect((await statements(lineId)).at(-1)).toMatchObject({ kind: 'confirmed', free: 2, role: 'link' })
    expect((await w.citizen.get('/ledige')).text).toContain('driftsherren, fra den ugentlige mail')
  })

  test('used twice says when it was used and what was answered, and changes nothing', async () => {
    const { link, lineId } = await asked()
    const seen = seenIn((await w.citizen.get(link)).text)
    await w.citizen.post(link, { seen })
    const again = await w.citizen.post(link, { seen: String((await statements(lineId)).at(-1)?.id) })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Linket blev brugt 2. marts 2026 kl. 10.00 og kan kun bruges én gang.')
    expect(again.text).toContain('Dit svar er ikke gemt.')
    expect((await w.citizen.get(link)).text).toMatch(/Linket er brugt.*Det blev svaret.*Fændediget.*måske sendt videre/s)
    const changed = await w.citizen.post(`${link}/ret`, { [`fri-${lineId}`]: '1', [`set-${lineId}`]: '' })
    expect(changed.status).toBe(422)
    expect(await statements(lineId)).toHaveLength(2)
  })

  test('works on its last day, and says so the day after', async () => {
    const { link } = await asked()
    w.now = new Date('2026-03-16T22:59:00Z')
    expect((await w.citizen.get(link)).text).toContain('Stadig korrekt')
    w.now = new Date('2026-03-16T23:01:00Z')
    const { text } = await w.citizen.get(link)
    expect(text).toContain('Linket er udløbet')
    expect(text).toContain('til og med 16. marts 2026')
    expect((await w.citizen.post(link, { seen: '1' })).status).toBe(422)
  })

  test('that is made up is told so, and answers nothing', async () => {
    expect((await w.citizen.get('/ledige/svar/gaettet')).text).toContain('Linket er ikke kendt')
    expect((await w.citizen.post('/ledige/svar/gaettet', { seen: '0' })).status).toBe(422)
    expect((await w.citizen.post('/ledige/svar/gaettet/ret', { 'fri-1': '1' })).status).toBe(422)
    expect((await w.citizen.get('/ledige/kvittering/gaettet')).status).toBe(404)
  })

  test('tells whom it was sent to, for one who got it forwarded', async () => {
    const { link } = await asked()
    expect((await w.citizen.get(link)).text).toMatch(/sendt til postkassen hos Køge Kommune.*svarer du på\s+deres vegne/s)
  })

  test('can change a number; the mailbox gets a receipt, so that a forwarded link is seen', async () => {
    const { link, lineId } = await asked()
    const [first] = await statements(lineId)
    const fields = { [`fri-${lineId}`]: '1', [`set-${lineId}`]: String(first?.id) }
    expect((await w.citizen.post(`${link}/ret`, { ...fields, [`fri-${lineId}`]: '5' })).text).toContain('5 ledige af 4 pladser')
    expect((await w.citizen.post(`${link}/ret`, fields)).status).toBe(303)
    expect((await statements(lineId)).at(-1)).toMatchObject({ kind: 'stated', free: 1, role: 'link' })
    const receipt = (await mails()).at(-1)
    expect(receipt?.subject).toContain('Kvittering')
    expect(receipt?.body).toContain('Fændediget, Døgn: 1 ledig plads')
  })

  test('leaves alone what somebody signed in has changed meanwhile', async () => {
    const { link, lineId, koege, operatorId } = await asked()
    const seen = seenIn((await w.citizen.get(link)).text)
    await koege.post(`/ledige/driftsherre/${operatorId}/ret`, { [`fri-${lineId}`]: '0', [`set-${lineId}`]: seen })
    const { status, text } = await w.citizen.post(link, { seen })
    expect(status).toBe(422)
    expect(text).toContain('Nogen har meldt noget nyt')
    expect(text).toContain('0 ledige pladser')
    expect(await w.sql`select from vacancy_link where used_at is not null`).toHaveLength(0)
  })

  test('after the offer has closed says that there is nothing to answer for', async () => {
    const { link } = await asked()
    await w.sql`update offer set closes_on = '2026-03-01' where operator_id = (select id from operator where name = 'Køge Kommune')`
    expect((await w.citizen.get(link)).text).toContain('ingen åbne pladser')
    expect((await w.citizen.post(link, { seen: '0' })).text).toContain('Tilbuddet er lukket')
  })

  test('stands nowhere but in the mail', async () => {
    const { link } = await asked()
    await w.citizen.post(link, { seen: seenIn((await w.citizen.get(link)).text) })
    const token = link.split('/').at(-1) ?? '-'
    const [{ rows } = { rows: '' }] = await w.sql<{ rows: string }[]>`
      select (select string_agg(d::text, '') from deed d) || (select string_agg(k::text, '') from vacancy_link k)
        || (select string_agg(s::text, '') from vacancy_statement s) as rows`
    expect(rows).not.toContain(token)
  })
})

describe('the office', () => {
  test('sees who is late, and sends the mail again', async () => {
    const { operatorId } = await asked()
    const secretariat = await w.as('secretariat')
    const { text } = await secretariat.get('/kontor/ledige')
    expect(text).toMatch(/Bagud.*Køge Kommune.*1 af 2 pladslinjer.*ikke besvaret.*Send igen/s)
    expect(text).toMatch(/Ingen postkasse at skrive til.*Faxe Kommune/s)
    const send = `/kontor/ledige/${operatorId}/send`
    const last = (await secretariat.get(send)).text.match(/name="last" value="(\d+)"/)?.[1] ?? ''
    expect((await secretariat.post(send, { last })).status).toBe(303)
    expect((await secretariat.post(send, { last, again: 'x' })).text).toContain('har lige fået en mail')
    expect(await mails()).toHaveLength(2)
  })

  test('cannot send to nobody, nor for what is not there', async () => {
    const secretariat = await w.as('secretariat')
    const [faxe] = await w.sql<{ id: number }[]>`select id from operator where name = 'Faxe Kommune'`
    expect((await secretariat.post(`/kontor/ledige/${faxe?.id}/send`, { last: '0' })).text).toContain('ingen postkasse')
    expect((await secretariat.post('/kontor/ledige/999999/send', { last: '0' })).status).toBe(404)
  })

  test('and nobody else sees or sends', async () => {
    const faxe = await w.as('approver', 'faxe')
    expect((await faxe.get('/kontor/ledige')).status).toBe(403)
    expect((await faxe.post('/kontor/ledige/1/send', { last: '0' })).status).toBe(403)
  })
})
