import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '../../tests/setup/worker.ts'
import { connect, type Database } from './db.ts'
import { enqueue, startJobs } from './jobs.ts'

let url: string
let database: Database

beforeAll(async () => {
  url = await freshDatabase('faelles_left_jobs')
  database = connect(url, { connections: 2 })
})
afterAll(() => database?.close())

const LOOK_MS = 200

test('a job that a killed program had begun is taken up by the next one', async () => {
  await enqueue(database.sql, 'count', { by: 1 }, { tries: 3 })
  await database.sql`
    update graphile_worker._private_jobs set attempts = 1, locked_at = now(), locked_by = 'pool-of-a-program-that-was-killed'`
  const done: unknown[] = []
  const work = await startJobs(url, [{ name: 'count', run: async (payload) => void done.push(payload) }], LOOK_MS)
  await expect.poll(() => done, { timeout: 20_000 }).toEqual([{ by: 1 }])
  await work.stop()
})

test('a job that another program is at is left to it, however long it takes', async () => {
  let begun = 0
  let finish: () => void = () => {}
  const done = new Promise<void>((resolve) => {
    finish = resolve
  })
  const slow = {
    name: 'slow',
    run: async () => {
      begun += 1
      await done
    },
  }
  const first = await startJobs(url, [slow], LOOK_MS)
  await enqueue(database.sql, 'slow')
  await expect.poll(() => begun, { timeout: 20_000 }).toBe(1)
  const second = await startJobs(url, [slow], LOOK_MS)
  await wait(LOOK_MS * 10)
  expect(begun).toBe(1)
  finish()
  await Promise.all([first.stop(), second.stop()])
})

test('a database that goes away in the middle of a job ends neither the program nor the job', async () => {
  const name = new URL(url).pathname.slice(1)
  const admin = postgres(inject('clusterUrl'), { max: 1, onnotice: () => {} })
  const away = async () => {
    await admin.unsafe(`alter database ${name} allow_connections false`)
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`
  }
  let tries = 0
  const work = await startJobs(
    url,
    [
      {
        name: 'lost',
        run: async () => {
          tries += 1
          if (tries === 1) await away()
          await database.sql`select 1`
        },
      },
    ],
    LOOK_MS,
  )
  await enqueue(database.sql, 'lost')
  await expect.poll(() => tries, { timeout: 20_000 }).toBe(1)
  await wait(1_500)
  await admin.unsafe(`alter database ${name} allow_connections true`)
  const left = async () => (await database.sql`select from graphile_worker.jobs where task_identifier = 'lost'`).length
  await expect.poll(() => left().catch(() => -1), { timeout: 30_000 }).toBe(0)
  expect(tries).toBeGreaterThan(1)
  await work.stop()
  await admin.end()
})
