import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { beginSession } from '../src/capabilities/people/index.ts'
import { connect, type Database } from '../src/platform/db.ts'
import { SESSION_COOKIE } from '../src/platform/house.ts'
import { freshDatabase } from './setup/worker.ts'
import { houseOn } from './world.ts'

/** On a real database that is not rolled back, with transactions of their own: what the world of the deed tests cannot show. */
let database: Database
let app: ReturnType<typeof createApp>
const cookies: string[] = []

const PEOPLE = 4

beforeAll(async () => {
  database = connect(await freshDatabase('faelles_report_at_once'), { connections: 8 })
  const world = {
    now: new Date('2026-03-02T09:00:00Z'),
    site: { baseUrl: 'http://localhost', trial: true, wasUrl: undefined, signIn: 'demo', mail: false } as const,
  }
  app = createApp(houseOn(database, world))
  for (let at = 0; at < PEOPLE; at++) cookies.push(await contributor(`person-${at}`))
})
afterAll(() => database.close())

async function contributor(subject: string): Promise<string> {
  const [person] = await database.sql<
    { id: number }[]
  >`insert into person ${database.sql({ subject, name: subject })} returning id`
  const id = person?.id ?? 0
  await database.sql`
    insert into role_grant (person_id, role, party_id) select ${id}, 'contributor', id from party where key = 'faxe'`
  return `${SESSION_COOKIE}=${await beginSession(database.sql, id, new Date('2026-03-03T00:00:00Z'))}`
}

const send = (cookie: string, area: string, fields: Record<string, string>) =>
  app.request(`http://localhost/plan/parter/faxe/${area}/meld`, {
    method: 'POST',
    headers: { cookie, origin: 'http://localhost' },
    body: new URLSearchParams({ state: 'running', day: '2026-03-01', ...fields }),
  })

const notesOf = async (area: string): Promise<string[]> => {
  const rows = await database.sql<{ note: string }[]>`
    select r.public_note as note from status_report r join plan_item i on i.id = r.area_id where i.key = ${area} order by r.id`
  return rows.map(({ note }) => note)
}

const newestOf = async (area: string): Promise<string> => {
  const [row] = await database.sql<{ id: number | undefined }[]>`
    select max(r.id) as id from status_report r join plan_item i on i.id = r.area_id where i.key = ${area}`
  return String(row?.id ?? '')
}

test('of four who report the same area at once, one is saved and the others get their words back beside it', async () => {
  for (let round = 0; round < 10; round++) {
    const seen = await newestOf('KT1')
    const answers = await Promise.all(
      cookies.map((cookie, who) => send(cookie, 'KT1', { seen, publicNote: `Runde ${round} person ${who}` })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422])
    const saved = (await notesOf('KT1')).at(-1) ?? ''
    for (const [who, answer] of answers.entries()) {
      if (answer.status === 303) continue
      const html = await answer.text()
      expect(html).toContain(`Runde ${round} person ${who}`)
      expect(html).toContain(saved)
    }
  }
  expect(await notesOf('KT1')).toHaveLength(10)
})

test('those who report different areas at once do not stand in each other’s way', async () => {
  const areas = ['KV1', 'KV2', 'KV3', 'KV4']
  const answers = await Promise.all(
    cookies.map((cookie, at) => send(cookie, areas[at] ?? '', { seen: '', publicNote: 'Hver sit.' })),
  )
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
})

test('a "stadig korrekt" that meets a new report is either before it or refused, never of a report nobody saw', async () => {
  for (let round = 0; round < 10; round++) {
    const seen = await newestOf('KT1')
    const [confirmed, reported] = await Promise.all([
      app.request('http://localhost/plan/parter/faxe/KT1/bekraeft', {
        method: 'POST',
        headers: { cookie: cookies[0] ?? '', origin: 'http://localhost' },
        body: new URLSearchParams({ report: seen, _key: `bekraeft-${round}` }),
      }),
      send(cookies[1] ?? '', 'KT1', { seen, publicNote: `Ny ${round}` }),
    ])
    expect(reported.status).toBe(303)
    expect([303, 422]).toContain(confirmed.status)
    const [count] = await database.sql<
      { count: number }[]
    >`select count(*) as count from status_confirmation where report_id = ${Number(seen)}`
    expect(count?.count).toBe(confirmed.status === 303 ? 1 : 0)
  }
})
