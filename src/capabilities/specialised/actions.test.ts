import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'

const w = world()
const LIST = '/tilbud/saerlige/mest-specialiserede'
const screening = {
  day: '2026-02-20',
  assessedBy: 'Styregruppen',
  result: 'specialised',
  targetGroup: 'Voksne med erhvervet hjerneskade',
  criteria: 'Få borgere\nSjælden viden',
  source: 'Styregruppen 20. februar 2026, punkt 4',
}

const offerId = async (origin: string) => {
  const [row] = await w.sql<{ id: number }[]>`select id from offer where origin = ${origin}`
  return row?.id ?? 0
}

test('everybody reads the ten offers with speciality and source, each linked to the register where it is there', async () => {
  const { status, text } = await w.citizen.get(LIST)
  expect(status).toBe(200)
  expect(text).toContain('<strong>10 tilbud</strong>')
  expect(text).toContain('Prader-Willis syndrom')
  expect(text).toContain('ikke i registret')
  expect(text).toContain(`href="/tilbud/${await offerId('real:platangaarden')}"`)
})

test('Platangården stays on the list with its screening and the flag that it is followed up', async () => {
  const { text } = await w.citizen.get(`${LIST}/platangaarden`)
  expect(text).toContain('under opfølgning')
  expect(text).toContain('Socialstyrelsen (tilbudsscreening)')
  expect(text).toContain('Styregruppen 2. maj 2025, linje 403-405')
  expect(text).toContain('Er Platangården højt specialiseret?')
})

test('the finding of offers and the offer itself say that it is among the most specialised', async () => {
  const found = await w.citizen.get('/tilbud?specialiseret=ja')
  expect(found.text).toContain('Kofoedsminde')
  expect(found.text).not.toContain('Stevnsfortet')
  const { text } = await w.citizen.get(`/tilbud/${await offerId('real:bomi')}`)
  expect(text).toContain('Blandt de mest specialiserede tilbud:')
})

test('a unit or a line that comes to such an offer later is found among them at once, and no longer when the offer leaves', async () => {
  const id = await offerId('real:kofoedsminde')
  const secretariat = await w.as('secretariat')
  const told = { validFrom: '2026-03-02', source: 'Tilbuddet selv' }
  await secretariat.post(`/tilbud/${id}/afdelinger/ny`, { ...told, name: 'Månehuset' })
  const [unit] = await w.sql<{ id: number }[]>`select id from offer_unit where name = 'Månehuset'`
  const found = async () => (await w.citizen.get('/tilbud?specialiseret=ja&q=m%C3%A5nehuset')).text
  expect(await found()).toContain(`href="/tilbud/${id}`)
  await secretariat.post(`/tilbud/${id}/afdelinger/${unit?.id}/pladser/ny`, { ...told, kind: 'day', approved: '4' })
  expect(await found()).toContain(`href="/tilbud/${id}`)
  await secretariat.post(`${LIST}/kofoedsminde/af-listen`, { day: '2026-03-02', note: 'Prøve', source: 'KKR' })
  await secretariat.post(`/tilbud/${id}/afdelinger/ny`, { ...told, name: 'Månehuset 2' })
  expect(await found()).not.toContain(`href="/tilbud/${id}`)
})

test('the secretariat writes an assessment, and it is the newest one shown', async () => {
  const secretariat = await w.as('secretariat')
  const { status, location } = await secretariat.post(`${LIST}/bomi/vurder`, screening)
  expect(status).toBe(303)
  expect(location).toContain(`${LIST}/bomi`)
  const { text } = await w.citizen.get(`${LIST}/bomi`)
  expect(text).toContain('Vurderet: blandt de mest specialiserede')
  expect(text).toContain('<li>Sjælden viden</li>')
  expect(text).not.toContain('ikke vurderet længe')
})

test('who wrote it is told to those who are signed in, and to nobody else', async () => {
  const secretariat = await w.as('secretariat')
  await secretariat.post(`${LIST}/bomi/vurder`, screening)
  expect((await secretariat.get(`${LIST}/bomi`)).text).toContain('Skrevet af secretariat')
  expect((await w.citizen.get(`${LIST}/bomi`)).text).not.toContain('Skrevet af')
})

test.each([
  ['day', '2026-03-03', 'ikke kommet endnu'],
  ['day', '2017-01-01', 'Skriv den dag eller en senere'],
  ['result', '', 'Vælg, hvad vurderingen sagde'],
  ['source', '', 'Skriv, hvor det står'],
  ['note', 'Borger 010190-1234', 'CPR'],
])('an assessment with %s »%s« is refused and nothing is saved', async (field, value, sentence) => {
  const { status, text } = await (await w.as('secretariat')).post(`${LIST}/bomi/vurder`, { ...screening, [field]: value })
  expect(status).toBe(422)
  expect(text).toContain(sentence)
  expect((await w.citizen.get(`${LIST}/bomi`)).text).toContain('Ikke siden listen blev skrevet')
})

const decision = { day: '2026-03-01', source: 'KKR 1. marts 2026', note: 'Tilbuddet er lagt sammen med et andet.' }

test('an offer taken off the list leaves the list and the finding, and stays in the history and as of the day before', async () => {
  const secretariat = await w.as('secretariat')
  expect((await secretariat.post(`${LIST}/kildebo/af-listen`, decision)).status).toBe(303)
  const { text } = await w.citizen.get(LIST)
  expect(text).toContain('<strong>9 tilbud</strong>')
  expect(text).toMatch(/Har stået på listen.*Kildebo.*1\. marts 2026/s)
  expect((await w.citizen.get(`${LIST}?pr=2026-02-28`)).text).toContain('<strong>10 tilbud</strong>')
  expect((await w.citizen.get('/tilbud?specialiseret=ja')).text).not.toContain('Kildebo')
  expect((await secretariat.post(`${LIST}/kildebo/af-listen`, decision)).text).toContain('står ikke på listen')
})

test('it can be put on again, and the speciality be put right, but not to what it is', async () => {
  const secretariat = await w.as('secretariat')
  const again = { day: '2026-03-02', source: 'KKR', speciality: 'Hjerneskade hos unge' }
  expect((await secretariat.post(`${LIST}/kildebo/paa-listen`, again)).status).toBe(303)
  expect((await w.citizen.get(LIST)).text).toContain('Hjerneskade hos unge')
  const { status, text } = await secretariat.post(`${LIST}/kildebo/paa-listen`, { ...again, note: 'igen' })
  expect(status).toBe(422)
  expect(text).toContain('allerede på listen med det speciale')
})

test('a new offer on the list is linked to the register, and the same one never twice', async () => {
  const secretariat = await w.as('secretariat')
  const marjatta = {
    name: 'Marjatta',
    offerId: String(await offerId('real:marjatta')),
    speciality: 'Autisme',
    day: '2026-03-01',
    source: 'KKR',
  }
  expect((await secretariat.post(`${LIST}/ny`, marjatta)).status).toBe(303)
  expect((await w.citizen.get('/tilbud?specialiseret=ja')).text).toContain('Marjatta')
  const twice = await secretariat.post(`${LIST}/ny`, { ...marjatta, name: 'Marjatta igen' })
  expect(twice.status).toBe(422)
  expect(twice.text).toContain('står allerede på listen')
  const named = await secretariat.post(`${LIST}/ny`, { ...marjatta, offerId: '' })
  expect(named.text).toContain('står der allerede')
})

test('an offer that was not in the register is linked when it has come there', async () => {
  const secretariat = await w.as('secretariat')
  const id = await offerId('real:skelbakken')
  expect((await secretariat.post(`${LIST}/orions-baelte/register`, { offerId: String(id), source: 'Registret' })).status).toBe(
    303,
  )
  expect((await w.citizen.get(LIST)).text).toContain(`href="/tilbud/${id}"`)
  const wrong = await secretariat.post(`${LIST}/orions-baelte/register`, { offerId: '999999', source: 'Registret' })
  expect(wrong.status).toBe(422)
})

test('the files hold exactly what the page shows', async () => {
  const csv = (await w.citizen.get(`${LIST}.csv`)).text
  expect(csv.trim().split('\r\n')).toHaveLength(11)
  expect(csv).toContain('Platangården;Spiseforstyrrelse;ja')
  expect((await w.citizen.get(`${LIST}.xlsx`)).status).toBe(200)
})

test('nobody but the secretariat writes to the list', async () => {
  for (const [role, party] of [['approver', 'faxe'], ['administrator'], ['socialtilsyn'], ['reader', 'faxe']] as const) {
    const visitor = await w.as(role, party)
    expect((await visitor.post(`${LIST}/bomi/vurder`, screening)).status).toBe(403)
    expect((await visitor.post(`${LIST}/ny`, {})).status).toBe(403)
    expect((await visitor.get(LIST)).text).not.toContain(`${LIST}/ny`)
  }
})

test('an offer that never was on the list is not there', async () => {
  expect((await w.citizen.get(`${LIST}/findes-ikke`)).status).toBe(404)
  expect((await (await w.as('secretariat')).post(`${LIST}/findes-ikke/vurder`, screening)).status).toBe(404)
})

test('the overview leads to the list and the cases, and says where the sources are uncertain', async () => {
  const { text } = await w.citizen.get('/tilbud/saerlige')
  expect(text).toContain('10 tilbud på listen')
  expect(text).toContain(LIST)
  expect(text).toContain('6.300 pladser er runde tal fra 2017')
})
