import { type App, signedIn } from '../harness/app.ts'
import type { Recorded } from '../harness/app-process.ts'
import { compare, startLoad } from '../harness/compare.ts'
import { median, ms } from '../harness/numbers.ts'
import { PATHS } from '../harness/pages.ts'
import { type Process, startProcess } from '../harness/process.ts'
import { ratioRow } from '../harness/ratio.ts'
import type { Row } from '../harness/row.ts'
import { onTrial } from '../harness/trial.ts'

const GOAL = 0.35
const GOAL_P95_MS = 25
const CONNECTIONS = 10

/** The pages of the house, and those a tariff economist lives in. */
const SIGNED_IN = [...PATHS, '/takster', '/takster/beregning/6', '/takster/mine']

/** The same pages for somebody who is signed in: against a plain node:http that asks the database exactly the same. */
export const measureSignedIn = (): Promise<Row[]> =>
  onTrial(async ({ app, databaseUrl }) => {
    const cookie = await signedIn(databaseUrl, 'demo:contributor:faxe')
    const pages = new Map<string, Recorded>()
    for (const path of SIGNED_IN) pages.set(path, await app.ask<Recorded>({ path, cookie }))
    const file = new URL('./replay-process.js', import.meta.url)
    const replay = await startProcess<{ url: string }>(file, { databaseUrl, pages })
    const load = await startLoad()
    const rows: Row[] = []
    for (const [path, recorded] of pages) rows.push(...(await against(load, { path, cookie, recorded }, app, replay)))
    await Promise.all([replay.stop(), load.stop()])
    return rows
  })

type Asked = { path: string; cookie: string; recorded: Recorded }

async function against(load: Process, { path, cookie, recorded }: Asked, app: App, replay: { url: string }): Promise<Row[]> {
  const of = ({ url }: { url: string }) => ({ url, connections: CONNECTIONS, headers: { cookie } })
  const compared = await compare(load, path, of(app), of(replay))
  const statements = recorded.steps.flat().length
  const p95 = median(compared.ours.map(({ p95 }) => p95))
  const same = `plain node:http with the same ${statements} statements and ${Math.round(recorded.bytes / 1000)} kB`
  return [
    ratioRow(`${path} signed in, of ${same}`, GOAL, compared),
    {
      what: `${path} signed in, ${CONNECTIONS} connections, p95`,
      goal: `≤ ${ms(GOAL_P95_MS)}`,
      result: ms(p95),
      met: p95 <= GOAL_P95_MS,
    },
  ]
}
