import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { StartError } from '../src/platform/config.ts'
import { makeMissingLinks } from '../src/platform/embedded/binaries.ts'
import { isAlive } from '../src/platform/embedded/processes.ts'
import { type Embedded, startEmbedded } from '../src/platform/embedded.ts'
import { newFolder } from './setup/folder.ts'
import { startWriting } from './setup/writing.ts'

const home = newFolder('embedded')
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function within<T>(embedded: Embedded, work: (sql: postgres.Sql, embedded: Embedded) => Promise<T>): Promise<T> {
  const sql = postgres(embedded.url, { max: 2, onnotice: () => {} })
  try {
    return await work(sql, embedded)
  } finally {
    await sql.end({ timeout: 1 })
    await embedded.stop()
  }
}

async function refusal(starting: Promise<unknown>): Promise<string> {
  const error = await starting.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (error instanceof StartError) return error.message
  throw error ?? new Error('nothing was refused')
}

const postmasterOf = ({ dataFolder }: Embedded) => Number.parseInt(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8'), 10)

test('names stand in Danish order', async () => {
  const names = await within(await startEmbedded({ folder: join(home, 'a') }), async (sql) => {
    const rows = await sql<{ name: string }[]>`
      select name from unnest(array['Aarhus', 'Ålborg', 'Aabenraa', 'Østerbro', 'Ærø', 'Zealand']) name order by name`
    return rows.map(({ name }) => name)
  })
  expect(names).toEqual(['Zealand', 'Ærø', 'Østerbro', 'Aabenraa', 'Ålborg', 'Aarhus'])
})

test('the program owns its database but is no superuser, writes for good, and is reached from this machine alone', async () => {
  const [found] = await within(await startEmbedded({ folder: join(home, 'a') }), async (sql) => {
    for (const extension of ['pg_trgm', 'unaccent', 'btree_gist']) await sql.unsafe(`create extension if not exists ${extension}`)
    return sql`
      select rolsuper or rolcreaterole or rolcreatedb as mighty, current_setting('fsync') as fsync,
        current_setting('listen_addresses') as addresses
      from pg_roles where rolname = current_user`
  })
  expect(found).toEqual({ mighty: false, fsync: 'on', addresses: '127.0.0.1' })
})

test('what was written is there at the next start, and the keys are for the owner alone', async () => {
  const folder = join(home, 'a')
  await within(await startEmbedded({ folder }), async (sql) => {
    await sql`create table report (note text)`
    await sql`insert into report values ('I daglig brug')`
  })
  const [row] = await within(await startEmbedded({ folder }), (sql) => sql`select note from report`)
  expect(row).toEqual({ note: 'I daglig brug' })
  expect(statSync(join(folder, 'database.json')).mode & 0o077).toBe(0)
})

test('a second program on the same folder is refused in words, and the first goes on', async () => {
  const folder = join(home, 'a')
  const [answer] = await within(await startEmbedded({ folder }), async (sql) => {
    expect(await refusal(startEmbedded({ folder }))).toContain(
      `Fælles kører allerede på mappen ${folder} (proces ${process.pid})`,
    )
    return sql`select 1 as here`
  })
  expect(answer).toEqual({ here: 1 })
  expect(existsSync(join(folder, 'lock'))).toBe(false)
})

test('a lock whose holder is dead, or whose number now belongs to a stranger, holds nobody up', async () => {
  const folder = join(home, 'a')
  for (const holder of [
    '',
    '{"pid":4194303,"run":"x","folder":"x"}',
    JSON.stringify({ pid: process.pid, run: 'earlier', folder }),
  ]) {
    writeFileSync(join(folder, 'lock'), holder)
    await (await startEmbedded({ folder })).stop()
  }
})

test('a PostgreSQL left behind by a killed program is ended, and nothing it said yes to is lost', async () => {
  const folder = join(home, 'left')
  const writing = startWriting(folder)
  await writing.until(10)
  const orphan = writing.postmaster()
  const acknowledged = await writing.kill()
  expect(isAlive(orphan)).toBe(true)
  const said: string[] = []
  const [found] = await within(await startEmbedded({ folder, log: (sentence) => said.push(sentence) }), async (sql, embedded) => {
    expect(postmasterOf(embedded)).not.toBe(orphan)
    return sql`select count(*)::int from report where number = any(${acknowledged})`
  })
  expect(found).toEqual({ count: acknowledged.length })
  expect(said).toContain('En PostgreSQL, der var efterladt fra sidst, er afsluttet.')
})

test('a stranger that was given the number of an earlier PostgreSQL is left in peace', async () => {
  const folder = join(home, 'a')
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(folder, 'postgres')}\n`)
  await (await startEmbedded({ folder })).stop()
})

test('a PostgreSQL that dies comes back at the same address', async () => {
  const embedded = await startEmbedded({ folder: join(home, 'a') })
  const before = postmasterOf(embedded)
  process.kill(before, 'SIGKILL')
  const [answer] = await within(embedded, (sql) => answered(() => sql`select 1 as here`))
  expect(answer).toEqual({ here: 1 })
})

async function answered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

test('a folder that cannot be written is told in one sentence', async () => {
  const file = join(home, 'a-file')
  writeFileSync(file, '')
  expect(await refusal(startEmbedded({ folder: join(file, 'data') }))).toMatch(
    /^Datamappen .*a-file\/data kan ikke bruges .* FAELLES_DATA\.$/,
  )
})

test('data without their keys, or of another PostgreSQL, are told and left alone', async () => {
  const folder = join(home, 'left')
  const version = join(folder, 'postgres', 'PG_VERSION')
  writeFileSync(version, '9\n')
  expect(await refusal(startEmbedded({ folder }))).toContain('er lavet af PostgreSQL 9')
  rmSync(join(folder, 'database.json'))
  expect(await refusal(startEmbedded({ folder }))).toContain('Adgangskoden til databasen')
  expect(existsSync(version)).toBe(true)
})

test('links that npm did not make are made', () => {
  const folder = join(home, 'package')
  mkdirSync(join(folder, 'native/lib'), { recursive: true })
  writeFileSync(join(folder, 'native/lib/libpq.so.5.18'), 'library')
  writeFileSync(
    join(folder, 'native/pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' }]),
  )
  makeMissingLinks(folder)
  makeMissingLinks(folder)
  expect(readFileSync(join(folder, 'native/lib/libpq.so'), 'utf8')).toBe('library')
})

const isRoot = process.getuid?.() === 0

test.runIf(isRoot)('as root, data in a closed folder are kept where PostgreSQL can reach them, and it says where', async () => {
  const closed = join(home, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const folder = join(closed, 'data')
  const said: string[] = []
  const options = { folder, log: (sentence: string) => said.push(sentence) }
  const { dataFolder, stop } = await startEmbedded(options)
  await stop()
  try {
    expect(dataFolder.startsWith(closed)).toBe(false)
    expect(said.join()).toContain(dataFolder)
    expect(readdirSync(folder)).toEqual(['database.json'])
    const again = await startEmbedded(options)
    await again.stop()
    expect(again.dataFolder).toBe(dataFolder)
  } finally {
    rmSync(dirname(dataFolder), { recursive: true, force: true })
  }
})
