import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { beginSession } from '../src/capabilities/people/index.ts'
import { connect, type Database } from '../src/platform/db.ts'
import { SESSION_COOKIE } from '../src/platform/house.ts'
import { freshDatabase } from './setup/worker.ts'
import { houseOn } from './world.ts'

/** Between the program and the database stands a line that can be cut at the worst moment. */
class Line {
  mode: 'open' | 'cut after commit' | 'cut before commit' | 'down' = 'open'
  #server: Server | undefined
  #sockets = new Set<Socket>()
  #wasCut = () => {}

  async open(to: { host: string; port: number }): Promise<number> {
    const server = createServer((client) => this.#carry(client, to))
    this.#server = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    return typeof address === 'object' && address ? address.port : 0
  }

  #carry(client: Socket, to: { host: string; port: number }) {
    if (this.mode === 'down') return client.destroy()
    const database = dial(to.port, to.host)
    for (const socket of [client, database]) {
      this.#sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        client.destroy()
        database.end()
      })
    }
    let prepared = '\0commit\0'
    client.on('data', (bytes) => {
      const commits = bytes.includes(prepared)
      prepared = preparedCommit(bytes) ?? prepared
      const cut = commits && this.mode.startsWith('cut')
      if (!cut || this.mode === 'cut after commit') database.write(bytes)
      if (!cut) return
      client.destroy()
      this.#wasCut()
    })
    database.on('data', (bytes) => client.write(bytes))
    return undefined
  }

  /** What happens when the line has been cut at a COMMIT, and no sooner however slow the machine is. */
  cutOnce(then: () => void) {
    this.#wasCut = then
  }

  cut() {
    this.mode = 'down'
    for (const socket of this.#sockets) socket.destroy()
  }

  close() {
    for (const socket of this.#sockets) socket.destroy()
    this.#server?.close()
  }
}

/** COMMIT is prepared once a connection, and thereafter only called by the name it then got. */
const preparedCommit = (bytes: Buffer): string | undefined => bytes.toString('latin1').match(/P[\s\S]{4}([^\0]+)\0commit\0/)?.[1]

const line = new Line()
const world = {
  now: new Date('2026-03-02T09:00:00Z'),
  site: { baseUrl: 'http://localhost', trial: true, wasUrl: undefined, signIn: 'demo', mail: false } as const,
}
let straight: Database
let through: Database
let cookie = ''
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  const url = new URL(await freshDatabase('faelles_save_once'))
  straight = connect(url.href, { connections: 2 })
  const port = await line.open({ host: url.hostname, port: Number(url.port) })
  url.hostname = '127.0.0.1'
  url.port = String(port)
  through = connect(url.href, { connections: 3, patienceMs: 1500 })
  app = createApp(houseOn(through, world))
  const [person] = await straight.sql<
    { id: number }[]
  >`insert into person (subject, name) values ('s', 'Sekretariatet') returning id`
  await straight.sql`insert into role_grant (person_id, role) values (${person?.id ?? 0}, 'secretariat')`
  cookie = `${SESSION_COOKIE}=${await beginSession(straight.sql, person?.id ?? 0, new Date('2026-03-03T00:00:00Z'))}`
})
afterAll(async () => {
  await through.close()
  line.close()
  await straight.close()
})
beforeEach(async () => {
  line.mode = 'open'
  await straight.sql`delete from cycle`
})

const path = '/plan/initiativer/I3/forloeb/nyt'
const send = (key: string, title = 'Prøve') =>
  app.request(`http://localhost${path}`, {
    method: 'POST',
    headers: { cookie, origin: 'http://localhost' },
    body: new URLSearchParams({ _key: key, title, party: '', day: '2026-02-01', hypothesis: 'Vi tror det.' }),
  })
const saved = async () => (await straight.sql`select from cycle`).length

test('the same form sent twice, also at once, is saved once and leads to the same place', async () => {
  const [first, second] = await Promise.all([send('form-0001'), send('form-0001')])
  const third = await send('form-0001')
  expect([first?.status, second?.status, third.status]).toEqual([303, 303, 303])
  expect(await saved()).toBe(1)
})

test('the same form with something else in it, after the back button, is another deed', async () => {
  await send('form-0002', 'Den ene')
  await send('form-0002', 'Den anden')
  expect(await saved()).toBe(2)
})

test('when the answer to COMMIT is lost, what was saved is said to be saved, and is saved once', async () => {
  await send('form-warm')
  line.mode = 'cut after commit'
  const sending = send('form-0003')
  line.cutOnce(() => (line.mode = 'open'))
  const answer = await sending
  expect(answer.status).toBe(303)
  expect(await saved()).toBe(2)
  await send('form-0003')
  expect(await saved()).toBe(2)
})

test('when COMMIT never arrived, it is said that nothing was saved, with what was written, and sending again saves once', async () => {
  line.mode = 'cut before commit'
  const sending = send('form-0004', 'Vigtig titel')
  line.cutOnce(() => (line.mode = 'open'))
  const answer = await sending
  expect(answer.status).toBe(503)
  const html = await answer.text()
  expect(html).toContain('Ikke gemt')
  expect(html).toContain('Vigtig titel')
  expect(await saved()).toBe(0)
  expect((await send('form-0004', 'Vigtig titel')).status).toBe(303)
  expect(await saved()).toBe(1)
})

test('when the database stays away it is said to be uncertain, and trying again when it is back saves once', async () => {
  line.mode = 'cut after commit'
  const sending = send('form-0005')
  line.cutOnce(() => line.cut())
  const answer = await sending
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('Uvist, om det blev gemt')
  line.mode = 'open'
  await expect.poll(async () => (await send('form-0005')).status, { timeout: 30_000 }).toBe(303)
  expect(await saved()).toBe(1)
})

test('while the database is away a page says so, and the program recovers by itself', async () => {
  line.cut()
  const away = await app.request('http://localhost/plan/forloeb', { headers: { cookie } })
  expect(away.status).toBe(503)
  expect(await away.text()).toContain('Databasen svarer ikke lige nu')
  line.mode = 'open'
  const status = async () => (await app.request('http://localhost/plan/forloeb', { headers: { cookie } })).status
  await expect.poll(status, { timeout: 30_000 }).toBe(200)
})

test('a form that comes while the database is away is given back with what was written, and sending it again saves it once', async () => {
  line.cut()
  const answer = await send('10000000-0000-4000-8000-00000000000b', 'Skrevet mens der var mørkt')
  const text = await answer.text()
  expect(answer.status).toBe(503)
  expect(text).toContain('blev ikke gemt')
  expect(text).toContain('value="Skrevet mens der var mørkt"')
  expect(await saved()).toBe(0)
  line.mode = 'open'
  await expect
    .poll(async () => (await send('10000000-0000-4000-8000-00000000000b', 'Skrevet mens der var mørkt')).status, {
      timeout: 30_000,
    })
    .toBe(303)
  expect(await saved()).toBe(1)
})
