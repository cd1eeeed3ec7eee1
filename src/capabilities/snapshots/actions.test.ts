import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { addReport, type State } from '../progress/index.ts'

const w = world()

/** A visible report, recorded at noon of a day. */
const report = async (
  party: string,
  area: string,
  state: State,
  day: string,
  more: { example?: boolean; internalNote?: string; reason?: string } = {},
) =>
  addReport(w.sql, {
    partyId: await w.party(party),
    areaId: await w.item(area),
    state,
    day,
    recordedAt: new Date(`${day}T11:00:00Z`),
    publishedAt: new Date(`${day}T11:00:00Z`),
    actorRole: 'contributor',
    ...more,
  })

const freeze = async (title: string) => (await w.as('secretariat')).post('/plan/rapporter/frys', { title })

test('the secretariat freezes the status, and it reads the same whatever is reported afterwards', async () => {
  await report('faxe', 'KT1', 'planned', '2026-02-01')
  const { location } = await freeze('1. halvår 2026')
  expect(location).toMatch('/plan/status/1-halvaar-2026')
  await report('faxe', 'KT1', 'daily_use', '2026-03-01')
  await report('greve', 'KT1', 'running', '2026-03-01')
  const frozen = (await w.citizen.get('/api/v1/snapshots/1-halvaar-2026')).json() as { cells: { party: string; state: string }[] }
  expect(frozen.cells).toMatchObject([{ party: 'faxe', state: 'planned' }])
  expect((await w.citizen.get('/plan/status/1-halvaar-2026')).text).toContain('<b>1</b> af 18')
})

test('a frozen picture cannot be changed or removed, not even in the database', async () => {
  await freeze('Fast')
  await expect(w.database.deed((sql) => sql`update snapshot set title = 'Løs'`)).rejects.toThrow('never changed')
  await expect(w.database.deed((sql) => sql`delete from snapshot`)).rejects.toThrow('never changed')
})

test('two pictures are compared cell by cell, and what was not reported is not a zero', async () => {
  await report('faxe', 'KT1', 'planned', '2026-02-01')
  await report('faxe', 'KV1', 'running', '2026-02-01')
  await freeze('Første')
  await report('faxe', 'KT1', 'daily_use', '2026-03-01')
  await report('greve', 'BO3', 'paused', '2026-03-01')
  const page = await w.citizen.get('/plan/rapporter/sammenlign?fra=foerste&til=nu')
  expect(page.text).toContain('2 felter har ændret sig')
  expect(page.text).toMatch(/KT1[\s\S]*Faxe[\s\S]*Planlagt[\s\S]*I daglig brug/)
  expect(page.text).toMatch(/BO3[\s\S]*Greve[\s\S]*Ikke meldt|Greve[\s\S]*Ikke meldt[\s\S]*Sat på pause/)
})

test('the same name twice, no name, and a name that is an address of ours are refused', async () => {
  await freeze('Halvår')
  expect((await freeze('halvår')).text).toContain('Der findes allerede et billede')
  expect((await freeze('')).status).toBe(422)
  expect((await freeze('Nu')).text).toContain('Vælg et andet navn')
})

test('only the secretariat freezes', async () => {
  for (const visitor of [await w.as('approver', 'faxe'), await w.as('administrator'), await w.as('reader')]) {
    expect((await visitor.post('/plan/rapporter/frys', { title: 'Nej' })).status).toBe(403)
  }
  expect((await w.citizen.get('/plan/status/nej')).status).toBe(404)
})

test('the report says who has not reported, what stands still and what moved', async () => {
  w.now = new Date('2026-03-02T09:00:00Z')
  await report('faxe', 'KT1', 'planned', '2025-06-01')
  await report('faxe', 'KT1', 'running', '2026-02-01')
  await report('greve', 'BO1', 'blocked', '2026-02-01', { reason: 'Afventer byrådet' })
  const page = await w.citizen.get('/plan/rapporter/nu')
  expect(page.text).toContain('2 af 18 parter har meldt')
  expect(page.text).toContain('Afventer byrådet')
  expect(page.text).toContain('2 felter har ændret sig siden')
  expect(page.text).toContain('2 af 2 meldinger er endnu ikke godkendt af parten selv.')
  expect(page.text).toContain('Faxe: mangler')
  expect((await w.citizen.get('/plan/rapporter/nu?efter=fokus')).text).toContain('Rette indsats og tilbud')
})

test('the report tells what it is compared with: the picture frozen before it, and without one half a year earlier', async () => {
  w.now = new Date('2026-03-02T09:00:00Z')
  await report('faxe', 'KT1', 'planned', '2026-02-01')
  await freeze('Før påske')
  await report('faxe', 'KT1', 'running', '2026-03-05')
  w.now = new Date('2026-03-09T09:00:00Z')
  const now = (await w.citizen.get('/plan/rapporter/nu')).text
  expect(now).toContain('1 felt har ændret sig siden det frosne billede »Før påske« fra 2. marts 2026: 1 er rykket frem.')
  expect(now).toContain('Planlagt → I gang: Faxe')
  const first = (await w.citizen.get('/plan/rapporter/foer-paaske')).text
  expect(first).toMatch(/siden 2\. september 2025, 6 måneder før: 1 er meldt for første gang/)
})

test('how far back a report looks without an earlier picture is a rule of its own day', async () => {
  w.now = new Date('2026-03-02T09:00:00Z')
  await report('faxe', 'KT1', 'planned', '2025-11-15')
  await report('faxe', 'KT1', 'running', '2026-02-01')
  const rule = { value: '3', validFrom: '2026-03-10', source: 'Styregruppen', reason: 'Fire gange om året' }
  expect((await (await w.as('secretariat')).post('/kontor/regler/snapshot.everyMonths', rule)).status).toBe(303)
  expect((await w.citizen.get('/plan/rapporter/nu')).text).toContain('siden 2. september 2025, 6 måneder før: 1 er meldt')
  w.now = new Date('2026-03-15T09:00:00Z')
  expect((await w.citizen.get('/plan/rapporter/nu?efter=princip')).text).toContain(
    'siden 15. december 2025, 3 måneder før: 1 er rykket frem',
  )
})

test('the report is read as of a day, by when things were reported, and its files too', async () => {
  w.now = new Date('2026-03-02T09:00:00Z')
  await report('faxe', 'KT1', 'planned', '2026-01-10')
  await report('faxe', 'KT1', 'running', '2026-02-20')
  const then = (await w.citizen.get('/plan/rapporter/nu?pr=2026-02-01')).text
  expect(then).toContain('Siden vises, som den var kendt ved udgangen af 1. februar 2026')
  expect(then).toContain('Planlagt (1): Faxe')
  expect(then).toContain('Tallene er, som de var kendt 1. februar 2026. De er trukket 2. marts 2026 og er ikke frosset.')
  expect(then).toContain('/plan/rapporter/nu/rapport.pdf?efter=princip&amp;pr=2026-02-01')
  const file = await w.citizen.get('/plan/rapporter/nu/rapport.docx?pr=2026-02-01')
  expect(file.headers.get('content-disposition')).toContain('statusrapport-2026-02-01-princip.docx')
  expect(strFromU8(unzipSync(file.bytes)['word/document.xml'] ?? new Uint8Array())).toContain('Planlagt (1): Faxe')
  expect((await w.citizen.get('/plan/rapporter/nu?pr=2023-01-01')).status).toBe(200)
  await freeze('Fast')
  expect((await w.citizen.get('/plan/rapporter/fast?pr=2026-02-01')).text).toContain('I gang (1): Faxe')
})

test('an internal note is in no snapshot, report or export', async () => {
  await report('faxe', 'KT1', 'running', '2026-02-01', { internalNote: 'Hemmeligt mellem os' })
  await freeze('Uden')
  for (const path of [
    '/plan/status/uden',
    '/plan/rapporter/uden',
    '/api/v1/snapshots/uden',
    '/plan/rapporter/sammenlign?fra=uden',
  ]) {
    const page = await w.citizen.get(path)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('Hemmeligt')
  }
  const [row] = await w.sql<{ content: unknown }[]>`select content from snapshot`
  expect(JSON.stringify(row)).not.toContain('Hemmeligt')
})

test('the PDF is tagged and in Danish, the Word file too, and both say when they hold examples', async () => {
  await report('faxe', 'KT1', 'running', '2026-02-01', { example: true })
  await freeze('Prøve')
  const pdf = await w.citizen.get('/plan/rapporter/proeve/rapport.pdf')
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  const raw = Buffer.from(pdf.bytes).toString('latin1')
  expect(raw).toContain('/StructTreeRoot')
  expect(raw).toMatch(/\/Lang ?\(da/)
  const docx = await w.citizen.get('/plan/rapporter/proeve/rapport.docx')
  const files = unzipSync(docx.bytes)
  const text = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  expect(text).toContain('w:val="Heading1"')
  expect(text).toContain('eksempeldata')
  expect(strFromU8(files['word/styles.xml'] ?? new Uint8Array())).toContain('da-DK')
})

test('the report of a snapshot is the same tomorrow, but for the day it was made', async () => {
  await report('faxe', 'KT1', 'running', '2026-02-01')
  await freeze('Holdbar')
  const before = (await w.citizen.get('/plan/rapporter/holdbar')).text
  w.now = new Date('2026-03-20T09:00:00Z')
  await report('faxe', 'KT1', 'blocked', '2026-03-19', { reason: 'Senere' })
  const after = (await w.citizen.get('/plan/rapporter/holdbar')).text
  expect(after.replaceAll('20. marts 2026', '2. marts 2026')).toBe(before)
})
