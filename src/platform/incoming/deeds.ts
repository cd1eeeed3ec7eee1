import type { At, Permission } from '../../access.ts'
import { type Action, type Ask, type Outcome, raw } from '../action.ts'
import type { Sql } from '../db.ts'
import { Refusal } from '../values/refusal.ts'
import { type Draft, mustBeSendable } from './draft.ts'
import { askFor, checkAgain } from './kitchen.ts'
import { progressOf } from './pages.tsx'
import { addDraft, draftWith, remove, setWaiting, setWriting, tell } from './store.ts'
import { addressOf, checkJob, subjectOf, type Way, writeJob } from './way.ts'

/** A deed on a file that was sent, at an address with its id. */
export type OfDraft = Pick<Ask<{ id: string }>, 'db' | 'actor' | 'params'>

/** The file of the address; a file is the sender's alone. */
export async function ownDraft<Kept extends Draft>({ kind }: Way, { db, actor, params }: OfDraft): Promise<Kept | undefined> {
  const draft = await draftWith<Kept>(db, kind, params.id)
  return draft?.personId === actor.id ? draft : undefined
}

type Sent = { file: File; scope: unknown; maxMegabytes?: number }

/**
 * Keeps a file that was sent, and asks for it to be read.
 * @throws Refusal at `file` when it cannot be sent
 */
export async function takeIn(way: Way, { db, actor, now }: Pick<Ask, 'db' | 'actor' | 'now'>, sent: Sent): Promise<Outcome> {
  const { file, scope, maxMegabytes } = sent
  mustBeSendable(file, maxMegabytes)
  if (actor.id === undefined) throw new Refusal(undefined, 'nobody', 'Log ind for at læse et regneark ind.')
  const { name: fileName, size } = file
  const id = await addDraft(db, { kind: way.kind, personId: actor.id, scope, fileName, size, createdAt: now }, file)
  await askFor(db, checkJob(way), id)
  return { subject: subjectOf(id), next: addressOf(way, id), detail: { size } }
}

type Confirmed = {
  draft: Draft
  /** How many rows it will write. */
  count: number
  detail: Record<string, unknown>
  write: () => Promise<'done' | 'moved'>
  said: string
  /** Where one goes when it is written at once; where the file is shown unless told. */
  next?: string
  /** Told when what it builds on has changed since the preview. */
  moved?: string
}

const MOVED = 'Intet er gemt endnu: nogen har skrevet imens. Se det, der er nyt, igen.'

/** Writes what was confirmed: at once when it is little, else by a job that tells how far it is. `moved`: it is read again. */
export async function confirmed(way: Way, { db, now }: Pick<Ask, 'db' | 'now'>, of: Confirmed): Promise<Outcome> {
  const { id } = of.draft
  const outcome = { subject: subjectOf(id), next: addressOf(way, id), detail: of.detail }
  if (of.count > way.many) {
    await setWriting(db, id, now)
    await tell(db, id, 0, of.count)
    await askFor(db, writeJob(way), id)
    return { ...outcome, said: `${way.words.the} er bekræftet og bliver gemt nu.` }
  }
  if ((await of.write()) === 'done') return { ...outcome, next: of.next ?? outcome.next, said: of.said }
  await checkAgain(db, checkJob(way), id)
  return { ...outcome, detail: {}, said: of.moved ?? MOVED }
}

/** Nothing of it was saved, and nothing of it is kept. */
export async function putAway({ words }: Way, db: Sql, id: string, next: string): Promise<Outcome> {
  await remove(db, id)
  return { subject: subjectOf(id), next, said: `${words.the} er lagt væk. Intet er gemt.` }
}

/** A person has said something of how it is read, so it is read again. */
export async function readAgain(way: Way, db: Sql, id: string): Promise<Outcome> {
  await setWaiting(db, id, { checkedAgain: false })
  await askFor(db, checkJob(way), id)
  return { subject: subjectOf(id), next: addressOf(way, id) }
}

/** How far the program is with a file, for the page that waits. */
export const progress = (way: Way, { may, at }: { may: Permission; at: (ask: OfDraft) => Promise<At | undefined> }): Action =>
  raw<`/${string}/:id/fremdrift`>({
    path: `${way.base}/:id/fremdrift`,
    may,
    at,
    handle: async (ask, c) =>
      c.json(progressOf(await ownDraft(way, ask), addressOf(way, ask.params.id)), 200, { 'cache-control': 'no-store' }),
  })
