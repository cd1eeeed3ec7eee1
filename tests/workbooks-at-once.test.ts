import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { checkDraft, finishDraft } from '../src/capabilities/exchange/jobs.ts'
import { beginSession } from '../src/capabilities/people/index.ts'
import { connect, type Database } from '../src/platform/db.ts'
import { SESSION_COOKIE } from '../src/platform/house.ts'
import { fileOf, idOf } from './setup/incoming.ts'
import { freshDatabase } from './setup/worker.ts'
import { houseOn } from './world.ts'

/** Two people of Faxe bring in workbooks at the same moment, each on a connection of its own. */
const now = new Date('2026-03-02T09:00:00Z')
const kitchen = () => ({ database, clock: () => now })
let database: Database
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  database = connect(await freshDatabase('faelles_workbooks'))
  const site = { baseUrl: 'http://localhost', trial: false, wasUrl: undefined, signIn: 'none', mail: false } as const
  app = createApp(houseOn(database, { now, site }))
})
afterAll(() => database.close())

async function person(): Promise<string> {
  const { sql } = database
  const [row] = await sql<{ id: number }[]>`
    insert into person (subject, name) values (${crypto.randomUUID()}, 'Indberetter, Faxe') returning id`
  const id = row?.id ?? 0
  await sql`
    insert into role_grant (person_id, role, party_id) select ${id}, 'contributor', id from party where key = 'faxe'`
  return beginSession(sql, id, new Date(now.getTime() + 3_600_000))
}

const post = (path: string, token: string, body: FormData | URLSearchParams) =>
  app.request(`http://localhost${path}`, {
    method: 'POST',
    body,
    headers: { origin: 'http://localhost', cookie: `${SESSION_COOKIE}=${token}` },
  })

const HEAD = 'Part;Nøgle;Status;Begrundelse;Bemærkning;Dokumentation;Dag\n'

async function ready(token: string, rows: string): Promise<string> {
  const form = new FormData()
  form.set('file', fileOf(HEAD + rows, 'status.csv'))
  const id = idOf((await post('/regneark', token, form)).headers.get('location') ?? '')
  await checkDraft(kitchen(), id)
  return id
}

const confirm = (token: string, id: string) => post(`/regneark/${id}`, token, new URLSearchParams())
const states = async (ids: string[]) =>
  (await database.sql<{ state: string }[]>`select state from import_draft where id in ${database.sql(ids)}`).map(
    ({ state }) => state,
  )
const reports = async () =>
  database.sql<{ area: string; state: string; note: string }[]>`
    select i.key as area, r.state, r.public_note as note from status_report r join plan_item i on i.id = r.area_id order by r.id`

test('of two that say different things of the same, one is saved and the other is shown again', async () => {
  const [a, b] = await Promise.all([person(), person()])
  const drafts: [string, string] = [
    await ready(a, 'Faxe;KT1;I gang;;a;;2026-03-01\nFaxe;KT2;I gang;;a;;2026-03-01\n'),
    await ready(b, 'Faxe;KT1;Planlagt;;b;;2026-03-01\nFaxe;KT2;Planlagt;;b;;2026-03-01\n'),
  ]
  const answers = await Promise.all([confirm(a, drafts[0]), confirm(b, drafts[1])])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect((await states(drafts)).sort()).toEqual(['done', 'waiting'])
  const saved = await reports()
  expect(saved.map(({ area }) => area)).toEqual(['KT1', 'KT2'])
  expect(new Set(saved.map(({ note }) => note)).size).toBe(1)
})

test('a workbook that is confirmed twice at once is saved once', async () => {
  const token = await person()
  const before = (await reports()).length
  const id = await ready(token, 'Faxe;KV1;I gang;;;;2026-03-01\n')
  const answers = await Promise.all([confirm(token, id), confirm(token, id)])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect((await reports()).length).toBe(before + 1)
})

test('a job that runs twice at once writes once', async () => {
  const token = await person()
  const before = (await reports()).length
  const id = await ready(token, 'Faxe;KV2;I gang;;;;2026-03-01\n')
  await database.sql`update import_draft set state = 'writing' where id = ${id}`
  await Promise.all([finishDraft(kitchen(), id), finishDraft(kitchen(), id)])
  expect(await states([id])).toEqual(['done'])
  expect((await reports()).length).toBe(before + 1)
})
