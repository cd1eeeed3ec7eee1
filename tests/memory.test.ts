import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { beginSession } from '../src/capabilities/people/index.ts'
import { planOn } from '../src/capabilities/plan/index.ts'
import { connect, type Database } from '../src/platform/db.ts'
import { type House, SESSION_COOKIE } from '../src/platform/house.ts'
import { Memory } from '../src/platform/memory.ts'
import { freshDatabase } from './setup/worker.ts'
import { houseOn, type World } from './world.ts'

const place: Pick<World, 'now' | 'site'> = {
  now: new Date('2026-03-02T09:00:00Z'),
  site: { baseUrl: 'http://localhost', trial: true, wasUrl: undefined, signIn: 'demo', mail: false },
}
const houses: House[] = []
let cookie = ''

beforeAll(async () => {
  const url = await freshDatabase('faelles_memory')
  for (let n = 0; n < 2; n++) {
    const database: Database = connect(url, { connections: 3 })
    const house = houseOn(database, place)
    await database.onChange(() => house.memory.forget())
    houses.push(house)
  }
  const sql = houses[0]?.database.sql
  if (!sql) throw new Error('no house')
  const [person] = await sql<{ id: number }[]>`insert into person (subject, name) values ('s', 'Sekretariatet') returning id`
  await sql`insert into role_grant (person_id, role) values (${person?.id ?? 0}, 'secretariat')`
  cookie = `${SESSION_COOKIE}=${await beginSession(sql, person?.id ?? 0, new Date('2026-03-03T00:00:00Z'))}`
})
afterAll(() => Promise.all(houses.map(({ database }) => database.close())))

const appOf = (at: number) => {
  const house = houses[at]
  if (!house) throw new Error('no such house')
  return createApp(house)
}
const read = async (app: ReturnType<typeof appOf>, path: string, headers: Record<string, string> = {}) =>
  app.request(`http://localhost${path}`, { headers })
const begin = (app: ReturnType<typeof appOf>, title: string) =>
  app.request('http://localhost/plan/initiativer/I3/forloeb/nyt', {
    method: 'POST',
    headers: { cookie, origin: 'http://localhost' },
    body: new URLSearchParams({ title, party: '', day: '2026-02-01', hypothesis: 'Vi tror det.' }),
  })

test('a public page is fresh on the next request in the process that wrote, and soon in the others', async () => {
  const [here, there] = [appOf(0), appOf(1)]
  for (const title of ['Det ene', 'Det andet', 'Det tredje']) {
    expect(await (await read(here, '/plan/forloeb')).text()).not.toContain(title)
    expect(await (await read(there, '/plan/forloeb')).text()).not.toContain(title)
    expect((await begin(here, title)).status).toBe(303)
    expect(await (await read(here, '/plan/forloeb')).text()).toContain(title)
    await expect.poll(async () => (await read(there, '/plan/forloeb')).text(), { timeout: 5000 }).toContain(title)
  }
})

test('a page that has not changed is not sent again', async () => {
  const app = appOf(0)
  const first = await read(app, '/plan/forloeb')
  const etag = first.headers.get('etag') ?? ''
  expect((await read(app, '/plan/forloeb', { 'if-none-match': etag })).status).toBe(304)
  await begin(app, 'Noget nyt')
  expect((await read(app, '/plan/forloeb', { 'if-none-match': etag })).status).toBe(200)
})

test('a page from memory is guarded by the same headers as one that was just rendered', async () => {
  const app = appOf(0)
  await begin(app, 'Forfra')
  const [first, second] = [await read(app, '/plan/forloeb'), await read(app, '/plan/forloeb')]
  expect(second.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(Object.fromEntries(second.headers)).toEqual(Object.fromEntries(first.headers))
})

test('what is kept for all is never what a signed-in person sees', async () => {
  const app = appOf(0)
  await read(app, '/plan/forloeb')
  expect(await (await read(app, '/plan/forloeb', { cookie })).text()).toContain('Log ud')
  expect(await (await read(app, '/plan/forloeb')).text()).not.toContain('Log ud')
})

test('the plan is read once until somebody writes, here or elsewhere, and a deed reads it for itself', async () => {
  const [here, there] = houses.map(({ database }) => database)
  if (!here || !there) throw new Error('no house')
  const plan = await planOn(here.sql, '2026-03-02')
  const elsewhere = await planOn(there.sql, '2026-03-02')
  expect((await planOn(here.sql, '2026-03-02')) === plan).toBe(true)
  expect((await here.deed((sql) => planOn(sql, '2026-03-02'))) === plan).toBe(false)
  const again = await planOn(here.sql, '2026-03-02')
  await begin(appOf(0), 'Efter planen')
  expect((await planOn(here.sql, '2026-03-02')) === again).toBe(false)
  await expect.poll(async () => (await planOn(there.sql, '2026-03-02')) === elsewhere, { timeout: 5000 }).toBe(false)
})

test('a page begun before a change is not kept', () => {
  const memory = new Memory()
  const revision = memory.revision
  memory.forget()
  memory.keep('a', revision, 'text/html', 'gammel', {})
  expect(memory.find('a')).toBeUndefined()
  memory.keep('a', memory.revision, 'text/html', 'ny', {})
  expect(memory.find('a')?.bodies.identity?.toString()).toBe('ny')
})

test('however many addresses are asked for, memory stays within its bounds', () => {
  const memory = new Memory()
  for (let n = 0; n < 2000; n++) memory.keep(`side ${n}`, memory.revision, 'text/html', 'x'.repeat(50_000), {})
  const kept = Array.from({ length: 2000 }, (_, n) => memory.find(`side ${n}`)).filter((page) => page !== undefined)
  expect(kept.length).toBeLessThanOrEqual(600)
  expect(memory.find('side 1999')).toBeDefined()
})
