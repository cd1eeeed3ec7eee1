import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { beginSession } from '../src/capabilities/people/index.ts'
import { connect, type Database } from '../src/platform/db.ts'
import { SESSION_COOKIE } from '../src/platform/house.ts'
import { freshDatabase } from './setup/worker.ts'
import { houseOn } from './world.ts'

/** On a real database that is not rolled back: one decision, and several who correct it in the same moment. */
let database: Database
let app: ReturnType<typeof createApp>
const cookies: string[] = []

const decision = {
  kind: 'conditions',
  day: '2026-02-01',
  authorityKey: 'oest',
  text: 'Højst fire beboere.',
  published: 'no',
  source: 'Sag 1',
}

beforeAll(async () => {
  database = connect(await freshDatabase('faelles_supervision_at_once'), { connections: 8 })
  const world = {
    now: new Date('2026-03-02T09:00:00Z'),
    site: { baseUrl: 'http://localhost', trial: true, wasUrl: undefined, signIn: 'demo', mail: false } as const,
  }
  app = createApp(houseOn(database, world))
  for (let at = 0; at < 4; at++) cookies.push(await inspector(`inspector-${at}`))
})
afterAll(() => database.close())

async function inspector(subject: string): Promise<string> {
  const [person] = await database.sql<
    { id: number }[]
  >`insert into person ${database.sql({ subject, name: subject })} returning id`
  const id = person?.id ?? 0
  await database.sql`insert into role_grant ${database.sql({ personId: id, role: 'socialtilsyn' })}`
  return `${SESSION_COOKIE}=${await beginSession(database.sql, id, new Date('2026-03-03T00:00:00Z'))}`
}

const send = (path: string, fields: Record<string, string>, cookie: string) =>
  app.request(`http://localhost${path}`, {
    method: 'POST',
    headers: { origin: 'http://localhost', cookie },
    body: new URLSearchParams(fields),
  })

test('of four who correct the same decision at once one is saved, and the others are told', async () => {
  const [first = ''] = cookies
  expect((await send('/tilsyn/tilbud/1/ny', decision, first)).status).toBe(303)
  for (let round = 0; round < 5; round++) {
    const rows = await database.sql<{ id: number }[]>`select id from supervision_fact order by id`
    const [root, newest] = [rows[0]?.id, rows.at(-1)?.id]
    const answers = await Promise.all(
      cookies.map((cookie, who) =>
        send(
          `/tilsyn/afgoerelser/${root}/ret`,
          { ...decision, text: `Runde ${round}, ${who}`, corrects: String(newest), reason: 'Prøve' },
          cookie,
        ),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422])
    const refused = await Promise.all(answers.filter(({ status }) => status === 422).map((answer) => answer.text()))
    expect(refused.every((text) => text.includes('En anden har rettet det'))).toBe(true)
    expect(await database.sql`select from supervision_fact`).toHaveLength(rows.length + 1)
  }
})
