import type { App } from '../harness/app.ts'
import { compare, startLoad } from '../harness/compare.ts'
import { PATHS } from '../harness/pages.ts'
import { type Process, startProcess } from '../harness/process.ts'
import { ratioRow } from '../harness/ratio.ts'
import type { Row } from '../harness/row.ts'
import { onTrial } from '../harness/trial.ts'
import { BROWSER, compressed } from './compressed.ts'
import { freshness } from './freshness.ts'
import type { Kept } from './plain-process.ts'

const GOAL = 0.6

/** Pages for those who are not signed in: against the same bytes from a plain node:http, and how soon they are new. */
export const measurePublic = (): Promise<Row[]> =>
  onTrial(async ({ app, another, databaseUrl }) => {
    const other = await another()
    const fresh = await freshness(app, other, databaseUrl)
    return [...(await speed(app)), ...fresh]
  })

async function speed(app: App): Promise<Row[]> {
  const pages = new Map<string, Kept>()
  for (const path of PATHS) pages.set(path, await compressed(app.url + path))
  const plain = await startProcess<{ url: string }>(new URL('./plain-process.js', import.meta.url), { pages })
  const load = await startLoad()
  const rows: Row[] = []
  for (const path of PATHS) rows.push(await against(load, path, app, plain))
  await Promise.all([plain.stop(), load.stop()])
  return rows
}

async function against(load: Process, path: string, app: App, plain: { url: string }): Promise<Row> {
  const of = ({ url }: { url: string }) => ({ url, connections: 10, headers: BROWSER })
  const compared = await compare(load, path, of(app), of(plain))
  return ratioRow(`${path} from memory, of plain node:http with the same bytes`, GOAL, compared)
}
