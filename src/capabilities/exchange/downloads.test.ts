import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { incoming } from '../../../tests/setup/incoming.ts'
import { world } from '../../../tests/world.ts'

const w = world()
const { report } = incoming(w)

const sheetOf = async (bytes: Uint8Array, name: string) =>
  (await readXlsx(bytes)).sheets.find((sheet) => sheet.name === name)?.rows ?? []
const csvRows = (text: string) =>
  text
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'))

test('status goes out with a row for each party and area; what is not reported is empty and never 0', async () => {
  await report('faxe', 'KT1')
  const { text, headers } = await w.citizen.get('/plan/status.csv')
  const rows = csvRows(text)
  expect(headers.get('content-disposition')).toContain('faelles-status-2026-03-02.csv')
  expect(rows).toHaveLength(1 + 18 * 13)
  const cells = Object.fromEntries((rows[0] ?? []).map((title, at) => [title.replace('\ufeff', ''), at]))
  const row = (party: string, area: string) => rows.find((line) => line[0] === party && line[1] === area) ?? []
  expect(row('Faxe', 'KT1')[cells['Status'] ?? -1]).toBe('Planlagt')
  expect(row('Faxe', 'KT1')[cells['Meldt af'] ?? -1]).toBe('indberetter')
  expect(row('Faxe', 'KT2').slice(3).join('')).toBe('')
})

test('the workbook has a guide, the status and the plan, each fact with its source and day', async () => {
  const { bytes, headers } = await w.citizen.get('/plan/faelles.xlsx')
  expect(headers.get('content-type')).toContain('spreadsheetml')
  expect((await readXlsx(bytes)).sheets.map(({ name }) => name)).toEqual(['Vejledning', 'Status', 'Plan'])
  const plan = await sheetOf(bytes, 'Plan')
  const head = plan.find((row) => row.includes('Kilde')) ?? []
  const title = plan.find((row) => row[0] === 'KT1' && row.includes('Titel')) ?? []
  expect(title[head.indexOf('Kilde')]).toMatch(/linje \d+/)
  expect(title[head.indexOf('Kendt fra')]).toBeInstanceOf(Date)
})

test('an export that holds example reports says so in the file and in its name', async () => {
  await report('faxe', 'KT1', { example: true })
  const csv = await w.citizen.get('/plan/status.csv')
  expect(csv.headers.get('content-disposition')).toContain('-eksempeldata.csv')
  expect(csvRows(csv.text).find(([party, area]) => party === 'Faxe' && area === 'KT1')).toContain('ja')
  const { bytes } = await w.citizen.get('/plan/status.xlsx')
  expect((await sheetOf(bytes, 'Status')).flat()).toContain('eksempeldata')
  expect((await sheetOf((await w.citizen.get('/plan/plan.xlsx')).bytes, 'Plan')).flat()).not.toContain('eksempeldata')
})

test('internal notes and reports that wait for approval are in no export', async () => {
  await report('faxe', 'KT1', { internalNote: 'kun for os selv' })
  await report('faxe', 'KT2', { publicNote: 'ikke vist endnu', publishedAt: undefined })
  for (const visitor of [w.citizen, await w.as('contributor', 'faxe'), await w.as('secretariat')]) {
    for (const path of ['/plan/status.csv', '/plan/status.xlsx', '/plan/faelles.xlsx', '/regneark/mit.xlsx']) {
      const { bytes, text, status } = await visitor.get(path)
      const all =
        path.endsWith('csv') || status !== 200 ? text : JSON.stringify((await readXlsx(bytes)).sheets.map(({ rows }) => rows))
      expect([path, /kun for os selv|ikke vist endnu/.test(all)]).toEqual([path, false])
    }
  }
})

test('an export is read as of a day', async () => {
  await report('faxe', 'KT1')
  const before = await w.citizen.get('/plan/status.csv?pr=2026-01-31')
  expect(before.headers.get('content-disposition')).toContain('2026-01-31')
  expect(before.text).not.toContain('Planlagt')
  expect((await w.citizen.get('/plan/status.csv?pr=2026-02-01')).text).toContain('Planlagt')
  expect(csvRows((await w.citizen.get('/plan/plan.csv?pr=2024-10-05')).text).length).toBeLessThan(
    csvRows((await w.citizen.get('/plan/plan.csv')).text).length,
  )
})

test('a municipality fetches its own rows, the secretariat everything', async () => {
  const own = (await w.as('contributor', 'faxe')).get('/regneark/mit.xlsx')
  const rows = await sheetOf((await own).bytes, 'Status')
  expect(rows.filter((row) => row[0] === 'Faxe')).toHaveLength(13)
  expect(rows.flat()).not.toContain('Greve')
  expect(await sheetOf((await own).bytes, 'Plan')).toEqual([])
  const all = await (await w.as('secretariat')).get('/regneark/mit.xlsx')
  expect((await sheetOf(all.bytes, 'Plan')).length).toBeGreaterThan(500)
})

test('the page offers what the reader may do', async () => {
  expect((await (await w.as('contributor', 'faxe')).get('/regneark')).text).toContain('Jeres status på hvert indsatsområde')
  const secretariat = await (await w.as('secretariat')).get('/regneark')
  expect(secretariat.text).toContain('hele planen med kilder')
  expect(secretariat.text).toContain('href="/plan/faelles.xlsx"')
})
