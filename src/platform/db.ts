import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runMigrations } from 'graphile-worker'
import postgres from 'postgres'
import { keepReads } from './once.ts'

/**
 * `date` stays text, since a day is not an instant; int8 is a number, since our ids and amounts in øre fit below 2^53.
 */
const types = {
  date: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day },
  bigint: { to: 20, from: [20], serialize: (value: number) => String(value), parse: safeNumber },
}

function safeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 beyond 2^53: ${text}`)
  return value
}

/** What a store gets: the pool when reading, the transaction in a deed. */
export type Sql = postgres.ISql<{ date: string; bigint: number }>

export type Database = {
  sql: Sql
  /** Runs the work serializably and again when PostgreSQL asks for it; all of it is saved, or nothing. */
  deed<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** Calls back whenever somebody, in this process or another, has committed a deed. */
  onChange(changed: () => void): Promise<void>
  /** How long to look for a database that went away in the middle of a deed, in milliseconds. */
  patienceMs: number
  close(): Promise<void>
}

const CHANGE = 'faelles_change'

export function connect(url: string, options: { connections?: number; patienceMs?: number } = {}): Database {
  const sql = postgres(url, {
    max: options.connections ?? 6,
    types,
    transform: {
      undefined: null,
      column: { from: postgres.toCamel, to: postgres.fromCamel },
      value: { from: (value: unknown) => (value === null ? undefined : value) },
    },
    connect_timeout: 5,
    backoff: (attempt) => Math.min(0.1 * 2 ** attempt, 2),
    connection: { application_name: 'faelles', timezone: 'UTC' },
    onnotice: () => {},
  })
  let forget = () => {}
  return {
    sql,
    deed: (work) =>
      retried(() => sql.begin('isolation level serializable', (tx) => work(tx)) as Promise<never>).finally(() => forget()),
    async onChange(changed) {
      forget = keepReads(sql)
      const told = () => {
        forget()
        changed()
      }
      await sql.listen(CHANGE, told, told)
    },
    patienceMs: options.patienceMs ?? 15_000,
    close: () => sql.end({ timeout: 5 }),
  }
}

/** Tells every process, when the transaction commits, that what was rendered before is old. */
export const announceChange = (sql: Sql) => sql`select pg_notify(${CHANGE}, '')`

const AGAIN = new Set(['40001', '40P01'])

/** Serialization failures are asked for again, with a pause that grows and is never the same for two. */
async function retried<T>(work: () => Promise<T>, tries = 12): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === tries || !AGAIN.has(codeOf(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 4 * 2 ** Math.min(attempt, 6)))
    }
  }
}

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Did the connection fail, so that we cannot know from the error alone whether the work was saved? */
export const isLost = (error: unknown): boolean =>
  /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08|57P0)/.test(
    codeOf(error),
  )

/** Is it gone, or does it not take our name, our password or the name of the database? */
export const isOutOfReach = (error: unknown): boolean => isLost(error) || /^(28|3D|42501)/.test(codeOf(error))

const migrationsFolder = fileURLToPath(new URL('../../migrations/', import.meta.url))

/**
 * Brings a database up to date: our own migrations in order, each once and in its own transaction, then the job queue's.
 * A migration that was changed after it ran is refused.
 */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 })
  try {
    await sql`create table if not exists migration (name text primary key, sha256 text not null, ran_at timestamptz not null default now())`
    for (const name of (await readdir(migrationsFolder)).filter((file) => file.endsWith('.sql')).sort()) {
      const text = await readFile(migrationsFolder + name, 'utf8')
      await runOnce(sql, name, text)
    }
  } finally {
    await sql.end()
  }
  await runMigrations({ connectionString: url })
}

const runOnce = (sql: postgres.Sql, name: string, text: string) =>
  sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('faelles.migrate'))`
    const sha256 = createHash('sha256').update(text).digest('hex')
    const [ran] = await tx<{ sha256: string }[]>`select sha256 from migration where name = ${name}`
    if (ran && ran.sha256 !== sha256) throw new Error(`${name} was changed after it ran: write a new migration instead`)
    if (ran) return
    await tx.unsafe(text)
    await tx`insert into migration (name, sha256) values (${name}, ${sha256})`
  })
