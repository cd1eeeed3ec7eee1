import { announceChange, isLost } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import { enqueue, type Job } from '../../platform/jobs.ts'
import { dayOf } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Draft } from './draft.ts'
import { check } from './incoming.ts'
import {
  beginChecking,
  bytesOf,
  CHECK,
  draftWith,
  removeBefore,
  setReady,
  setRefused,
  setWaiting,
  tell,
  WRITE,
} from './store/draft.ts'
import { writeDraft } from './writing.ts'

type Kitchen = Pick<House, 'database' | 'clock'>

export const jobs = (house: House): Job[] => [
  { name: CHECK, run: async (payload) => checkDraft(house, idIn(payload)) },
  { name: WRITE, run: async (payload) => finishDraft(house, idIn(payload)) },
  { name: 'exchange.tidy', cron: '23 * * * *', run: async () => tidy(house) },
]

const idIn = (payload: unknown): string => (payload as { id: string }).id

/** Reads a file that was sent, and keeps what confirming it would do. */
export async function checkDraft({ database, clock }: Kitchen, id: string): Promise<void> {
  const { sql } = database
  const draft = await draftWith(sql, id)
  if (draft?.state !== 'waiting') return
  await beginChecking(sql, id)
  await orRefused({ database, clock }, draft, async () => {
    const bytes = await bytesOf(sql, id, draft.size)
    await setReady(
      sql,
      id,
      await check({ sql, draft, bytes, today: dayOf(clock()), tell: seldom((value, total) => tell(sql, id, value, total)) }),
    )
  })
}

/** Writes what was confirmed in one transaction, and tells on the side how far it is. */
export async function finishDraft(house: Kitchen, id: string): Promise<void> {
  const { database, clock } = house
  const draft = await draftWith(database.sql, id)
  if (draft?.state !== 'writing') return
  const now = clock()
  const told = seldom((written) => tell(database.sql, id, written, draft.total))
  await orRefused(house, draft, () =>
    database.deed(async (sql) => {
      const found = await draftWith(sql, id)
      if (found?.state !== 'writing') return
      const done = await writeDraft({ sql, draft: found, now, today: dayOf(now), tell: async (written) => told(written, 0) })
      if (done === 'moved') await checkAgain(sql, id)
      await announceChange(sql)
    }),
  )
}

export async function checkAgain(sql: Parameters<typeof setWaiting>[0], id: string): Promise<void> {
  await setWaiting(sql, id)
  await enqueue(sql, CHECK, { id }, { tries: 3 })
}

const KEPT_MS = 86_400_000

/** What nobody has confirmed after a day goes, and so does the receipt of what was. */
export const tidy = async ({ database, clock }: Kitchen): Promise<void> =>
  void (await removeBefore(database.sql, new Date(clock().getTime() - KEPT_MS)))

const FAULT = 'Noget gik galt hos os, mens regnearket blev læst. Fejlen er noteret, og intet er gemt. Send filen igen om lidt.'

/** A file that cannot be read is answered with why; a database that went away is tried again by the queue. */
async function orRefused({ database }: Kitchen, { id }: Draft, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (isLost(error)) throw error
    await setRefused(database.sql, id, error instanceof Refusal ? error.message : FAULT)
    if (!(error instanceof Refusal)) throw error
  }
}

const PAUSE_MS = 300

/** Tells at most a few times a second, one after the other; what is told in between is overtaken anyway. */
function seldom(
  say: (value: number, total: number) => Promise<unknown> | PromiseLike<unknown>,
): (value: number, total: number) => void {
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
