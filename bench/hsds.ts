import { readFileSync, rmSync } from 'node:fs'
import { connect } from '../src/platform/db.ts'
import { startEmbedded } from '../src/platform/embedded.ts'
import { dayOf } from '../src/platform/values/day.ts'
import { newFolder } from '../tests/setup/folder.ts'
import { type Program, startProgram } from '../tests/setup/program.ts'
import { median, ms } from './harness/numbers.ts'
import type { Row } from './harness/row.ts'
import { growOffers } from './offers/large.ts'

const FEW = 10_000
const MANY = 100_000
/** Peak memory with ten times as many services, to that with one. */
const CONSTANT = 1.25
const MEMORY_GOAL_MB = 400
const CHANGED_GOAL_MS = 1500
const ASKED = 15

type Streamed = { services: number; bytes: number; seconds: number; beforeMb: number; peakMb: number }

/** Every service with all that hangs on it through the real program as built; the larger size asked of the same process. */
export async function measureHsds(): Promise<Row[]> {
  const folder = newFolder('bench')
  const { url, stop } = await startEmbedded({ folder })
  try {
    const program = await startProgram({ env: { DATABASE_URL: url } })
    const few = await streamedOf(program, url, FEW)
    const many = await streamedOf(program, url, MANY)
    const hsds = `${program.url}/api/hsds/services`
    const changedMs = await timeOf((at) => `${hsds}?modified_after=${new Date(Date.now() - at * 1000).toISOString()}`)
    const pageMs = await timeOf((at) => `${hsds}?full=true&page=${at * 100 + 7}`)
    await program.stop()
    const times = many.peakMb / few.peakMb
    const rate = Math.round(many.services / many.seconds).toLocaleString('en')
    return [
      {
        what: `${many.services.toLocaleString('en')} services as HSDS with all that hangs on them, streamed (${Math.round(many.bytes / 1e6)} MB): peak memory of the server process to that with ${few.services.toLocaleString('en')}`,
        goal: `≤ ${CONSTANT} ×`,
        result: `${times.toFixed(2)} × (${many.peakMb} MB, ${few.peakMb} MB; ${few.beforeMb} MB before either)`,
        met: times <= CONSTANT,
      },
      {
        what: 'the same: peak memory',
        goal: `≤ ${MEMORY_GOAL_MB} MB`,
        result: `${many.peakMb} MB`,
        met: many.peakMb <= MEMORY_GOAL_MB,
        note: `${many.seconds.toFixed(1)} s, ${rate} services/s`,
      },
      {
        what: 'first page of what is new since a moment ago (modified_after), not from memory, median',
        goal: `≤ ${ms(CHANGED_GOAL_MS)}`,
        result: ms(changedMs),
        met: changedMs <= CHANGED_GOAL_MS,
        note: `any page of 50, in full: ${ms(pageMs)}`,
      },
    ]
  } finally {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function streamedOf(program: Program, databaseUrl: string, units: number): Promise<Streamed> {
  const { sql, close } = connect(databaseUrl)
  await growOffers(sql, units, dayOf(new Date()))
  await close()
  const beforeMb = memoryOf(program)
  const began = performance.now()
  const { services, bytes } = await streamed(`${program.url}/api/hsds/services?full=true&format=ndjson`)
  const seconds = (performance.now() - began) / 1000
  return { services, bytes, seconds, beforeMb, peakMb: memoryOf(program) }
}

/** How many lines come, and how many bytes, without keeping any. */
async function streamed(address: string): Promise<{ services: number; bytes: number }> {
  const { body, status } = await fetch(address)
  if (!body || status !== 200) throw new Error(`${address} answered ${status}`)
  let services = 0
  let bytes = 0
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.length
    for (const byte of piece) if (byte === NEWLINE) services++
  }
  return { services, bytes }
}

const NEWLINE = 10

async function timeOf(address: (at: number) => string): Promise<number> {
  const times: number[] = []
  for (let at = 1; at <= ASKED; at++) {
    const began = performance.now()
    const answer = await fetch(address(at))
    await answer.text()
    if (answer.status !== 200) throw new Error(`${address(at)} answered ${answer.status}`)
    times.push(performance.now() - began)
  }
  return median(times)
}

const memoryOf = ({ pid }: Program): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
