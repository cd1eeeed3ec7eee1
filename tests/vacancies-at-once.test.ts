import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { beginSession } from '../src/capabilities/people/index.ts'
import { connect, type Database } from '../src/platform/db.ts'
import { SESSION_COOKIE } from '../src/platform/house.ts'
import { freshDatabase } from './setup/worker.ts'
import { houseOn } from './world.ts'

/** On a real database that is not rolled back: one line of 4 places, and several who answer for it in the same moment. */
let database: Database
let app: ReturnType<typeof createApp>
let line: { id: number; offerId: number; operatorId: number }
const cookies: string[] = []

const PEOPLE = 4

beforeAll(async () => {
  database = connect(await freshDatabase('faelles_vacancies_at_once'), { connections: 8 })
  const world = {
    now: new Date('2026-03-02T09:00:00Z'),
    site: { baseUrl: 'http://localhost', trial: true, wasUrl: undefined, signIn: 'demo', mail: false } as const,
  }
  app = createApp(houseOn(database, world))
  const [found] = await database.sql<(typeof line)[]>`
    select l.id, o.id as offer_id, o.operator_id from place_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
    where o.name = 'Fændediget'`
  if (!found) throw new Error('no Fændediget')
  line = found
  await database.sql`update operator set mailbox = 'tilbud@koege.example' where id = ${line.operatorId}`
  for (let at = 0; at < PEOPLE; at++) cookies.push(await provider(`person-${at}`))
})
afterAll(() => database.close())

async function provider(subject: string): Promise<string> {
  const [person] = await database.sql<
    { id: number }[]
  >`insert into person ${database.sql({ subject, name: subject })} returning id`
  const id = person?.id ?? 0
  await database.sql`insert into role_grant (person_id, role, party_id) select ${id}, 'provider', id from party where key = 'koege'`
  return `${SESSION_COOKIE}=${await beginSession(database.sql, id, new Date('2026-03-03T00:00:00Z'))}`
}

const send = (path: string, fields: Record<string, string>, cookie?: string) =>
  app.request(`http://localhost${path}`, {
    method: 'POST',
    headers: { origin: 'http://localhost', ...(cookie && { cookie }) },
    body: new URLSearchParams(fields),
  })

const said = () => database.sql<{ id: number; free: number }[]>`
  select id, free from vacancy_statement where place_line_id = ${line.id} order by id`

test('of four who answer for the same places at once one is saved, and the others are told what stands', async () => {
  for (let round = 0; round < 8; round++) {
    const before = await said()
    const seen = String(before.at(-1)?.id ?? '')
    const answers = await Promise.all(
      cookies.map((cookie, who) =>
        send(`/ledige/tilbud/${line.offerId}/ret`, { [`fri-${line.id}`]: String(who), [`set-${line.id}`]: seen }, cookie),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422])
    const refused = await Promise.all(answers.filter(({ status }) => status === 422).map((answer) => answer.text()))
    expect(refused.every((text) => text.includes('Der står nu:'))).toBe(true)
    expect(await said()).toHaveLength(before.length + 1)
  }
})

test('a link pressed by four at once is used up once', async () => {
  const { askAll } = await import('../src/capabilities/vacancies/store/links.ts')
  const at = new Date('2026-03-02T05:00:00Z')
  await database.deed((sql) => askAll(sql, { day: '2026-03-02', at, baseUrl: 'http://localhost' }))
  const [mail] = await database.sql<{ body: string }[]>`select body from outbox where topic = 'vacancies'`
  const link = mail?.body.match(/http:\/\/localhost(\/ledige\/svar\/[\w-]+)/)?.[1] ?? ''
  const before = await said()
  const seen = String(before.at(-1)?.id)
  const answers = await Promise.all(Array.from({ length: PEOPLE }, () => send(link, { seen })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422])
  expect(await said()).toHaveLength(before.length + 1)
  expect((await database.sql`select from vacancy_link where used_at is not null`).length).toBe(1)
})
