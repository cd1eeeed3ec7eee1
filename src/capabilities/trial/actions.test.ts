import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { post } from '../mail/index.ts'
import { hasExamples, loadTrial } from './index.ts'

const w = world()
const path = '/kontor/eksempeldata'

const count = async (table: string, example: boolean) => {
  const [row] = await w.sql<{ count: number }[]>`select count(*) as count from ${w.sql(table)} where example = ${example}`
  return row?.count ?? 0
}

/** Something a person wrote, and something invented, of the same kind. */
async function mixed() {
  await loadTrial(w.sql)
  const initiativeId = await w.item('I1')
  await w.sql`insert into cycle ${w.sql({ initiativeId, number: 99, title: 'Vores eget forløb' })}`
}

test('the page lists first what goes and what stays', async () => {
  await mixed()
  const { text } = await (await w.as('secretariat')).get(path)
  expect(text).toMatch(/Det bliver fjernet.*Forbedringsforløb.*Det bliver stående.*Forbedringsforløb/s)
  expect(text).toContain('Siden viser <strong>eksempeldata</strong>')
  expect(await count('cycle', true)).toBeGreaterThan(0)
})

test('one deed takes everything invented away and touches nothing real', async () => {
  await mixed()
  const { status } = await (await w.as('administrator')).post(path)
  expect(status).toBe(303)
  for (const table of ['cycle', 'status_report', 'snapshot', 'outbox']) expect(await count(table, true)).toBe(0)
  expect(await count('cycle', false)).toBe(1)
  expect(await hasExamples(w.sql)).toBe(false)
})

test('who removed how much stays in the audit log, and on the page', async () => {
  await mixed()
  const secretariat = await w.as('secretariat')
  const invented = await count('cycle', true)
  await secretariat.post(path)
  const [deed] = await w.sql<
    { actorName: string; detail: { removed: Record<string, number> } }[]
  >`select actor_name, detail from deed`
  expect(deed?.detail.removed['forbedringsforløb']).toBe(invented)
  expect((await secretariat.get(path)).text).toContain('secretariat fjernede dem 2. marts 2026')
})

test('from the list a tariff leads to how it was reckoned, and a rise over the limit is there to be reported', async () => {
  await loadTrial(w.sql)
  const list = await w.citizen.get('/takster?q=eksempelg%C3%A5rden')
  const [, id] = list.text.match(/href="\/takster\/(\d+)"/) ?? []
  const tariff = await w.citizen.get(`/takster/${id}`)
  const [, calculation = ''] = tariff.text.match(/href="(\/takster\/beregning\/\d+)"/) ?? []
  expect((await w.citizen.get(calculation)).text).toContain('Sådan er taksten regnet')
  expect((await w.citizen.get('/takster/stigninger')).text).toMatch(/Eksempelgården.*Skærmet plads/s)
  await (await w.as('secretariat')).post(path)
  for (const table of ['tariff_version', 'tariff_calculation', 'place_line', 'operator']) expect(await count(table, true)).toBe(0)
})

test('what was removed does not come back at the next start', async () => {
  await mixed()
  await (await w.as('secretariat')).post(path)
  await loadTrial(w.sql)
  expect(await hasExamples(w.sql)).toBe(false)
})

test('mail to demo people goes with the rest, but does not alone make it an edition with example data', async () => {
  await post(w.sql, {
    recipient: 'a@example.dk',
    subject: 'Det mangler I',
    body: '',
    topic: 'reminder',
    at: w.now,
    example: true,
  })
  expect(await hasExamples(w.sql)).toBe(false)
  await (await w.as('secretariat')).post(path)
  expect(await count('outbox', true)).toBe(0)
})

test('where there is nothing invented there is nothing to remove', async () => {
  const secretariat = await w.as('secretariat')
  expect((await secretariat.get(path)).text).toContain('Her er ingen eksempeldata')
  const { status, text } = await secretariat.post(path)
  expect(status).toBe(422)
  expect(text).toContain('Intet er ændret')
})

test('a municipality cannot remove them', async () => {
  await mixed()
  expect((await (await w.as('approver', 'faxe')).post(path)).status).toBe(403)
  expect(await hasExamples(w.sql)).toBe(true)
})

test('every page says that there is example data, only while there is', async () => {
  w.site = { ...w.site, examples: true }
  expect((await w.citizen.get('/om/regler')).text).toContain('Prøveudgave med eksempeldata')
  w.site = { ...w.site, examples: false }
  expect((await (await w.as('reader')).get('/om/regler')).text).not.toContain('med eksempeldata')
})

test('an offer tells what it costs, and today also what it will cost', async () => {
  await loadTrial(w.sql)
  const [offer] = await w.sql<{ id: number }[]>`select id from offer where name like 'Eksempelgården%'`
  const { text } = await w.citizen.get(`/tilbud/${offer?.id}`)
  const block = text.slice(text.indexOf('<h2>Takster</h2>'), text.indexOf('<h2>Afdelinger og pladser</h2>'))
  expect(block).toMatch(/href="\/takster\/\d+">Skærmet plads<\/a>.*kr\. pr\. døgn.*Beregnet i Fælles/s)
  expect((await w.citizen.get(`/tilbud/${offer?.id}?pr=2024-06-01`)).text).toContain('Aflastningsdøgn')
})
