import { setDone, type Writing as Writes } from '../../platform/incoming.ts'
import { addFact, correctionOf, endFacts } from '../plan/index.ts'
import { addReports, approvesFirst } from '../progress/index.ts'
import { type Draft, reporterOf } from './draft.ts'
import { currentPlan } from './plan-in.ts'
import type { PlanBook, PlanIn } from './plan-row.ts'
import { stagedFacts } from './store/plan.ts'
import { type Bringing, batchEnds, batchOf, moved, partiesToWrite } from './store/status.ts'

type Writing = Writes<Draft>

/**
 * Writes what was confirmed, all of it or nothing, in the caller's transaction. `moved`: somebody has written since the preview
 * what it builds on, so nothing is written, and it must be shown again.
 */
export async function writeDraft(writing: Writing): Promise<'done' | 'moved'> {
  const { sql, draft, today } = writing
  const facts = await stagedFacts(sql, draft.id)
  const book = facts.length > 0 ? await currentPlan(sql, today) : undefined
  if ((await moved(sql, draft.id)) || (book && facts.some((fact) => hasMoved(fact, book)))) return 'moved'
  await writeReports(writing)
  if (book) await writeFacts(writing, facts, book)
  await setDone(sql, draft.id)
  return 'done'
}

const hasMoved = ({ itemId, field, held }: PlanIn, book: PlanBook): boolean =>
  book
    .held(itemId, field)
    .map(({ id }) => id)
    .join() !== held.join()

const BATCH = 5000

async function writeReports({ sql, draft, now, tell }: Writing): Promise<void> {
  const bringing = await bringingOf({ sql, draft, now })
  let after = { day: '0001-01-01', number: 0 }
  for (const last of await batchEnds(sql, draft.id, BATCH)) {
    await addReports(sql, batchOf(sql, draft.id, bringing, after, last), { recordedAt: now, actorId: draft.personId })
    tell(last.written)
    after = last
  }
}

/** Brought in by an approver it is approved; by others it is shown as the party wants it. */
async function bringingOf({ sql, draft, now }: Pick<Writing, 'sql' | 'draft' | 'now'>): Promise<Bringing[]> {
  const parties = await partiesToWrite(sql, draft.id)
  return Promise.all(
    parties.map(async (partyId) => {
      const actorRole = reporterOf(draft.scope, partyId)
      if (!actorRole) throw new Error(`${draft.id} holds a report of party ${partyId}, which is not the sender's`)
      const approvedAt = actorRole === 'approver' ? now : undefined
      return {
        partyId,
        actorRole,
        approvedAt,
        publishedAt: approvedAt ?? ((await approvesFirst(sql, partyId)) ? undefined : now),
      }
    }),
  )
}

async function writeFacts({ sql, draft, now }: Writing, facts: readonly PlanIn[], book: PlanBook): Promise<void> {
  for (const { itemId, field, value, validFrom, sources, replaces } of facts) {
    const { ends } = correctionOf(field, value, book.held(itemId, field), replaces)
    await endFacts(
      sql,
      ends.map(({ id }) => id),
      { day: validFrom, source: sources[0] ?? '', at: now, actorId: draft.personId },
    )
    await addFact(sql, { itemId, field, value, validFrom, sources, actorId: draft.personId, recordedAt: now })
  }
}
