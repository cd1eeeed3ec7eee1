import { connect } from '../../src/platform/db.ts'
import { dayOf } from '../../src/platform/values/day.ts'
import { type App, signedIn } from '../harness/app.ts'
import type { Recorded } from '../harness/app-process.ts'
import { compare, startLoad } from '../harness/compare.ts'
import type { Answered } from '../harness/load-process.ts'
import { ms } from '../harness/numbers.ts'
import { type Process, startProcess } from '../harness/process.ts'
import { ratioRow } from '../harness/ratio.ts'
import type { Row } from '../harness/row.ts'
import { onTrial } from '../harness/trial.ts'
import { BROAD, growOffers, RARE } from './large.ts'

const SMALL = 10_000
const LARGE = 100_000
const REQUESTS = 200
const GOAL_RARE_MS = 60
const GOAL_BROAD_MS = 150
const GOAL_GROWTH = 2
const GOAL_SHARE = 0.35
const GOAL_PAGE_MS = 1_000

/** A search with a text and three filters each, so that no two in a row are the same. */
const searches = (word: string): string[] =>
  ['residential', 'day', 'ambulant', 'respite'].flatMap((form) =>
    ['municipal', 'regional', 'self_governing'].flatMap((owner) =>
      ['sel-107', 'sel-108', 'bl-43'].map(
        (basis) => `/tilbud?q=${encodeURIComponent(word)}&form=${form}&driver=${owner}&grundlag=${basis}`,
      ),
    ),
  )

/** Text and three filters, one of which leaves most: what is found fills a page. */
const page = (word: string): string => `/tilbud?q=${encodeURIComponent(word)}&alder=20&aftale=unknown&aftale=yes&ledige=ja`

type Ground = { app: App; load: Process; cookie: string }
type Times = { rare: Answered; broad: Answered }

/** Finding among many offers, signed in, so that nothing comes from memory. */
export const measureOffers = (): Promise<Row[]> =>
  onTrial(async ({ app, databaseUrl }) => {
    const { sql, close } = connect(databaseUrl, { connections: 2 })
    const today = dayOf(new Date())
    const ground = { app, load: await startLoad(), cookie: await signedIn(databaseUrl, 'demo:contributor:faxe') }
    await growOffers(sql, SMALL, today)
    const small = await times(ground)
    await growOffers(sql, LARGE, today)
    const large = await times(ground)
    const rows = [
      ...searchRows(small, large),
      await shareRow(ground, databaseUrl),
      await pageRow(ground, '/tilbud/kapacitet'),
      await pageRow(ground, '/ledige'),
    ]
    await ground.load.stop()
    await close()
    return rows
  })

async function asked({ app, load, cookie }: Ground, paths: string[], count = REQUESTS): Promise<Answered> {
  const ask = (count: number) => load.ask<Answered>({ url: app.url, connections: 1, count, paths, headers: { cookie } })
  await ask(count / 10)
  return ask(count)
}

const times = async (ground: Ground): Promise<Times> => ({
  rare: await asked(ground, [...searches(RARE.word), page(RARE.word)]),
  broad: await asked(ground, [...searches(BROAD), page(BROAD)]),
})

const units = LARGE.toLocaleString('en')

function searchRows(small: Times, large: Times): Row[] {
  const one = (what: string, { p95, p50 }: Answered, goal: number): Row => ({
    what: `${units} units: /tilbud with ${what} and three filters, facets counted, signed in, one connection, p95`,
    goal: `≤ ${ms(goal)}`,
    result: `${ms(p95)} (median ${ms(p50)})`,
    met: p95 <= goal,
  })
  const growth = (what: string, now: Answered, then: Answered): Row => ({
    what: `${what}, of its median at ${SMALL.toLocaleString('en')} units`,
    goal: `≤ ${GOAL_GROWTH} × (aim)`,
    result: `${(now.p50 / then.p50).toFixed(1)} × (${ms(then.p50)} then)`,
    met: now.p50 <= GOAL_GROWTH * then.p50,
  })
  return [
    one('a text that hits 1,500 units', large.rare, GOAL_RARE_MS),
    growth('the same', large.rare, small.rare),
    one('a text that hits half of them', large.broad, GOAL_BROAD_MS),
    growth('the same', large.broad, small.broad),
  ]
}

async function shareRow({ app, load, cookie }: Ground, databaseUrl: string): Promise<Row> {
  const path = page(RARE.word)
  const recorded = await app.ask<Recorded>({ path, cookie })
  const file = new URL('../signed-in/replay-process.js', import.meta.url)
  const replay = await startProcess<{ url: string }>(file, { databaseUrl, pages: new Map([[path, recorded]]) })
  const of = ({ url }: { url: string }) => ({ url, connections: 1, headers: { cookie } })
  const compared = await compare(load, path, of(app), of(replay))
  await replay.stop()
  const statements = recorded.steps.flat().length
  return ratioRow(
    `it, of plain node:http with the same ${statements} statements and ${Math.round(recorded.bytes / 1000)} kB`,
    GOAL_SHARE,
    compared,
  )
}

async function pageRow(ground: Ground, path: string): Promise<Row> {
  const { p95, p50 } = await asked(ground, [path], 20)
  return {
    what: `${units} units: ${path}, signed in, p95`,
    goal: `≤ ${ms(GOAL_PAGE_MS)}`,
    result: `${ms(p95)} (median ${ms(p50)})`,
    met: p95 <= GOAL_PAGE_MS,
  }
}
