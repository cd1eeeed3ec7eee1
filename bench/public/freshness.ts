import { setTimeout as wait } from 'node:timers/promises'
import { dayOf } from '../../src/platform/values/day.ts'
import { type App, signedIn } from '../harness/app.ts'
import { median, ms } from '../harness/numbers.ts'
import type { Row } from '../harness/row.ts'

const TRIES = 50
const GOAL_MS = 1000
const SHOWN_ON = '/plan/parter/faxe'
const CELL = `${SHOWN_ON}/KT1`
const NEWEST = '/api/v1/parties/faxe/statuses/KT1'

/** How soon a deed done in one process is seen by a citizen in it, and in another process on the same database. */
export async function freshness(app: App, other: App, databaseUrl: string): Promise<Row[]> {
  const cookie = await signedIn(databaseUrl, 'demo:contributor:faxe')
  const late: number[] = []
  let atOnce = 0
  for (let number = 1; number <= TRIES; number++) {
    await Promise.all([app, other].map(({ url }) => textOf(url)))
    const mark = `Melding ${number} af ${TRIES}`
    await report(app.url, cookie, mark)
    const done = performance.now()
    if ((await textOf(app.url)).includes(mark)) atOnce++
    while (!(await textOf(other.url)).includes(mark)) await wait(1)
    late.push(performance.now() - done)
  }
  return [
    {
      what: 'a report is on the next public page of the same process',
      goal: 'always',
      result: `${atOnce} of ${TRIES}`,
      met: atOnce === TRIES,
    },
    {
      what: 'and on that of another process on the same database, at the latest after',
      goal: `≤ ${ms(GOAL_MS)}`,
      result: `${ms(Math.max(...late))} (median ${ms(median(late))})`,
      met: Math.max(...late) <= GOAL_MS,
    },
  ]
}

const textOf = async (url: string): Promise<string> => (await fetch(url + SHOWN_ON)).text()

async function report(url: string, cookie: string, note: string): Promise<void> {
  const known = (await (await fetch(url + NEWEST)).json()) as { reports: { id: number }[] }
  const said = { state: 'running', publicNote: note, day: dayOf(new Date()), seen: String(known.reports[0]?.id ?? '') }
  const { status } = await fetch(`${url}${CELL}/meld`, {
    method: 'POST',
    body: new URLSearchParams({ _key: crypto.randomUUID(), ...said }),
    headers: { cookie, origin: url },
    redirect: 'manual',
  })
  if (status !== 303) throw new Error(`${CELL}/meld answers ${status}`)
}
