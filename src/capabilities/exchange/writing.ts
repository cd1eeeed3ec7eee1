import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'
import { addFact, correctionOf, endFacts } from '../plan/index.ts'
import { addReports, approvesFirst, type NewReport } from '../progress/index.ts'
import { type Draft, reporterOf } from './draft.ts'
import { currentPlan } from './plan-in.ts'
import type { PlanBook, PlanIn } from './plan-row.ts'
import { setDone } from './store/draft.ts'
import { stagedFacts } from './store/plan.ts'
import { moved, nextReports, type StagedReport } from './store/status.ts'

type Writing = { sql: Sql; draft: Draft; now: Date; today: Day; tell: (written: number) => Promise<unknown> }

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

const BATCH = 2500

async function writeReports({ sql, draft, now, tell }: Writing): Promise<void> {
  const shownAt = new Map<number, Date | undefined>()
  let after = { day: '0001-01-01', number: 0 }
  for (let written = 0; ; ) {
    const rows = await nextReports(sql, draft.id, after, BATCH)
    const last = rows.at(-1)
    if (!last) return
    for (const { partyId } of rows) {
      if (!shownAt.has(partyId)) shownAt.set(partyId, (await approvesFirst(sql, partyId)) ? undefined : now)
    }
    await addReports(
      sql,
      rows.map((row) => reportOf(row, draft, { now, shownAt: shownAt.get(row.partyId) })),
    )
    written += rows.length
    after = last
    await tell(written)
  }
}

/** Brought in by an approver it is approved; by others it is shown as the party wants it. */
function reportOf(
  { number: _, ...said }: StagedReport,
  draft: Draft,
  { now, shownAt }: { now: Date; shownAt: Date | undefined },
): NewReport {
  const actorRole = reporterOf(draft.scope, said.partyId)
  if (!actorRole) throw new Error(`${draft.id} holds a report of party ${said.partyId}, which is not the sender's`)
  const approved = actorRole === 'approver'
  return {
    ...said,
    actorRole,
    actorId: draft.personId,
    recordedAt: now,
    publishedAt: approved ? now : shownAt,
    approvedAt: approved ? now : undefined,
  }
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
