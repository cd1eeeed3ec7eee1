import { announceChange, isLost, type Sql } from '../db.ts'
import type { House } from '../house.ts'
import { enqueue, type Job } from '../jobs.ts'
import { type Day, dayOf } from '../values/day.ts'
import { Refusal } from '../values/refusal.ts'
import type { Draft } from './draft.ts'
import { bytesOf, draftWith, givenUp, jobKey, removeBefore, setRefused, setWaiting, tell } from './store.ts'
import { checkJob, type Way, writeJob } from './way.ts'

/** What the jobs need that read a file and write what was confirmed of it. */
export type Kitchen = Pick<House, 'database' | 'clock'>

const draftIn = (payload: unknown): string => (payload as { id: string }).id

type Told = (value: number, total: number) => void
export type Checking<Kept> = { sql: Sql; draft: Kept; bytes: Uint8Array; now: Date; today: Day; tell: Told }
export type Writing<Kept> = { sql: Sql; draft: Kept; now: Date; today: Day; tell: (written: number) => void }

/** Reads a file that was sent; killed on the way, it is read again from the start. `read` keeps what came of it. */
export async function checkFile<Kept extends Draft>(
  { database, clock }: Kitchen,
  way: Way,
  id: string,
  read: (checking: Checking<Kept>) => Promise<unknown>,
): Promise<void> {
  const { sql } = database
  const draft = await draftWith<Kept>(sql, way.kind, id)
  if (draft?.state !== 'waiting') return
  await tell(sql, id, 0, 0)
  await orRefused(database, id, async () => {
    const now = clock()
    const told = seldom((value, total) => tell(sql, id, value, total))
    await read({ sql, draft, bytes: await bytesOf(sql, draft), now, today: dayOf(now), tell: told })
  })
}

/**
 * Writes what was confirmed in one transaction, and tells on the side how far it is. `moved`: what it builds on has changed since
 * the preview, so nothing is written and it is read again.
 */
export async function writeFile<Kept extends Draft>(
  { database, clock }: Kitchen,
  way: Way,
  id: string,
  write: (writing: Writing<Kept>) => Promise<'done' | 'moved'>,
): Promise<void> {
  const draft = await draftWith(database.sql, way.kind, id)
  if (draft?.state !== 'writing') return
  const now = clock()
  const told = seldom((written) => tell(database.sql, id, written, draft.total))
  await orRefused(database, id, () =>
    database.deed(async (sql) => {
      const found = await draftWith<Kept>(sql, way.kind, id)
      if (found?.state !== 'writing') return
      const done = await write({ sql, draft: found, now, today: dayOf(now), tell: (written) => told(written, 0) })
      if (done === 'moved') await checkAgain(sql, checkJob(way), id)
      await announceChange(sql)
    }),
  )
}

export async function checkAgain(sql: Sql, job: string, id: string): Promise<void> {
  await setWaiting(sql, id)
  await askFor(sql, job, id)
}

/** Asks for a job of a draft, within the deed. A program that is killed in the middle is forgiven twice. */
export const askFor = (sql: Sql, job: string, id: string) => enqueue(sql, job, { id }, { key: jobKey(id), tries: 3 })

const GIVEN_UP =
  'Fælles gik i stå hver gang, regnearket skulle læses eller gemmes, og har opgivet det. Send filen igen, og del den i flere mindre filer, hvis den er stor.'

/** What no job asked for will take up any more is answered, so that nobody waits for it. */
export async function answerGivenUp({ database: { sql } }: Kitchen, { kind }: Way): Promise<void> {
  for (const id of await givenUp(sql, kind)) await setRefused(sql, id, GIVEN_UP)
}

type Work = { check: (kitchen: Kitchen, id: string) => Promise<void>; finish: (kitchen: Kitchen, id: string) => Promise<void> }

/** The jobs of a room that takes files in. `tidyAt`: the minute of the hour at which what nobody wants any more goes. */
export const fileJobs = (house: Kitchen, way: Way, { check, finish, tidyAt }: Work & { tidyAt: number }): Job[] => [
  { name: checkJob(way), run: async (payload) => check(house, draftIn(payload)) },
  { name: writeJob(way), run: async (payload) => finish(house, draftIn(payload)) },
  { name: `${way.jobs}.answer`, cron: '* * * * *', run: async () => answerGivenUp(house, way) },
  { name: `${way.jobs}.tidy`, cron: `${tidyAt} * * * *`, run: async () => tidyFiles(house, way) },
]

const KEPT_MS = 86_400_000

/** What nobody has confirmed after a day goes, and so does the receipt of what was. */
export const tidyFiles = async ({ database, clock }: Kitchen, { kind }: Way): Promise<void> =>
  void (await removeBefore(database.sql, kind, new Date(clock().getTime() - KEPT_MS)))

const FAULT = 'Noget gik galt hos os, mens regnearket blev læst. Fejlen er noteret, og intet er gemt. Send filen igen om lidt.'

/** A file that cannot be read is answered with why; a database that went away is tried again by the queue. */
async function orRefused({ sql }: Kitchen['database'], id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (isLost(error)) throw error
    await setRefused(sql, id, error instanceof Refusal ? error.message : FAULT)
    if (!(error instanceof Refusal)) throw error
  }
}

const PAUSE_MS = 300

/** Tells at most a few times a second, one after the other; what is told in between is overtaken anyway. */
function seldom(say: (value: number, total: number) => PromiseLike<unknown>): Told {
  let last = 0
  let telling = false
  return (value, total) => {
    if (telling || Date.now() - last < PAUSE_MS) return
    last = Date.now()
    telling = true
    const done = () => {
      telling = false
    }
    Promise.resolve(say(value, total)).then(done, done)
  }
}
