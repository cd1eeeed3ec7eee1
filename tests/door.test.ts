import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { beginSession } from '../src/capabilities/people/index.ts'
import { connect, type Database } from '../src/platform/db.ts'
import { type House, SESSION_COOKIE } from '../src/platform/house.ts'
import { serverOf } from '../src/platform/listen.ts'
import { freshDatabase } from './setup/worker.ts'
import { houseOn } from './world.ts'

/** What is kept in memory is answered at the door; nobody may see the difference. */
const place = {
  now: new Date('2026-03-02T09:00:00Z'),
  site: { baseUrl: 'http://localhost', trial: true, wasUrl: undefined, signIn: 'demo', mail: false } as const,
}
let database: Database
let house: House
let url = ''
let cookie = ''
let stop = () => {}

beforeAll(async () => {
  database = connect(await freshDatabase('faelles_door'), { connections: 3 })
  house = houseOn(database, place)
  const server = serverOf(createApp(house), house).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  stop = () => server.closeAllConnections()
  const [person] = await database.sql<{ id: number }[]>`insert into person (subject, name) values ('d', 'Dørvogter') returning id`
  cookie = `${SESSION_COOKIE}=${await beginSession(database.sql, person?.id ?? 0, new Date('2026-03-03T00:00:00Z'))}`
})
afterAll(async () => {
  stop()
  await database.close()
})

const read = (headers: Record<string, string> = {}, path = '/plan/forloeb') => fetch(url + path, { headers })

/** All that is the same from one answer to the next; the body may come chunked the first time and whole after that. */
function lasting(headers: Headers): Record<string, string> {
  const { date: _d, 'x-request-id': _r, 'content-length': _l, 'transfer-encoding': _t, ...rest } = Object.fromEntries(headers)
  return rest
}

test('the second reader gets the same page with the same guards as the first', async () => {
  const [first, second] = [await read(), await read()]
  expect(second.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(second.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(lasting(second.headers)).toEqual(lasting(first.headers))
  expect(await second.text()).toBe(await first.text())
})

test('who has the page already is told that it has not changed', async () => {
  const etag = (await read()).headers.get('etag') ?? ''
  await read()
  const again = await read({ 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('who is signed in gets a page of his own, and is never answered at the door', async () => {
  await read()
  const own = await read({ cookie })
  expect(await own.text()).toContain('Dørvogter')
  expect(own.headers.get('cache-control')).toBe('no-store')
  expect(await (await read()).text()).not.toContain('Dørvogter')
})

test('what has been forgotten is made anew, and a page that is not there is still not there', async () => {
  await read()
  house.memory.forget()
  expect((await read()).status).toBe(200)
  expect((await read({}, '/plan/findes-ikke')).status).toBe(404)
})
