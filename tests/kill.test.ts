import { rmSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { endLeftBehind } from '../src/platform/embedded/processes.ts'
import { startEmbedded } from '../src/platform/embedded.ts'
import { newFolder } from './setup/folder.ts'
import { startWriting } from './setup/writing.ts'

const folder = newFolder('kill')
afterAll(async () => {
  await endLeftBehind(join(folder, 'postgres'))
  rmSync(folder, { recursive: true, force: true })
})

const ROUNDS = 20

test('what was acknowledged is there after twenty kill -9 in the middle of writing', async () => {
  const acknowledged: number[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    const writing = startWriting(folder)
    await writing.until(50 + Math.floor(Math.random() * 100))
    // Every other time the database is killed with it; else it is left behind, still running.
    if (round % 2 === 0) process.kill(writing.postmaster(), 'SIGKILL')
    acknowledged.push(...(await writing.kill()))
  }
  const { url, stop } = await startEmbedded({ folder })
  const sql = postgres(url)
  const kept = new Set((await sql<{ number: number }[]>`select number from report`).map(({ number }) => number))
  await sql.end()
  await stop()
  expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS * 50)
  expect(acknowledged.filter((number) => !kept.has(number))).toEqual([])
}, 120_000)
