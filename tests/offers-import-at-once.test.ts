import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { checkOffers, finishOffers } from '../src/capabilities/intake/jobs.ts'
import { beginSession } from '../src/capabilities/people/index.ts'
import { connect, type Database } from '../src/platform/db.ts'
import { SESSION_COOKIE } from '../src/platform/house.ts'
import { bookOf, intakeId } from './setup/offers-in.ts'
import { freshDatabase } from './setup/worker.ts'
import { houseOn } from './world.ts'

/** Two people bring in workbooks of offers at the same moment, each on a connection of its own. */
const now = new Date('2026-03-02T09:00:00Z')
const kitchen = () => ({ database, clock: () => now })
let database: Database
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  database = connect(await freshDatabase('faelles_offers_import'))
  const site = { baseUrl: 'http://localhost', trial: false, wasUrl: undefined, signIn: 'none', mail: false } as const
  app = createApp(houseOn(database, { now, site }))
})
afterAll(() => database.close())

async function secretariat(): Promise<string> {
  const { sql } = database
  const [row] = await sql<{ id: number }[]>`
    insert into person (subject, name) values (${crypto.randomUUID()}, 'Rammeaftalesekretariatet') returning id`
  const id = row?.id ?? 0
  await sql`insert into role_grant (person_id, role) values (${id}, 'secretariat')`
  return beginSession(sql, id, new Date(now.getTime() + 3_600_000))
}

const post = (path: string, token: string, body: FormData | URLSearchParams) =>
  app.request(`http://localhost${path}`, {
    method: 'POST',
    body,
    headers: { origin: 'http://localhost', cookie: `${SESSION_COOKIE}=${token}` },
  })

type Cell = string | number | null
const HEAD = ['Tilbud', 'Driftsherre', 'Tilbudsid', 'Kommune', 'Form', 'Godkendte pladser']
const row = (name: string, operator: string, portalId: Cell, places: number): Cell[] => [
  name,
  operator,
  portalId,
  'Faxe',
  'Døgn',
  places,
]

async function ready(token: string, ...rows: Cell[][]): Promise<string> {
  const form = new FormData()
  form.set('file', new File([(await bookOf([HEAD, ...rows])) as Uint8Array<ArrayBuffer>], 'tilbud.xlsx'))
  const id = intakeId((await post('/tilbud/indlaes', token, form)).headers.get('location') ?? '')
  await checkOffers(kitchen(), id)
  expect(await states([id])).toEqual(['ready'])
  return id
}

const confirm = (token: string, id: string) => post(`/tilbud/indlaes/${id}`, token, new URLSearchParams())
const states = async (ids: string[]) =>
  (await database.sql<{ state: string }[]>`select state from import_draft where id in ${database.sql(ids)}`).map(
    ({ state }) => state,
  )

/** Both confirm at once. @returns how the files stand afterwards, in the order of the alphabet */
async function bothConfirm(one: Cell[], other: Cell[]): Promise<string[]> {
  const [a, b] = await Promise.all([secretariat(), secretariat()])
  const drafts: [string, string] = [await ready(a, one), await ready(b, other)]
  const answers = await Promise.all([confirm(a, drafts[0]), confirm(b, drafts[1])])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  return (await states(drafts)).sort()
}

const offersNamed = (name: string) =>
  database.sql<{ approved: number }[]>`
    select c.approved from offer o join offer_unit u on u.offer_id = o.id join place_line l on l.unit_id = u.id
    join place_count c on c.place_line_id = l.id where o.name = ${name}`

test('of two that bring in the same new offer, one is saved and the other is shown again', async () => {
  expect(await bothConfirm(row('Lindegården', 'Faxe Kommune', null, 12), row('Lindegården', 'Faxe Kommune', null, 14))).toEqual([
    'done',
    'waiting',
  ])
  expect(await offersNamed('Lindegården')).toHaveLength(1)
})

test('so it is when they have the same number of the portal under two names', async () => {
  expect(await bothConfirm(row('Skovly', 'Faxe Kommune', '70001', 5), row('Skovlyst', 'Faxe Kommune', '70001', 6))).toEqual([
    'done',
    'waiting',
  ])
  expect([...(await offersNamed('Skovly')), ...(await offersNamed('Skovlyst'))]).toHaveLength(1)
})

test('so it is when they say different things of an offer there is', async () => {
  const token = await secretariat()
  await confirm(token, await ready(token, row('Bøgely', 'Faxe Kommune', '70002', 8)))
  expect(await bothConfirm(row('Bøgely', 'Faxe Kommune', '70002', 9), row('Bøgely', 'Faxe Kommune', '70002', 10))).toEqual([
    'done',
    'waiting',
  ])
})

test('two that bring in an operator of one name do not make it twice', async () => {
  expect(await bothConfirm(row('Hulen Nord', 'Hulen A/S', '70003', 3), row('Hulen Syd', 'Hulen A/S', '70004', 4))).toEqual([
    'done',
    'waiting',
  ])
  expect(await database.sql`select from operator where name = 'Hulen A/S'`).toHaveLength(1)
})

test('two that have nothing to do with each other are both saved', async () => {
  expect(await bothConfirm(row('Egely', 'Faxe Kommune', '70005', 3), row('Elmely', 'Køge Kommune', '70006', 4))).toEqual([
    'done',
    'done',
  ])
})

test('a workbook that is confirmed twice at once is saved once', async () => {
  const token = await secretariat()
  const id = await ready(token, row('Pilegården', 'Faxe Kommune', '70007', 7))
  const answers = await Promise.all([confirm(token, id), confirm(token, id)])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await offersNamed('Pilegården')).toEqual([{ approved: 7 }])
})

test('a job that runs twice at once writes once', async () => {
  const token = await secretariat()
  const id = await ready(token, row('Askelund', 'Faxe Kommune', '70008', 7))
  await database.sql`update import_draft set state = 'writing' where id = ${id}`
  await Promise.all([finishOffers(kitchen(), id), finishOffers(kitchen(), id)])
  expect(await states([id])).toEqual(['done'])
  expect(await offersNamed('Askelund')).toEqual([{ approved: 7 }])
})
