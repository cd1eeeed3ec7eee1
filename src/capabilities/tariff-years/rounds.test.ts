import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { remindOfSheets } from './reminding.ts'

const w = world()

const due = { municipal: '2026-11-15', regional: '2026-11-15', self_governing: '2026-11-15', private: '2026-10-01' }

/** Faxe's operator, a place line of it, and a round for 2027. */
async function opened() {
  w.now = new Date('2026-09-01T09:00:00Z')
  const secretariat = await w.as('secretariat')
  const { status } = await secretariat.post('/takster/runder/ny', { year: '2027', ...due })
  expect(status).toBe(303)
  const [place] = await w.sql<{ operatorId: number; unitId: number; lineId: number }[]>`
    select d.id as operator_id, u.id as unit_id, l.id as line_id from operator d join party p on p.id = d.party_id
    join offer o on o.operator_id = d.id join offer_unit u on u.offer_id = o.id join place_line l on l.unit_id = u.id
    where p.key = 'faxe' order by l.id limit 1`
  if (!place) throw new Error('Faxe runs nothing')
  return { secretariat, ...place, path: `/takster/skema/2027/${place.operatorId}` }
}

const line = (place: { unitId: number; lineId: number }, more: Record<string, string> = {}) => ({
  place: `${place.unitId}-${place.lineId}`,
  service: 'Døgntakst',
  per: 'full_day',
  places: '10',
  occupancy: '100',
  days: '365',
  'cost-pay': '7.300.000',
  seen: '0',
  ...more,
})

const states = async (path: string) => {
  const [row] = await w.sql<{ step: string; id: number; revision: number }[]>`
    select t.step, t.id, s.revision from tariff_sheet s join tariff_sheet_step t on t.sheet_id = s.id
    where s.year = 2027 and s.operator_id = ${path.split('/').at(-1) ?? ''} order by t.id desc limit 1`
  return { seen: String(row?.id ?? 0), revision: String(row?.revision ?? 0) }
}

/** A sheet with one line, handed in by Faxe's approver. */
async function handedIn() {
  const made = await opened()
  const contributor = await w.as('contributor', 'faxe')
  const approver = await w.as('approver', 'faxe')
  expect((await contributor.post(`${made.path}/linje/ny`, line(made))).status).toBe(303)
  expect((await approver.post(`${made.path}/indsend`, await states(made.path))).status).toBe(303)
  return { ...made, contributor, approver }
}

describe('a round', () => {
  test('is opened with the deadlines of the rules, and once only', async () => {
    const { secretariat } = await opened()
    const { text } = await secretariat.get('/takster/runder/2027')
    expect(text).toMatch(/Privat.*1\. oktober 2026.*BEK 469\/2022/s)
    expect(text).toContain('ikke begyndt')
    const again = await secretariat.post('/takster/runder/ny', { year: '2027', ...due })
    expect(again.status).toBe(422)
    expect(again.text).toContain('allerede åbnet')
  })

  test('has no deadline within its own year', async () => {
    const secretariat = await w.as('secretariat')
    const { status, text } = await secretariat.post('/takster/runder/ny', { year: '2027', ...due, private: '2027-02-01' })
    expect(status).toBe(422)
    expect(text).toContain('skal ligge før 1. januar 2027')
  })

  test('changes a deadline as a new row that says who decided it', async () => {
    const { secretariat } = await opened()
    const path = '/takster/runder/2027/frister'
    expect((await secretariat.post(path, { ...due, source: 'Ingen' })).status).toBe(422)
    expect((await secretariat.post(path, { ...due, private: '2026-10-15', source: 'Styregruppen' })).status).toBe(303)
    expect((await secretariat.get('/takster/runder/2027')).text).toMatch(/15\. oktober 2026.*Styregruppen/s)
    const [{ count } = { count: 0 }] = await w.sql<
      { count: number }[]
    >`select count(*) from tariff_round_deadline where ownership = 'private'`
    expect(Number(count)).toBe(2)
  })

  test('is the secretariat’s alone', async () => {
    const approver = await w.as('approver', 'faxe')
    expect((await approver.post('/takster/runder/ny', { year: '2027', ...due })).status).toBe(403)
    expect((await approver.get('/takster/runder')).status).toBe(403)
    expect((await (await w.as('secretariat')).get('/takster/runder/2031')).status).toBe(404)
  })

  test('tells who is late when the day has passed', async () => {
    await opened()
    w.now = new Date('2026-11-16T09:00:00Z')
    expect((await (await w.as('secretariat')).get('/takster/runder/2027')).text).toContain('For sent')
  })
})

describe('a sheet', () => {
  test('goes from the operator to the public list, with every step dated', async () => {
    const { secretariat, path } = await handedIn()
    expect((await secretariat.post(`${path}/godkend`, await states(path))).status).toBe(303)
    const published = await secretariat.post(`${path}/offentliggoer`, await states(path))
    expect(published.status).toBe(303)
    const { text } = await w.citizen.get('/takster?aar=2027')
    expect(text).toContain('2.000 kr.')
    expect(text).toContain('1 af 1 har beregningsgrundlag')
    const steps = await w.sql<{ step: string; day: string }[]>`select step, day from tariff_sheet_step order by id`
    expect(steps.map(({ step }) => step)).toEqual(['begun', 'handed_in', 'approved', 'published'])
    expect(steps.every(({ day }) => day === '2026-09-01')).toBe(true)
  })

  test('is handed in by an approver, not by a contributor, and not by another municipality', async () => {
    const made = await opened()
    const contributor = await w.as('contributor', 'faxe')
    await contributor.post(`${made.path}/linje/ny`, line(made))
    expect((await contributor.post(`${made.path}/indsend`, await states(made.path))).status).toBe(403)
    expect((await contributor.get(made.path)).text).toContain('det jeres godkender, der indsender skemaet')
    expect((await (await w.as('approver', 'greve')).get(made.path)).status).toBe(403)
    expect((await (await w.as('approver', 'faxe')).get('/takster/skema/2027/999999')).status).toBe(404)
  })

  test('that is empty cannot be handed in', async () => {
    const { path } = await opened()
    const { status, text } = await (await w.as('approver', 'faxe')).post(`${path}/indsend`, { seen: '0', revision: '0' })
    expect(status).toBe(422)
    expect(text).toContain('Der er ingen takster i skemaet')
  })

  test('that is handed in is locked until the secretariat asks', async () => {
    const { path, contributor, secretariat, ...place } = await handedIn()
    const more = line(place, { service: 'Aften', seen: (await states(path)).revision })
    const locked = await contributor.post(`${path}/linje/ny`, more)
    expect(locked.status).toBe(422)
    expect(locked.text).toContain('er indsendt og kan ikke ændres')
    expect((await secretariat.post(`${path}/spoerg`, { ...(await states(path)), note: 'Hvorfor stiger lønnen?' })).status).toBe(
      303,
    )
    expect((await contributor.get(path)).text).toContain('Hvorfor stiger lønnen?')
    expect((await contributor.post(`${path}/linje/ny`, more)).status).toBe(303)
  })

  test('handed in after its day is saved, and says how late it is', async () => {
    const made = await opened()
    const approver = await w.as('approver', 'faxe')
    await approver.post(`${made.path}/linje/ny`, line(made))
    const form = await states(made.path)
    w.now = new Date('2026-11-18T09:00:00Z')
    const handed = await w.as('approver', 'faxe')
    const { status, location } = await handed.post(`${made.path}/indsend`, form)
    expect(status).toBe(303)
    const [deed] = await w.sql<{ said: string }[]>`select said from deed where name like '%indsend' order by id desc limit 1`
    expect(deed?.said).toContain('3 dage for sent. Alt er gemt.')
    expect(location).toContain(made.path)
  })

  test('two that publish at once: the second is told, and nothing is published twice', async () => {
    const { path, secretariat } = await handedIn()
    await secretariat.post(`${path}/godkend`, await states(path))
    const form = await states(path)
    expect((await secretariat.post(`${path}/offentliggoer`, form)).status).toBe(303)
    const second = await (await w.as('secretariat')).post(`${path}/offentliggoer`, form)
    expect(second.status).toBe(422)
    expect(second.text).toContain('har lige ændret skemaet, så det nu står som »Offentliggjort«')
    const [{ count } = { count: 0 }] = await w.sql<{ count: number }[]>`select count(*) from tariff_version where year = 2027`
    expect(Number(count)).toBe(1)
  })

  test('tells before it is handed in what to look at', async () => {
    const made = await opened()
    const contributor = await w.as('contributor', 'faxe')
    await contributor.post(`${made.path}/linje/ny`, line(made, { occupancy: '60', amount: '9000' }))
    const { text } = await contributor.get(made.path)
    expect(text).toContain('Belægningen er 60 %, under grænsen på 95 %')
    await contributor.post(
      `${made.path}/linje/ny`,
      line(made, { service: 'Uden', places: '', 'cost-pay': '', amount: '100', seen: '1' }),
    )
    expect((await contributor.get(made.path)).text).toMatch(/Pladser mangler.*Omkostningerne mangler/s)
  })

  test('does not take the same tariff twice, amounts nobody means, or a period of another year', async () => {
    const made = await opened()
    const contributor = await w.as('contributor', 'faxe')
    await contributor.post(`${made.path}/linje/ny`, line(made))
    const write = async (more: Record<string, string>) =>
      (await contributor.post(`${made.path}/linje/ny`, line(made, { seen: '1', ...more }))).text
    expect(await write({})).toContain('står allerede i skemaet')
    expect(await write({ service: 'B', 'cost-pay': '1.000.000.000.000' })).toContain('over 10 milliarder kroner')
    expect(await write({ service: 'B', 'cost-pay': '-5' })).toContain('negativt')
    expect(await write({ service: 'B', occupancy: '0' })).toContain('over 0 og højst 150')
    expect(await write({ service: 'B', days: '400' })).toContain('fra 1 til 366')
    expect(await write({ service: 'B', validFrom: '2026-01-01' })).toContain('Skemaet er for 2027')
    expect(await write({ service: 'B', 'cost-pay': '', amount: '' })).toContain('Skriv taksten, eller skriv omkostningerne')
    expect(await write({ seen: '0' })).toContain('En anden har lige ændret skemaet')
  })

  test('takes a line away again', async () => {
    const made = await opened()
    const contributor = await w.as('contributor', 'faxe')
    await contributor.post(`${made.path}/linje/ny`, line(made))
    const [{ id } = { id: 0 }] = await w.sql<{ id: number }[]>`select id from tariff_sheet_line`
    expect((await contributor.post(`${made.path}/linje/${id}`, line(made, { level: 'Niveau 1', seen: '1' }))).status).toBe(303)
    expect((await contributor.get(made.path)).text).toContain('Niveau 1')
    expect((await contributor.post(`${made.path}/linje/${id}/fjern`, { seen: '2' })).status).toBe(303)
    expect((await contributor.get(made.path)).text).toContain('Der er ingen takster i skemaet endnu')
  })

  test('carries a renamed tariff on from the year before', async () => {
    const made = await handedIn()
    const { secretariat, path } = made
    await secretariat.post(`${path}/godkend`, await states(path))
    await secretariat.post(`${path}/offentliggoer`, await states(path))
    await secretariat.post('/takster/runder/ny', {
      year: '2028',
      ...Object.fromEntries(Object.keys(due).map((key) => [key, '2027-10-01'])),
    })
    const next = path.replace('2027', '2028')
    await made.contributor.post(`${next}/linje/ny`, line(made, { service: 'Botilbud', 'cost-pay': '8.030.000' }))
    expect((await made.contributor.get(next)).text).toContain('er et nyt navn, og »Døgntakst« fra året før mangler')
    const [{ id } = { id: 0 }] = await w.sql<{ id: number }[]>`select id from tariff_sheet_line order by id desc limit 1`
    await made.contributor.post(
      `${next}/linje/${id}`,
      line(made, { service: 'Botilbud', 'cost-pay': '8.030.000', was: 'Døgntakst', seen: '1' }),
    )
    for (const step of ['indsend', 'godkend', 'offentliggoer']) {
      const [row] = await w.sql<{ id: number; revision: number }[]>`
        select t.id, s.revision from tariff_sheet s join tariff_sheet_step t on t.sheet_id = s.id where s.year = 2028 order by t.id desc limit 1`
      const by = step === 'indsend' ? made.approver : secretariat
      expect((await by.post(`${next}/${step}`, { seen: String(row?.id), revision: String(row?.revision) })).status).toBe(303)
    }
    const { text } = await w.citizen.get('/takster?aar=2028')
    expect(text).toMatch(/2\.200 kr\..*\+10 %/s)
  })
})

describe('a published tariff', () => {
  test('is corrected by the secretariat as a new version with its reason', async () => {
    const { path, secretariat, approver } = await handedIn()
    await secretariat.post(`${path}/godkend`, await states(path))
    await secretariat.post(`${path}/offentliggoer`, await states(path))
    const [{ id } = { id: 0 }] = await w.sql<{ id: number }[]>`select id from tariff_version where year = 2027`
    const fix = { what: 'price', amount: '2.100', reason: 'Slåfejl i lønnen', source: 'Driftsherren' }
    expect((await approver.post(`/takster/${id}/ret`, fix)).status).toBe(403)
    expect((await secretariat.post(`/takster/${id}/ret`, { ...fix, reason: '' })).status).toBe(422)
    expect((await secretariat.post(`/takster/${id}/ret`, { ...fix, amount: '2.000' })).text).toContain('intet at rette')
    expect((await secretariat.post(`/takster/${id}/ret`, fix)).status).toBe(303)
    expect((await w.citizen.get(`/takster/${id}`)).text).toContain('Slåfejl i lønnen')
    expect((await w.citizen.get('/takster?aar=2027')).text).toContain('2.100 kr.')
    expect((await secretariat.post(`/takster/${id}/ret`, { ...fix, amount: '3.000' })).text).toContain('rettet i mellemtiden')
    expect((await secretariat.post('/takster/99999999/ret', fix)).status).toBe(404)
  })

  test('that is withdrawn leaves the list and keeps its address', async () => {
    const [{ id } = { id: 0 }] = await w.sql<
      { id: number }[]
    >`select id from tariff_version where offer_name like 'Stevnsfortet%'`
    const secretariat = await w.as('secretariat')
    const { status } = await secretariat.post(`/takster/${id}/ret`, {
      withdrawn: 'ja',
      reason: 'Gammel side',
      source: 'Regionen',
    })
    expect(status).toBe(303)
    expect((await w.citizen.get('/takster')).text).not.toContain('Stevnsfortet')
    expect((await w.citizen.get(`/takster/${id}`)).status).toBe(200)
  })
})

describe('the mail', () => {
  test('goes to those who are due within a fortnight or late, once a week, until they have handed in', async () => {
    const { operatorId } = await opened()
    await w.sql`update operator set mailbox = 'takster@faxe.example' where id = ${operatorId}`
    const run = (day: string) => remindOfSheets(w.sql, { day, at: w.now, baseUrl: 'http://localhost' })
    expect(await run('2026-10-30')).toBe(0)
    expect(await run('2026-11-02')).toBe(1)
    expect(await run('2026-11-05')).toBe(0)
    expect(await run('2026-11-16')).toBe(1)
    const [mail] = await w.sql<{ subject: string; body: string }[]>`select subject, body from outbox order by id desc limit 1`
    expect(mail?.subject).toContain('fristen er overskredet')
    expect(mail?.body).toContain(`/takster/skema/2027/${operatorId}`)
  })
})
