import type { Hono } from 'hono'
import { afterEach, beforeEach } from 'vitest'
import type { Role } from '../src/access.ts'
import { createApp } from '../src/app.ts'
import { actorOfApiToken, actorOfSession, beginSession } from '../src/capabilities/people/index.ts'
import { frameOf } from '../src/frame.ts'
import type { Env } from '../src/platform/action.ts'
import { connect, type Database, type Sql } from '../src/platform/db.ts'
import { ShownWords } from '../src/platform/form-words.ts'
import { type House, SESSION_COOKIE } from '../src/platform/house.ts'
import { Memory } from '../src/platform/memory.ts'
import { workerDatabase } from './setup/worker.ts'

/** Somebody at a browser: what he opens and sends goes through the whole program. */
export type Visitor = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  /** Sends a form as a browser would, following nothing. */
  post(path: string, fields?: Record<string, string | File>, headers?: Record<string, string>): Promise<Answer>
  json(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
  personId: number | undefined
}

export type Answer = { status: number; text: string; location: string; headers: Headers; bytes: Uint8Array; json(): unknown }

/**
 * A database with the real programme and nothing else, in a transaction that is rolled back after each test; the clock stands
 * at `now` until a test sets it. Two tests never see each other's rows.
 */
export class World {
  now = new Date('2026-03-02T09:00:00Z')
  site: House['site'] = { baseUrl: 'http://localhost', trial: true, wasUrl: undefined, signIn: 'demo', mail: false }
  #database: Database | undefined
  #app: Hono<Env> | undefined
  #rollback: (() => void) | undefined
  #ended: Promise<unknown> | undefined

  get sql(): Sql {
    return this.database.sql
  }

  get database(): Database {
    if (!this.#database) throw new Error('the world is only there inside a test')
    return this.#database
  }

  get app(): Hono<Env> {
    if (!this.#app) throw new Error('the world is only there inside a test')
    return this.#app
  }

  /** Nobody in particular. */
  readonly citizen: Visitor = this.#visitor(undefined, undefined)

  /** A person with one role, at a party where the role needs one. */
  async as(role: Exclude<Role, 'citizen'>, partyKey?: string): Promise<Visitor> {
    const [person] = await this.sql<{ id: number }[]>`
      insert into person ${this.sql({ subject: crypto.randomUUID(), name: `${role} ${partyKey ?? ''}`.trim(), email: `${role}@example.dk` })} returning id`
    const id = person?.id ?? 0
    const partyId = partyKey ? await this.party(partyKey) : null
    await this.sql`insert into role_grant ${this.sql({ personId: id, role, partyId })}`
    return this.#visitor(await beginSession(this.sql, id, new Date(this.now.getTime() + 3_600_000)), id)
  }

  async party(key: string): Promise<number> {
    const [row] = await this.sql<{ id: number }[]>`select id from party where key = ${key}`
    if (!row) throw new Error(`no party ${key}`)
    return row.id
  }

  async item(key: string): Promise<number> {
    const [row] = await this.sql<{ id: number }[]>`select id from plan_item where key = ${key}`
    if (!row) throw new Error(`no plan item ${key}`)
    return row.id
  }

  async begin(): Promise<void> {
    this.now = new Date('2026-03-02T09:00:00Z')
    const root = await shared()
    let ready: () => void = () => {}
    const begun = new Promise<void>((resolve) => {
      ready = resolve
    })
    const over = new Promise<void>((resolve) => {
      this.#rollback = resolve
    })
    const sql = root.sql as Sql & { begin(work: (tx: Sql) => Promise<void>): Promise<void> }
    this.#ended = sql
      .begin(async (tx) => {
        this.#database = within(tx)
        this.#app = createApp(houseOn(this.#database, this))
        ready()
        await over
        throw new Rollback()
      })
      .catch((error: unknown) => {
        if (!(error instanceof Rollback)) throw error
      })
    await Promise.race([begun, this.#ended])
  }

  async end(): Promise<void> {
    this.#rollback?.()
    await this.#ended
    this.#database = undefined
    this.#app = undefined
  }

  #visitor(token: string | undefined, personId: number | undefined): Visitor {
    const send = async (path: string, init: RequestInit) => {
      const headers = new Headers(init.headers)
      headers.set('origin', 'http://localhost')
      if (token) headers.set('cookie', `${SESSION_COOKIE}=${token}`)
      return answerOf(await this.app.request(`http://localhost${path}`, { ...init, headers }))
    }
    return {
      personId,
      get: (path, headers = {}) => send(path, { headers }),
      post: (path, fields = {}, headers = {}) => send(path, { method: 'POST', body: bodyOf(fields), headers }),
      json: (path, body, headers = {}) =>
        send(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }),
    }
  }
}

/** The house as it stands in a test, on any database; clock and site are those of the world, also when they change. */
export const houseOn = (database: Database, world: Pick<World, 'now' | 'site'>): House => ({
  database,
  get site() {
    return world.site
  },
  memory: new Memory(),
  words: new ShownWords(),
  secureCookie: false,
  trustProxy: false,
  clock: () => world.now,
  actorOfSession,
  actorOfApiToken,
  frame: frameOf,
})

class Rollback extends Error {}

/** Registers a fresh world around every test of the file. */
export function world(): World {
  const world = new World()
  beforeEach(() => world.begin())
  afterEach(() => world.end())
  return world
}

let root: Promise<Database> | undefined
const shared = (): Promise<Database> => (root ??= workerDatabase().then((url) => connect(url, { connections: 4 })))

/** The one transaction of a test, seen as a database: a deed is a savepoint in it. */
const within = (tx: Sql): Database => ({
  sql: tx,
  deed: (work) => (tx as Sql & { savepoint<T>(work: (sql: Sql) => Promise<T>): Promise<T> }).savepoint(work),
  onChange: async () => {},
  patienceMs: 0,
  close: async () => {},
})

function bodyOf(fields: Record<string, string | File>): FormData | URLSearchParams {
  const hasFile = Object.values(fields).some((value) => value instanceof File)
  if (!hasFile) return new URLSearchParams(fields as Record<string, string>)
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

async function answerOf(response: Response): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  return {
    status: response.status,
    text,
    bytes,
    headers: response.headers,
    location: response.headers.get('location') ?? '',
    json: () => JSON.parse(text),
  }
}
