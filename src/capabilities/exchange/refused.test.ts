import { zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { fileOf, idOf, incoming } from '../../../tests/setup/incoming.ts'
import { edited } from '../../../tests/setup/workbook.ts'
import { world } from '../../../tests/world.ts'
import { answerGivenUp } from '../../platform/incoming.ts'
import { way } from './draft.ts'
import { tidy } from './jobs.ts'

const w = world()
const { kitchen, myWorkbook, reportsOf, send, sendEdited, shown } = incoming(w)

test('every wrong cell is named with what to write, and nothing can be confirmed', async () => {
  const faxe = await w.as('contributor', 'faxe')
  let cell = ''
  const path = await sendEdited(faxe, (status) => {
    cell = status(['Faxe', 'KT1'], 'Status')
    return {
      [cell]: 'I gan',
      [status(['Faxe', 'KT2'], 'Status')]: 'Gået i stå',
      [status(['Faxe', 'KT3'], 'Status')]: 'I gang',
      [status(['Faxe', 'KT3'], 'Dag')]: '31-02-2026',
      [status(['Faxe', 'KT4'], 'Status')]: 'I gang',
      [status(['Faxe', 'KT4'], 'Dag')]: '01-05-2026',
      [status(['Faxe', 'KV1'], 'Bemærkning')]: 'En bemærkning uden status',
      [status(['Faxe', 'KV2'], 'Status')]: 'I gang',
      [status(['Faxe', 'KV2'], 'Bemærkning')]: 'Ring om 010190-1234',
      [status(['Faxe', 'BO1'], 'Status')]: 'I gang',
      [status(['Faxe', 'BO1'], 'Dokumentation')]: 'javascript:alert(1)',
      [status(['Faxe', 'BO2'], 'Status')]: 'I gang',
      [status(['Faxe', 'BO2'], 'Bemærkning')]: 'x'.repeat(5000),
    }
  })
  const text = await shown(faxe, path)
  expect(text).toContain('Der er fejl i 8 celler')
  expect(text).toContain(cell)
  expect(text).toContain('»I gan« er ikke en status. Skriv en af: Ikke begyndt, Planlagt,')
  expect(text).toContain('Skriv hvorfor, når status er »Gået i stå«.')
  expect(text).toContain('»31-02-2026« er ikke en dag')
  expect(text).toContain('1. maj 2026 er ikke kommet endnu')
  expect(text).toContain('Her mangler en status')
  expect(text).toContain('CPR-nummer')
  expect(text).toContain('https://')
  expect(text).toContain('Teksten er for lang')
  expect((await faxe.post(path)).status).toBe(422)
  expect(await reportsOf('faxe')).toEqual([])
})

test('two rows of the same party, area and day that differ are told', async () => {
  const faxe = await w.as('contributor', 'faxe')
  const head = 'Part;Nøgle;Status;Begrundelse;Bemærkning;Dokumentation;Dag\n'
  const path = await send(
    faxe,
    `${head}Faxe;KT1;I gang;;;;02-03-2026\nFaxe;KT1;Planlagt;;;;2026-03-02\nFaxe;KT1;I gang;;;;2/3/2026\n`,
    'status.csv',
  )
  const text = await shown(faxe, path)
  expect(text).toContain('C3')
  expect(text).toContain('samme part, indsatsområde og dag som række 2')
  expect(text).toContain('fejl i 1 celle')
})

test.each([
  ['no workbook', 'dette er et brev', 'brev.xlsx', 'har ikke de kolonner'],
  ['nothing readable', '%PDF-1.7 x', 'a.pdf', 'ikke et regneark'],
  ['a broken zip', 'PK\u0003\u0004xxxxxxxxxxxxxxxxxxxxxxxxxxx', 'a.xlsx', 'beskadiget'],
])('a file that is %s is answered in a sentence', async (_, content, name, sentence) => {
  const faxe = await w.as('contributor', 'faxe')
  const text = await shown(faxe, await send(faxe, content, name))
  expect(text).toContain('Regnearket kunne ikke læses')
  expect(text).toContain(sentence)
  expect(text).toContain('Intet er gemt')
})

test('a workbook of another kind, with columns of its own or far too many of them is answered in a sentence', async () => {
  const faxe = await w.as('contributor', 'faxe')
  const other = await writeXlsx({ sheets: [{ name: 'Budget', rows: [['Konto', 'Beløb']] }] })
  expect(await shown(faxe, await send(faxe, other))).toContain('intet ark, der hedder »Status« eller »Plan«. Det har: »Budget«')
  const { bytes, status } = await myWorkbook(faxe)
  const [head] = [status(['Faxe', 'KT1'], 'Nr.').replace(/\d+/, (row) => String(Number(row) - 1))]
  const own = await edited(bytes, {
    Status: { [String.fromCharCode((head?.charCodeAt(0) ?? 0) + 1) + (head?.slice(1) ?? '')]: 'Min kolonne' },
  })
  expect(await shown(faxe, await send(faxe, own))).toContain('ingen kolonne, der hedder »Min kolonne«')
  const wide = await writeXlsx({ sheets: [{ name: 'Status', rows: [Array.from({ length: 16_000 }, (_, at) => `k${at}`)] }] })
  expect(await shown(faxe, await send(faxe, wide))).toContain('kolonner')
  const missing = await writeXlsx({ sheets: [{ name: 'Status', rows: [['Part', 'Nøgle', 'Status', 'Dag']] }] })
  expect(await shown(faxe, await send(faxe, missing))).toContain('Kolonnen »Bemærkning« mangler')
})

test('a file that is missing, too large or named with a CPR number is refused at the field', async () => {
  const faxe = await w.as('contributor', 'faxe')
  const none = await faxe.post('/regneark', { file: fileOf('', '') })
  expect([none.status, none.text.includes('Vælg den fil')]).toEqual([422, true])
  const cpr = await faxe.post('/regneark', { file: fileOf('x', 'sag 010190-1234.xlsx') })
  expect([cpr.status, cpr.text.includes('CPR-nummer')]).toEqual([422, true])
  const large = await faxe.post('/regneark', { file: fileOf(new Uint8Array(25 * 1024 * 1024 + 1), 'stor.xlsx') })
  expect([large.status, large.text.includes('højst læses 25 MB')]).toEqual([422, true])
  expect((await faxe.post('/regneark', { file: fileOf(new Uint8Array(26 * 1024 * 1024), 'stor.xlsx') })).status).toBe(413)
})

test('what the program has given up is answered with a way on, and what it is still at is not', async () => {
  const faxe = await w.as('contributor', 'faxe')
  const upload = async () => `/regneark/${idOf((await faxe.post('/regneark', { file: fileOf('x', 'a.csv') })).location)}`
  const [lost, waits] = [await upload(), await upload()]
  await w.sql`update graphile_worker._private_jobs set attempts = max_attempts where key = ${`incoming:${idOf(lost)}`}`
  await answerGivenUp(kitchen(), way)
  expect(await shown(faxe, waits)).toContain('Regnearket bliver læst')
  expect(await shown(faxe, lost)).toContain('har opgivet det. Send filen igen')
  expect((await faxe.get(`${lost}/fremdrift`)).json()).toMatchObject({ href: lost })
})

test('how large a file may be is a rule of the day', async () => {
  const rule = { value: '1', validFrom: '2026-03-02', source: 'Sekretariatet', reason: 'Langsomt net' }
  expect((await (await w.as('secretariat')).post('/kontor/regler/upload.maxMegabytes', rule)).status).toBe(303)
  const faxe = await w.as('contributor', 'faxe')
  expect((await faxe.get('/regneark')).text).toContain('højst 1 MB')
  const large = await faxe.post('/regneark', { file: fileOf(new Uint8Array(1024 * 1024 + 1), 'stor.xlsx') })
  expect([large.status, large.text.includes('højst læses 1 MB')]).toEqual([422, true])
})

test("a file is the sender's alone", async () => {
  const faxe = await w.as('contributor', 'faxe')
  const path = await send(faxe, 'x', 'a.csv')
  const other = await w.as('approver', 'faxe')
  for (const address of [path, `${path}/fremdrift`, '/regneark/x', '/regneark/00000000-0000-4000-8000-000000000000'])
    expect((await other.get(address)).status).toBe(404)
  expect((await other.post(path)).status).toBe(404)
  expect((await w.citizen.get('/regneark')).location).toContain('/log-ind')
  expect((await (await w.as('administrator')).get('/regneark')).status).toBe(403)
  expect((await (await w.as('reader', 'faxe')).get('/regneark/mit.xlsx')).status).toBe(403)
})

test('who lost the role between preview and confirmation is told', async () => {
  const faxe = await w.as('contributor', 'faxe')
  const path = await sendEdited(faxe, (status) => ({ [status(['Faxe', 'KT1'], 'Status')]: 'I gang' }))
  await w.sql`update role_grant set party_id = ${await w.party('greve')} where person_id = ${faxe.personId ?? 0}`
  const { status, text } = await faxe.post(path)
  expect([status, text.includes('Din rolle er ændret')]).toEqual([422, true])
})

test('after a day a file that nobody confirmed is gone, with all that was read of it', async () => {
  const faxe = await w.as('contributor', 'faxe')
  const path = await sendEdited(faxe, (status) => ({ [status(['Faxe', 'KT1'], 'Status')]: 'I gang' }))
  await tidy(kitchen(23))
  expect((await faxe.get(path)).status).toBe(200)
  await tidy(kitchen(25))
  expect((await faxe.get(path)).status).toBe(404)
  expect(await w.sql`select from import_status`).toHaveLength(0)
})

test('failed formulas and merged cells are named by their cell, a bomb is not unpacked', async () => {
  const faxe = await w.as('contributor', 'faxe')
  const broken = await shown(
    faxe,
    await sendEdited(faxe, (status) => ({
      [status(['Faxe', 'KT1'], 'Status')]: '#REF!',
      [status(['Faxe', 'KT2'], 'Bemærkning')]: '#I/T',
    })),
  )
  expect(broken).toContain('Formlen giver fejlen #REF!')
  expect(broken).toContain('#I/T')
  const rows = [
    ['Part', 'Nøgle', 'Status', 'Begrundelse', 'Bemærkning', 'Dokumentation', 'Dag'],
    ['Faxe', 'KT1', 'I gang', '', '', '', '02-03-2026'],
    ['Faxe', 'KT2', null, '', '', '', '02-03-2026'],
  ]
  const merges = [{ startRow: 1, startCol: 2, endRow: 2, endCol: 2 }]
  const merged = await shown(faxe, await send(faxe, await writeXlsx({ sheets: [{ name: 'Status', rows, merges }] })))
  expect(merged).toContain('Cellen er flettet sammen med C2. Ophæv fletningen af C2:C3')
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(8_000_000) })
  expect(await shown(faxe, await send(faxe, bomb))).toContain('fylder alt for meget, når den pakkes ud')
})
