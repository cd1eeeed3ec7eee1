import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { exampleNational } from './index.ts'

const w = world()
const NATIONAL = '/tilbud/saerlige/landsdaekkende'
const figure = {
  of: 'secure',
  measure: 'occupancy',
  year: '2025',
  quarter: '',
  value: '81,5',
  source: 'Koordinationsforum 3. februar 2026',
  sourceDay: '2026-02-03',
}
const conclusion = {
  year: '2025',
  text: 'Kapaciteten svarer til behovet.',
  decidedBy: 'KKR Sjælland',
  decidedOn: '2026-02-10',
  source: 'KKR 10. februar 2026, punkt 7',
  sourceDay: '2026-02-10',
}

test('everybody reads how many offers there are, how full they were, and that the figures are old', async () => {
  const { status, text } = await w.citizen.get(NATIONAL)
  expect(status).toBe(200)
  expect(text).toContain('8 tilbud i 2018.')
  expect(text).toContain('104 %')
  expect(text).toContain('gammelt tal: 2016')
  expect(text).toContain('2017-2025')
  expect(text).toContain('ikke oplyst')
})

test('of eight secure offers one is known by name, and that is said', async () => {
  const { text } = await w.citizen.get(NATIONAL)
  expect(text).toMatch(/8 tilbud i 2018\.<\/strong> Vi kender navnet på 1\./)
})

test('the picture says in words what it shows', async () => {
  const { text } = await w.citizen.get(NATIONAL)
  expect(text).toMatch(
    /<desc[^>]*>Lands- og landsdelsdækkende undervisningstilbud: 2016 104 %\. Tilbud med sikrede afdelinger: 2016 75 %\.<\/desc>/,
  )
})

test('the secretariat adds a figure with its source, and corrects it with a reason', async () => {
  const secretariat = await w.as('secretariat')
  expect((await secretariat.post(`${NATIONAL}/tal`, figure)).status).toBe(303)
  expect((await w.citizen.get(NATIONAL)).text).toContain('81,5 %')
  const silent = await secretariat.post(`${NATIONAL}/tal`, { ...figure, value: '82' })
  expect(silent.status).toBe(422)
  expect(silent.text).toContain('Skriv, hvorfor det rettes')
  expect((await secretariat.post(`${NATIONAL}/tal`, { ...figure, value: '82', note: 'Tastefejl.' })).status).toBe(303)
  const { text } = await w.citizen.get(NATIONAL)
  expect(text).toContain('Rettede tal (1)')
})

test('a figure taken back is not 0: the year is not told of again', async () => {
  const secretariat = await w.as('secretariat')
  await secretariat.post(`${NATIONAL}/tal`, figure)
  expect((await secretariat.post(`${NATIONAL}/tal`, { ...figure, value: '', note: 'Gjaldt et andet år.' })).status).toBe(303)
  const { text } = await w.citizen.get(NATIONAL)
  expect(text).toContain('2017-2025')
  expect((await secretariat.post(`${NATIONAL}/tal`, { ...figure, value: '', note: 'Igen.' })).text).toContain(
    'ikke noget tal at trække tilbage',
  )
})

test.each([
  ['value', '201', 'Skriv en procent'],
  ['year', '2026', 'slutter først'],
  ['of', 'findes-ikke', 'Vælg en gruppe'],
  ['of', 'secure/999999', 'Vælg en gruppe'],
  ['sourceDay', '2026-03-03', 'ikke kommet endnu'],
  ['source', '', 'Skriv, hvor det står'],
  ['sourceUrl', 'javascript:alert(1)', 'https://'],
])('a figure with %s »%s« is refused', async (field, value, sentence) => {
  const { status, text } = await (await w.as('secretariat')).post(`${NATIONAL}/tal`, { ...figure, [field]: value })
  expect(status).toBe(422)
  expect(text).toContain(sentence)
  expect((await w.citizen.get(NATIONAL)).text).not.toContain('81,5 %')
})

test('the conclusion of the year is decided by a body on a day; the one before stays in the history', async () => {
  const before = await w.citizen.get(NATIONAL)
  expect(before.text).toContain('Hovedparten af de kommuner')
  expect(before.text).toContain('Hvem der har besluttet den, står ikke i kilden.')
  expect(before.text).toContain('Der er ikke skrevet en for 2019-2025')
  expect((await (await w.as('secretariat')).post(`${NATIONAL}/konklusion`, conclusion)).status).toBe(303)
  const { text } = await w.citizen.get(NATIONAL)
  expect(text).toContain('Besluttet af KKR Sjælland 10. februar 2026.')
  expect(text).toContain('Tidligere konklusioner (1)')
  expect(text).not.toContain('gammel konklusion')
})

test('a conclusion nobody has decided, or that is there already, is refused', async () => {
  const secretariat = await w.as('secretariat')
  expect((await secretariat.post(`${NATIONAL}/konklusion`, { ...conclusion, decidedBy: '' })).status).toBe(422)
  expect((await secretariat.post(`${NATIONAL}/konklusion`, { ...conclusion, decidedOn: '2026-03-09' })).status).toBe(422)
  await secretariat.post(`${NATIONAL}/konklusion`, conclusion)
  const again = await secretariat.post(`${NATIONAL}/konklusion`, { ...conclusion, source: 'Samme' })
  expect(again.text).toContain('står der allerede')
})

const offer = {
  groupKey: 'other',
  name: 'Et tilbud i Jylland',
  region: 'Region Midtjylland',
  source: 'KL',
  sourceDay: '2026-01-05',
}

test('an offer of another region is put on by name, and ends on a day', async () => {
  const secretariat = await w.as('secretariat')
  expect((await secretariat.post(`${NATIONAL}/tilbud/nyt`, offer)).status).toBe(303)
  expect((await w.citizen.get(NATIONAL)).text).toContain('Et tilbud i Jylland, Region Midtjylland')
  expect((await secretariat.post(`${NATIONAL}/tilbud/nyt`, { ...offer, note: 'x' })).text).toContain('står der allerede')
  const [row] = await w.sql<{ id: number }[]>`select id from national_offer where name = ${offer.name}`
  const at = `${NATIONAL}/tilbud/${row?.id}/slut`
  expect((await secretariat.post(at, { validUntil: '2026-01-05' })).status).toBe(422)
  expect((await secretariat.post(at, { validUntil: '2026-02-01' })).status).toBe(303)
  expect((await w.citizen.get(NATIONAL)).text).not.toContain('Et tilbud i Jylland')
  expect((await secretariat.post(at, { validUntil: '2026-02-02' })).status).toBe(404)
})

test('the files hold what holds, with source', async () => {
  const csv = (await w.citizen.get(`${NATIONAL}.csv`)).text
  expect(csv.trim().split('\r\n')).toHaveLength(7)
  expect(csv).toContain('Tilbud med sikrede afdelinger;Belægning i procent;2016;;75;')
  expect((await w.citizen.get(`${NATIONAL}.xlsx`)).status).toBe(200)
})

test('nobody but the secretariat writes', async () => {
  for (const visitor of [await w.as('approver', 'faxe'), await w.as('administrator'), await w.as('socialtilsyn')]) {
    expect((await visitor.post(`${NATIONAL}/tal`, figure)).status).toBe(403)
    expect((await visitor.post(`${NATIONAL}/konklusion`, conclusion)).status).toBe(403)
    expect((await visitor.post(`${NATIONAL}/tilbud/nyt`, offer)).status).toBe(403)
  }
  expect((await (await w.as('secretariat')).get(`${NATIONAL}/tilbud/999999/slut`)).status).toBe(404)
})

test('invented figures are marked, drawn apart, and go', async () => {
  const reader = await w.as('reader', 'faxe')
  await exampleNational.load(w.sql)
  expect((await reader.get(NATIONAL)).text).toContain('Synscenter Refsnæs (eksempeldata)')
  await exampleNational.remove(w.sql)
  expect((await reader.get(NATIONAL)).text).not.toContain('eksempeldata')
})

test('the open API tells what holds, with its source, and what was taken back no more', async () => {
  const secretariat = await w.as('secretariat')
  const read = async () =>
    (await w.citizen.get('/api/v1/special-offers/national')).json() as { groups: object[]; offers: object[]; figures: object[] }
  await secretariat.post(`${NATIONAL}/tal`, figure)
  const { groups, offers, figures } = await read()
  expect([groups.length > 0, offers.length > 0]).toEqual([true, true])
  const told = { group: 'secure', measure: 'occupancy', year: 2025 }
  expect(figures).toContainEqual(expect.objectContaining({ ...told, value: 81.5, source: figure.source }))
  await secretariat.post(`${NATIONAL}/tal`, { ...figure, value: '', note: 'Forkert tal.' })
  expect((await read()).figures).not.toContainEqual(expect.objectContaining(told))
})
