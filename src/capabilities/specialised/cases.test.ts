import { expect, test } from 'vitest'
import { type Visitor, world } from '../../../tests/world.ts'
import { exampleTaskForce } from './index.ts'

const w = world()
const CASES = '/tilbud/saerlige/task-force'
const LIST = '/tilbud/saerlige/mest-specialiserede'

const raising = {
  key: 'bomi',
  raisedOn: '2026-02-01',
  raisedBy: 'Leder af tilbuddet',
  reason: 'Belægningen falder.',
  dueOn: '2026-04-01',
  source: 'Brev af 1. februar 2026',
}

async function raised(secretariat: Visitor, fields: Partial<typeof raising> = {}): Promise<string> {
  const { status, location } = await secretariat.post(`${CASES}/ny`, { ...raising, ...fields })
  expect(status).toBe(303)
  return location.split('?')[0] ?? ''
}

async function agreed(secretariat: Visitor, at: string, dueOn = '2026-03-20'): Promise<string> {
  const action = { day: '2026-02-10', responsible: 'Driftsherren', dueOn, text: 'Nyt budget' }
  expect((await secretariat.post(`${at}/handlinger/ny`, action)).status).toBe(303)
  const [row] = await w.sql<{ id: number }[]>`select id from task_force_step where kind = 'action' order by id desc limit 1`
  return `${at}/handlinger/${row?.id}`
}

const convening = { day: '2026-02-05', responsible: 'Rammeaftalesekretariatet', text: 'Møde 12. februar.' }

test('a case goes from raised over convened and actions to a conclusion, and everybody reads every step', async () => {
  const secretariat = await w.as('secretariat')
  const at = await raised(secretariat)
  expect((await secretariat.post(`${at}/indkald`, convening)).status).toBe(303)
  const action = await agreed(secretariat, at)
  expect(
    (await secretariat.post(`${action}/afslut`, { kind: 'done', day: '2026-02-28', text: 'Budgettet er vedtaget.' })).status,
  ).toBe(303)
  expect((await secretariat.post(`${at}/luk`, { day: '2026-03-01', text: 'Driften er sikret året ud.' })).status).toBe(303)
  const { text } = await w.citizen.get(at)
  for (const sentence of [
    'Leder af tilbuddet',
    'Task force indkaldt',
    'Nyt budget',
    'Budgettet er vedtaget.',
    'Driften er sikret året ud.',
  ])
    expect(text).toContain(sentence)
  expect((await w.citizen.get(CASES)).text).toContain('0 åbne sager, 1 lukket')
})

test('what is overdue is said on the list, the case and the offer of the list', async () => {
  const secretariat = await w.as('secretariat')
  const at = await raised(secretariat)
  expect((await w.citizen.get(CASES)).text).toContain('Task force skulle være indkaldt 15. februar 2026 (15 dage over fristen)')
  await secretariat.post(`${at}/indkald`, convening)
  await agreed(secretariat, at, '2026-02-28')
  const { text } = await w.citizen.get(at)
  expect(text).toContain('»Nyt budget« skulle være udført 28. februar 2026 (2 dage over fristen)')
  expect((await w.citizen.get(LIST)).text).toContain('task force, frist overskredet')
})

test('the office says how many cases are over a deadline, and leads there', async () => {
  const secretariat = await w.as('secretariat')
  expect((await secretariat.get('/kontor')).text).not.toContain('over fristen')
  await raised(secretariat)
  expect((await secretariat.get('/kontor')).text).toMatch(/href="\/tilbud\/saerlige\/task-force">1 task force-sag over fristen/)
})

test('a deadline is moved with its reason, and the old one stays to be seen', async () => {
  const secretariat = await w.as('secretariat')
  const action = await agreed(secretariat, await raised(secretariat), '2026-02-28')
  const moved = { day: '2026-02-20', dueOn: '2026-03-15', text: 'Regnskabet skal med.' }
  expect((await secretariat.post(`${action}/frist`, moved)).status).toBe(303)
  const { text } = await w.citizen.get(action.replace(/\/handlinger.*/, ''))
  expect(text).toContain('flyttet fra 28. februar 2026')
  expect(text).toContain('Regnskabet skal med.')
  const back = await secretariat.post(`${action}/frist`, { ...moved, dueOn: '2026-01-01' })
  expect(back.status).toBe(422)
  expect(back.text).toContain('Fristen skal ligge')
})

test('internal notes are read by the secretariat alone, on the page and in the files', async () => {
  const secretariat = await w.as('secretariat')
  const at = await raised(secretariat)
  expect((await secretariat.post(`${at}/note`, { text: 'Ring til regionen først.' })).status).toBe(303)
  expect((await secretariat.get(at)).text).toContain('Ring til regionen først.')
  for (const visitor of [w.citizen, await w.as('approver', 'roskilde'), await w.as('administrator')])
    expect((await visitor.get(at)).text).not.toContain('Ring til regionen')
  expect((await secretariat.get(`${CASES}.csv`)).text).not.toContain('Ring til regionen')
  const [deed] = await w.sql<{ detail: object }[]>`select detail from deed order by id desc limit 1`
  expect(deed?.detail).toEqual({})
})

test('a case with an action left is not closed, and a closed case takes no more until it is opened again', async () => {
  const secretariat = await w.as('secretariat')
  const at = await raised(secretariat)
  const action = await agreed(secretariat, at)
  const end = { day: '2026-03-01', text: 'Slut.' }
  const early = await secretariat.post(`${at}/luk`, end)
  expect(early.status).toBe(422)
  expect(early.text).toContain('Sagen er ikke lukket.')
  await secretariat.post(`${action}/afslut`, { kind: 'dropped', day: '2026-02-20', text: 'Ikke nødvendig.' })
  expect((await secretariat.post(`${action}/afslut`, { kind: 'done', day: '2026-02-21', text: 'Dog.' })).text).toContain(
    'allerede afsluttet',
  )
  expect((await secretariat.post(`${at}/luk`, end)).status).toBe(303)
  expect((await secretariat.post(`${at}/indkald`, { ...convening, day: '2026-03-02' })).text).toContain('Sagen er lukket')
  expect((await secretariat.post(`${at}/genaabn`, { day: '2026-03-02', text: 'Nyt problem.' })).status).toBe(303)
  expect((await secretariat.post(`${at}/genaabn`, { day: '2026-03-02', text: 'Igen.' })).text).toContain('Sagen er åben')
})

test('an offer has one open case, and only an offer on the list has any', async () => {
  const secretariat = await w.as('secretariat')
  await raised(secretariat)
  const second = await secretariat.post(`${CASES}/ny`, { ...raising, reason: 'Noget andet.' })
  expect(second.status).toBe(422)
  expect(second.text).toContain('har allerede en åben sag')
  expect((await secretariat.post(`${CASES}/ny`, { ...raising, key: 'stevnsfortet' })).text).toContain(
    'Vælg et tilbud, der står på listen',
  )
  const off = await secretariat.post(`${LIST}/bomi/af-listen`, { day: '2026-03-01', source: 'KKR', note: 'Slut.' })
  expect(off.text).toContain('åben task force-sag')
})

test.each([
  ['raisedOn', '2026-03-03', 'ikke kommet endnu'],
  ['dueOn', '2026-01-01', 'Fristen skal ligge'],
  ['raisedBy', '', 'Skriv, hvem der rejste det'],
  ['partyId', '999999', 'Vælg en part'],
])('a case with %s »%s« is refused', async (field, value, sentence) => {
  const { status, text } = await (await w.as('secretariat')).post(`${CASES}/ny`, { ...raising, [field]: value })
  expect(status).toBe(422)
  expect(text).toContain(sentence)
  expect((await w.citizen.get(CASES)).text).toContain('0 åbne sager')
})

test('steps are told in order, and a task force is convened once', async () => {
  const secretariat = await w.as('secretariat')
  const at = await raised(secretariat)
  expect((await secretariat.post(`${at}/indkald`, { ...convening, day: '2026-01-31' })).text).toContain(
    'Skriv den dag eller en senere',
  )
  await secretariat.post(`${at}/indkald`, convening)
  expect((await secretariat.post(`${at}/indkald`, { ...convening, text: 'Igen.' })).text).toContain('allerede indkaldt')
})

test('nobody but the secretariat runs a case, and one that does not exist is not there', async () => {
  const secretariat = await w.as('secretariat')
  const at = await raised(secretariat)
  for (const [role, party] of [['approver', 'roskilde'], ['administrator'], ['provider', 'roskilde']] as const) {
    const visitor = await w.as(role, party)
    expect((await visitor.post(`${CASES}/ny`, raising)).status).toBe(403)
    expect((await visitor.post(`${at}/note`, { text: 'Hej' })).status).toBe(403)
  }
  expect((await secretariat.get(`${CASES}/999999`)).status).toBe(404)
  expect((await secretariat.post(`${at}/handlinger/999999/afslut`, { kind: 'done', day: '2026-03-01', text: 'x' })).status).toBe(
    404,
  )
})

test('invented cases are marked, and go with what was written in them', async () => {
  await exampleTaskForce.load(w.sql)
  w.now = new Date()
  const secretariat = await w.as('secretariat')
  expect((await w.citizen.get(CASES)).text).toContain('eksempeldata')
  expect((await w.citizen.get(LIST)).text).toContain('<strong>10 tilbud</strong>')
  const [row] = await w.sql<{ id: number }[]>`select id from task_force_case order by id limit 1`
  expect((await secretariat.post(`${CASES}/${row?.id}/note`, { text: 'Set.' })).status).toBe(303)
  await exampleTaskForce.remove(w.sql)
  expect(await exampleTaskForce.count(w.sql)).toBe(0)
  expect(await w.sql`select from specialised_offer where key like 'eksempel%'`).toHaveLength(0)
  expect((await w.citizen.get(CASES)).text).toContain('Der har ikke været nogen sager')
})
