import { matrixOn } from '../../src/capabilities/progress/matrix-store.ts'
import { connect, type Sql } from '../../src/platform/db.ts'
import { addDays, type Day, dayOf } from '../../src/platform/values/day.ts'
import { type App, signedIn } from '../harness/app.ts'
import { startLoad } from '../harness/compare.ts'
import type { Answered } from '../harness/load-process.ts'
import { ms, percentile } from '../harness/numbers.ts'
import type { Row } from '../harness/row.ts'
import { onTrial } from '../harness/trial.ts'
import { firstDay, growLarge } from './large.ts'

const PAGE_GOAL_MS = 250
const QUERY_GOAL_MS = 100
const REQUESTS = 200
const QUERIES = 120

/** The matrix when the agreement has grown far beyond what it is, read as of any day, never from memory. */
export const measureMatrix = (): Promise<Row[]> =>
  onTrial(async ({ app, databaseUrl }) => {
    const { sql, close } = connect(databaseUrl)
    const today = dayOf(new Date())
    const reports = await growLarge(sql, today)
    const days = randomDays(today)
    const cookie = await signedIn(databaseUrl, 'demo:secretariat')
    const page = await pageTimes(app, cookie, days, today)
    const rows = [
      {
        what: `matrix of 100 parties × 200 areas over ${reports.toLocaleString('en')} reports: page signed in, ${page.count} requests on random days and today, p95`,
        goal: `≤ ${ms(PAGE_GOAL_MS)}`,
        result: `${ms(page.p95)} (median ${ms(page.p50)})`,
        met: page.p95 <= PAGE_GOAL_MS,
      },
      await queryRow('its query alone, today, p95', sql, Array(QUERIES).fill(today)),
      await queryRow('its query alone, random days, p95', sql, days.slice(0, QUERIES)),
    ]
    await close()
    return rows
  })

async function pageTimes({ url }: App, cookie: string, days: readonly Day[], today: Day): Promise<Answered> {
  const load = await startLoad()
  const paths = days.map((day) => (day === today ? '/plan/status' : `/plan/status?pr=${day}`))
  const ask = (count: number) => load.ask<Answered>({ url, connections: 1, count, paths, headers: { cookie } })
  await ask(REQUESTS / 10)
  const times = await ask(REQUESTS)
  await load.stop()
  return times
}

async function queryRow(what: string, sql: Sql, days: readonly Day[]): Promise<Row> {
  const times: number[] = []
  for (const day of days) {
    const began = performance.now()
    await matrixOn(sql, day)
    times.push(performance.now() - began)
  }
  const p95 = percentile(times.slice(days.length / 20), 0.95)
  return {
    what,
    goal: `≤ ${ms(QUERY_GOAL_MS)}`,
    result: `${ms(p95)} (median ${ms(percentile(times, 0.5))})`,
    met: p95 <= QUERY_GOAL_MS,
  }
}

/** Every tenth is today. */
function randomDays(today: Day): Day[] {
  const first = firstDay(today)
  const span = (Date.parse(today) - Date.parse(first)) / 86_400_000
  return Array.from({ length: REQUESTS }, (_, at) => (at % 10 === 0 ? today : addDays(first, Math.floor(Math.random() * span))))
}
