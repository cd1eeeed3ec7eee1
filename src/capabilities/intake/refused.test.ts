import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { bookOf, intakeId, offersIn } from '../../../tests/setup/offers-in.ts'
import { world } from '../../../tests/world.ts'
import { finishOffers } from './jobs.ts'

const w = world()
const { bring, kitchen, map, read, send, shown } = offersIn(w)

const head = [
  'Tilbud',
  'Driftsherre',
  'Tilbudsid',
  'Kommunekode',
  'Retsgrundlag',
  'Godkendte pladser',
  'Pladser i brug',
  'Ledige pladser',
  'Note om tilbuddet',
]
type Cell = string | number | null
const row = (some: Partial<Record<string, Cell>>): Cell[] => {
  const usual: Record<string, Cell> = { Tilbud: 'Lindegården', Driftsherre: 'Faxe Kommune', Tilbudsid: '12345' }
  return head.map((title) => ({ ...usual, ...some })[title] ?? null)
}
const list = (...rows: Partial<Record<string, Cell>>[]) => bookOf([head, ...rows.map(row)])

test.each<[string, Partial<Record<string, Cell>>, string, string]>([
  ['a municipality that does not exist', { Kommunekode: 998 }, 'D2', 'Der er ingen kommune med nummeret 998'],
  ['a legal basis that has ended', { Retsgrundlag: 'SEL § 66' }, 'E2', 'SEL § 66 gælder ikke efter 1. januar 2024. Brug'],
  ['a legal basis nobody knows', { Retsgrundlag: 'SEL § 999' }, 'E2', '»SEL § 999« er ikke et retsgrundlag'],
  [
    'three free of two places',
    { 'Godkendte pladser': 2, 'Ledige pladser': 3 },
    'H2',
    'Der kan ikke være 3 ledige af 2 godkendte pladser',
  ],
  [
    'three used of two places',
    { 'Godkendte pladser': 2, 'Pladser i brug': 3 },
    'G2',
    'Der kan ikke være 3 pladser i brug, når 2 er godkendt',
  ],
  ['a number that is none', { 'Godkendte pladser': 'tolv' }, 'F2', '»tolv« er ikke et helt tal'],
  ['a formula that failed', { 'Godkendte pladser': '#REF!' }, 'F2', 'Formlen giver fejlen #REF!'],
  ['a number of a person', { 'Note om tilbuddet': 'Ring om 010190-1234' }, 'I2', 'CPR-nummer'],
  ['a number of the portal that is none', { Tilbudsid: 'TP-7' }, 'C2', 'er ikke et nummer på Tilbudsportalen'],
])('%s is told by its cell, and nothing is saved', async (_, cell, ref, sentence) => {
  const secretariat = await w.as('secretariat')
  const path = await send(secretariat, await list(cell))
  const page = await shown(secretariat, path)
  expect(page).toContain('Der er fejl i 1 celle')
  expect(page).toContain(`Celle ${ref}`)
  expect(page).toContain(sentence)
  expect((await secretariat.post(path)).status).toBe(422)
  expect(await w.sql`select from offer where portal_id = '12345'`).toHaveLength(0)
})

test('a number of a person in a column that is not read is refused too, and the file is not kept', async () => {
  const secretariat = await w.as('secretariat')
  const path = await send(
    secretariat,
    await bookOf([
      ['Tilbud', 'Borger'],
      ['Lindegården', '010190-1234'],
    ]),
  )
  await map(secretariat, path)
  expect(await shown(secretariat, path)).toContain('Celle B2')
  expect(await w.sql`select from import_piece where draft_id = ${intakeId(path)}`).toHaveLength(0)
})

test('rows that say different things of the same offer are told', async () => {
  const secretariat = await w.as('secretariat')
  const path = await send(secretariat, await list({ Kommunekode: 320 }, { Kommunekode: 259 }))
  expect(await shown(secretariat, path)).toContain('Rækken siger noget andet end række 2 om det samme')
})

test.each([
  ['nothing readable', '%PDF-1.7 x', 'a.pdf', 'ikke et regneark'],
  ['a broken zip', 'PK\u0003\u0004xxxxxxxxxxxxxxxxxxxxxxxxxxx', 'a.xlsx', 'beskadiget'],
  ['only figures', '1;2;3\n4;5;6\n', 'a.csv', 'ingen overskrifter'],
])('a file that is %s is answered in a sentence', async (_, content, name, sentence) => {
  const secretariat = await w.as('secretariat')
  const page = await shown(secretariat, await send(secretariat, content, {}, name))
  expect(page).toContain('Filen kunne ikke læses')
  expect(page).toContain(sentence)
  expect(page).toContain('Intet er gemt')
})

test('a workbook of another kind is asked about, one of 16,000 columns is refused', async () => {
  const secretariat = await w.as('secretariat')
  const budget = await send(
    secretariat,
    await bookOf([
      ['Konto', 'Beløb'],
      ['4010', 12],
    ]),
  )
  expect(await shown(secretariat, budget)).toContain('Hvad er kolonnerne?')
  const wide = await writeXlsx({ sheets: [{ name: 'A', rows: [Array.from({ length: 16_000 }, (_, at) => `k${at}`)] }] })
  expect(await shown(secretariat, await send(secretariat, wide))).toContain('mere end 500 kolonner')
})

test('a file that is missing, too large or named with a CPR number is refused at the field', async () => {
  const secretariat = await w.as('secretariat')
  const post = (bytes: Uint8Array | string, name: string) =>
    secretariat.post('/tilbud/indlaes', { file: new File([bytes as Uint8Array<ArrayBuffer>], name) })
  const answers = [
    await post('', ''),
    await post('x', 'sag 010190-1234.xlsx'),
    await post(new Uint8Array(25 * 1024 * 1024 + 1), 'stor.xlsx'),
  ]
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422])
  expect(answers[0]?.text).toContain('Vælg den fil')
  expect(answers[1]?.text).toContain('CPR-nummer')
  expect(answers[2]?.text).toContain('højst læses 25 MB')
  expect((await post(new Uint8Array(60 * 1024 * 1024), 'stor.xlsx')).status).toBe(413)
})

test('a file whose program was killed in the middle is read again from the start', async () => {
  const secretariat = await w.as('secretariat')
  const path = await send(secretariat, await list({}))
  const outcome = async () => w.sql`select state, result from import_draft where id = ${intakeId(path)}`
  const before = await outcome()
  await w.sql`update import_draft set state = 'waiting', result = null where id = ${intakeId(path)}`
  await read(path)
  expect(await outcome()).toEqual(before)
})

test('when somebody has written between preview and confirmation, it is shown again and nothing is saved', async () => {
  const secretariat = await w.as('secretariat')
  await bring(secretariat, await list({ 'Godkendte pladser': 12 }))
  const path = await send(secretariat, await list({ 'Godkendte pladser': 14 }))
  await bring(secretariat, await list({ 'Note om tilbuddet': 'Ny leder' }))
  expect((await secretariat.post(path)).status).toBe(303)
  expect(await shown(secretariat, await read(path))).toContain('Nogen har skrevet imens')
  expect(
    await w.sql`select approved from place_count c join place_line l on l.id = c.place_line_id join offer_unit u on u.id = l.unit_id
    join offer o on o.id = u.offer_id where o.portal_id = '12345'`,
  ).toEqual([{ approved: 12 }])
  await secretariat.post(path)
  expect(await w.sql`select from place_count where approved = 14`).toHaveLength(1)
})

test('two that would make the same offer: the second is shown again, and finds it', async () => {
  const [a, b] = [await w.as('secretariat'), await w.as('secretariat')]
  const paths = [await send(a, await list({})), await send(b, await list({}))]
  await a.post(paths[0] ?? '')
  await b.post(paths[1] ?? '')
  expect(await shown(b, await read(paths[1] ?? ''))).toContain('Der er intet nyt i filen')
  expect(await w.sql`select from offer where portal_id = '12345'`).toHaveLength(1)
})

test('a file can be put away, and what is confirmed is confirmed once', async () => {
  const secretariat = await w.as('secretariat')
  const away = await send(secretariat, await list({}))
  expect((await secretariat.post(away, { svar: 'nej' })).location).toContain('/tilbud/indlaes?')
  expect((await secretariat.get(away)).status).toBe(404)
  const path = await send(secretariat, await list({}))
  await secretariat.post(path)
  await finishOffers(kitchen(), intakeId(path))
  expect((await secretariat.post(path, { _key: crypto.randomUUID() })).status).toBe(422)
})

test('a file older than what the site knows leaves it alone', async () => {
  const secretariat = await w.as('secretariat')
  await bring(secretariat, await list({ 'Godkendte pladser': 12 }))
  const old = await send(
    secretariat,
    await bookOf([
      ['Tilbud', 'Tilbudsid', 'Pladser', 'Oplyst pr.'],
      ['Lindegården', '12345', 9, '31-12-2020'],
    ]),
  )
  expect(await shown(secretariat, old)).toContain('1 række: siden ved noget nyere end filen')
  expect(await shown(secretariat, old)).toContain('Der er intet nyt i filen')
})
