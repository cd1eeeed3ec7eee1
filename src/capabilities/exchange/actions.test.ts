import { expect, test } from 'vitest'
import { idOf, incoming } from '../../../tests/setup/incoming.ts'
import { edited, finder } from '../../../tests/setup/workbook.ts'
import { world } from '../../../tests/world.ts'
import { exampleReports, historyOf, latestOn } from '../progress/index.ts'
import { checkDraft, finishDraft } from './jobs.ts'

const w = world()
const { kitchen, myWorkbook, report, reportsOf, send, sendEdited, shown } = incoming(w)

test('an edited row is shown before it is saved, and saved when it is confirmed', async () => {
  await report('faxe', 'KT1')
  const faxe = await w.as('contributor', 'faxe')
  const path = await sendEdited(faxe, (status) => ({
    [status(['Faxe', 'KT1'], 'Status')]: 'I gang',
    [status(['Faxe', 'KT1'], 'Dag')]: '02-03-2026',
    [status(['Faxe', 'KV2'], 'Status')]: 'I daglig brug',
  }))
  const preview = await shown(faxe, path)
  expect(preview).toContain('2 rækker er nye eller ændrede')
  expect(preview).toContain('2 nye, 0 ændrede, 0 uændrede')
  expect(await reportsOf('faxe')).toHaveLength(1)

  const { status, location } = await faxe.post(path)
  expect(status).toBe(303)
  expect(await shown(faxe, location)).toContain('Regnearket er gemt: 2 rækker.')
  expect((await reportsOf('faxe')).map(({ state, day, actorRole }) => [state, day, actorRole]).sort()).toEqual([
    ['daily_use', '2026-03-02', 'contributor'],
    ['running', '2026-03-02', 'contributor'],
  ])
})

test('bringing the same workbook in twice changes nothing, not even after midnight', async () => {
  w.now = new Date('2026-03-02T22:50:00Z')
  await report('faxe', 'KT1')
  const faxe = await w.as('contributor', 'faxe')
  const { bytes, status } = await myWorkbook(faxe)
  const file = await edited(bytes, {
    Status: { [status(['Faxe', 'KT1'], 'Status')]: 'I gang', [status(['Faxe', 'KV1'], 'Status')]: 'Planlagt' },
  })
  await faxe.post(await send(faxe, file))
  const [before] = await w.sql`select count(*) from status_report`
  w.now = new Date('2026-03-02T23:10:00Z')
  const path = await send(faxe, file)
  expect(await shown(faxe, path)).toContain('Der er intet nyt i regnearket')
  expect((await faxe.post(path)).status).toBe(422)
  expect((await w.sql`select count(*) from status_report`)[0]).toEqual(before)
})

test('a changed row without a new day corrects the report of that day, and the old one stays as history', async () => {
  await report('faxe', 'KT1')
  const faxe = await w.as('contributor', 'faxe')
  const path = await sendEdited(faxe, (status) => ({ [status(['Faxe', 'KT1'], 'Status')]: 'I gang' }))
  expect(await shown(faxe, path)).toContain('0 nye, 1 ændret')
  await faxe.post(path)
  expect(await w.sql`select state, day from status_report order by id`).toMatchObject([
    { state: 'planned', day: '2026-02-01' },
    { state: 'running', day: '2026-02-01' },
  ])
})

test('a row that was not edited never takes back what was reported meanwhile', async () => {
  await report('faxe', 'KT1')
  const faxe = await w.as('contributor', 'faxe')
  const { bytes, status } = await myWorkbook(faxe)
  await report('faxe', 'KT1', { state: 'daily_use', recordedAt: w.now, publishedAt: w.now })
  const path = await send(faxe, await edited(bytes, { Status: { [status(['Faxe', 'KV1'], 'Status')]: 'Planlagt' } }))
  expect(await shown(faxe, path)).toContain('1 er nyere på siden og bliver ikke rørt')
  await faxe.post(path)
  expect((await reportsOf('faxe')).map(({ state }) => state).sort()).toEqual(['daily_use', 'planned'])
})

test('a municipality cannot report for another, though the others may stand in its workbook', async () => {
  await report('greve', 'KT1')
  const faxe = await w.as('contributor', 'faxe')
  const { bytes } = await w.citizen.get('/plan/status.xlsx')
  const status = await finder(bytes, 'Status')
  expect(await shown(faxe, await send(faxe, bytes))).toContain('intet nyt')
  const own = await edited(bytes, { Status: { [status(['Faxe', 'KT1'], 'Status')]: 'I gang' } })
  expect(await shown(faxe, await send(faxe, own))).toContain('1 række er ny eller ændret')
  const other = await edited(bytes, { Status: { [status(['Greve', 'KT1'], 'Status')]: 'I gang' } })
  const text = await shown(faxe, await send(faxe, other))
  expect(text).toContain(status(['Greve', 'KT1'], 'Part'))
  expect(text).toContain('Du kan ikke melde for Greve')
})

test('what the secretariat brings in is shown as reported by the secretariat; what an approver brings in is approved', async () => {
  const secretariat = await w.as('secretariat')
  await secretariat.post(await sendEdited(secretariat, (status) => ({ [status(['Faxe', 'KT1'], 'Status')]: 'I gang' })))
  const approver = await w.as('approver', 'greve')
  await approver.post(await sendEdited(approver, (status) => ({ [status(['Greve', 'KT1'], 'Status')]: 'I gang' })))
  expect(await reportsOf('faxe')).toMatchObject([{ actorRole: 'secretariat', approvedAt: undefined }])
  expect(await reportsOf('greve')).toMatchObject([{ actorRole: 'approver', approvedAt: w.now }])
})

test('where the party approves first, what is brought in waits, and is known when it comes again', async () => {
  const faxe = await w.as('contributor', 'faxe')
  await w.sql`insert into status_policy (party_id, approve_first) values (${await w.party('faxe')}, true)`
  const { bytes, status } = await myWorkbook(faxe)
  const file = await edited(bytes, {
    Status: { [status(['Faxe', 'KT1'], 'Status')]: 'I gang', [status(['Faxe', 'KT1'], 'Dag')]: '01-03-2026' },
  })
  await faxe.post(await send(faxe, file))
  expect(await reportsOf('faxe')).toEqual([])
  expect(await shown(faxe, await send(faxe, file))).toContain('intet nyt')
})

test('when somebody reports between preview and confirmation, it is shown again and nothing is saved', async () => {
  await report('faxe', 'KT1')
  const faxe = await w.as('contributor', 'faxe')
  const path = await sendEdited(faxe, (status) => ({ [status(['Faxe', 'KT1'], 'Status')]: 'I gang' }))
  await report('faxe', 'KT1', { state: 'paused', recordedAt: w.now, publishedAt: w.now })
  const { location } = await faxe.post(path)
  expect(await shown(faxe, location)).toContain('nogen har skrevet imens')
  expect((await reportsOf('faxe')).map(({ state }) => state)).toEqual(['paused'])
  await checkDraft(kitchen(), idOf(path))
  expect(await shown(faxe, path)).toContain('Nogen har skrevet imens')
  expect(await shown(faxe, path)).toContain('Sat på pause')
  await faxe.post(path)
  expect((await reportsOf('faxe')).map(({ state }) => state)).toEqual(['running'])
})

test('a historic day becomes a report of that day, recorded now', async () => {
  const faxe = await w.as('contributor', 'faxe')
  const path = await sendEdited(faxe, (status) => ({
    [status(['Faxe', 'KT1'], 'Status')]: 'Planlagt',
    [status(['Faxe', 'KT1'], 'Dag')]: '04.10.2025',
  }))
  await faxe.post(path)
  expect(await reportsOf('faxe')).toMatchObject([{ day: '2025-10-04', recordedAt: w.now }])
  expect(await latestOn(w.sql, '2025-12-31', { partyId: await w.party('faxe') })).toEqual([])
})

test('CSV goes out and comes back', async () => {
  await report('faxe', 'KT1', { publicNote: '=1+1; "godt"\nnæste linje' })
  const faxe = await w.as('contributor', 'faxe')
  const { text } = await w.citizen.get('/plan/status.csv')
  expect(await shown(faxe, await send(faxe, text, 'status.csv'))).toContain('1 uændret')
  const path = await send(faxe, text.replace(/^Faxe;KT1;([^;]*);Planlagt/m, 'Faxe;KT1;$1;I gang'), 'status.csv')
  await faxe.post(path)
  expect(await reportsOf('faxe')).toMatchObject([{ state: 'running', publicNote: '=1+1; "godt"\nnæste linje' }])
})

test('many rows are written by a job that tells how far it is', async () => {
  const secretariat = await w.as('secretariat')
  const areas = ['KT1', 'KT2', 'KT3', 'KT4', 'KV1', 'KV2', 'KV3', 'KV4', 'BO1', 'BO2', 'BO3', 'BO4']
  const lines = areas.flatMap((area) =>
    Array.from(
      { length: 150 },
      (_, day) =>
        `Faxe;${area};${day % 2 ? 'I gang' : 'Planlagt'};;;;${new Date(Date.UTC(2025, 5, 1 + day)).toISOString().slice(0, 10)}`,
    ),
  )
  const path = await send(
    secretariat,
    `Part;Nøgle;Status;Begrundelse;Bemærkning;Dokumentation;Dag\n${lines.join('\n')}\n`,
    'historie.csv',
  )
  expect(await shown(secretariat, path)).toContain('Gem 1.800 rækker')
  await secretariat.post(path)
  expect(await shown(secretariat, path)).toContain('Regnearket bliver gemt')
  expect((await secretariat.get(`${path}/fremdrift`)).json()).toEqual({ value: 0, of: 1800, text: 'rækker er gemt' })
  await finishDraft(kitchen(), idOf(path))
  expect((await secretariat.get(`${path}/fremdrift`)).json()).toMatchObject({ href: path })
  expect(await shown(secretariat, path)).toContain('Regnearket er gemt')
  const reports = await reportsOf('faxe')
  expect([reports.length, ...new Set(reports.map(({ day, state }) => `${day} ${state}`))]).toEqual([12, '2025-10-28 running'])
})

test('history that is brought in is told as history, and never becomes the status', async () => {
  const { id: shownId } = await report('faxe', 'KT1', { state: 'running' })
  await report('faxe', 'KT2', { state: 'running', example: true })
  const approver = await w.as('approver', 'faxe')
  const head = 'Part;Nøgle;Status;Begrundelse;Bemærkning;Dokumentation;Dag'
  const lines = ['Faxe;KT1;Planlagt;;;;01-06-2025', 'Faxe;KT1;Ikke begyndt;;;;01-01-2025', 'Faxe;KT2;Planlagt;;;;01-06-2025']
  const file = [head, ...lines].join('\n')
  await approver.post(await send(approver, file, 'historie.csv'))
  const states = async () => new Map((await reportsOf('faxe')).map(({ areaId, state }) => [areaId, state]))
  const [kt1, kt2] = [await w.item('KT1'), await w.item('KT2')]
  expect(await states()).toEqual(
    new Map([
      [kt1, 'running'],
      [kt2, 'running'],
    ]),
  )
  const history = await historyOf(w.sql, '2026-03-02', { partyId: await w.party('faxe'), areaId: kt1 })
  expect(history.map(({ day }) => day).sort()).toEqual(['2025-01-01', '2025-06-01', '2026-02-01'])
  expect(await shown(approver, await send(approver, file, 'historie.csv'))).toContain('intet nyt')
  expect((await approver.post('/plan/parter/faxe/KT1/godkend', { report: String(shownId) })).status).toBe(303)

  await exampleReports.remove(w.sql)
  expect(await states()).toEqual(
    new Map([
      [kt1, 'running'],
      [kt2, 'planned'],
    ]),
  )
})

test('a workbook that is not to be saved is put away, and asked about no more', async () => {
  const faxe = await w.as('contributor', 'faxe')
  const path = await sendEdited(faxe, (status) => ({ [status(['Faxe', 'KT1'], 'Status')]: 'I gang' }))
  expect(await shown(faxe, '/regneark')).toContain('Et regneark er ikke færdigt')
  const { location } = await faxe.post(path, { svar: 'nej' })
  expect(await shown(faxe, location)).toContain('Regnearket er lagt væk. Intet er gemt.')
  expect(await shown(faxe, '/regneark')).not.toContain('ikke færdigt')
  expect((await faxe.get(path)).status).toBe(404)
  expect(await reportsOf('faxe')).toEqual([])
})
