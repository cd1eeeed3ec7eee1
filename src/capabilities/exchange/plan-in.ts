import type { Sql } from '../../platform/db.ts'
import { titleKey } from '../../platform/sheet.ts'
import type { Day } from '../../platform/values/day.ts'
import { holdsMany, planOn } from '../plan/index.ts'
import type { Counts } from './draft.ts'
import type { Reading } from './incoming.ts'
import { factsWithWords, namesOfBodies } from './outgoing.ts'
import { type PlanBook, type PlanIn, planBook, planRow } from './plan-row.ts'
import { planCells } from './plan-sheet.ts'
import { stageFacts } from './store/plan.ts'

/** What rows of the plan are read against, as it stands now. */
export async function currentPlan(sql: Sql, today: Day): Promise<PlanBook> {
  const [facts, plan, bodyNames] = await Promise.all([factsWithWords(sql, today), planOn(sql, today), namesOfBodies(sql)])
  return planBook({
    items: new Map(plan.items.map(({ key, id }) => [titleKey(key), id])),
    bodyNames,
    facts,
    holding: facts.filter(({ holds }) => holds),
    today,
  })
}

const BATCH = 500

/** Reads the sheet »Plan« to its end; rows that change nothing are counted and let go. */
export async function readPlan({ sql, draft, sheet, faults, today }: Reading): Promise<Counts> {
  const book = await currentPlan(sql, today)
  const counts: Counts = { new: 0, changed: 0, same: 0, overtaken: 0 }
  const seen = new Map<string, PlanIn>()
  let batch: PlanIn[] = []
  for await (const row of sheet.rows) {
    const read = faults.reading(sheet.name, () => planRow(row, book))
    if (read === undefined) continue
    if (typeof read === 'string') {
      counts[read] += 1
      continue
    }
    const ref = row.cells.get(titleKey(planCells.value.title))?.ref ?? `række ${row.number}`
    const first = seen.get(subjectOf(read))
    if (!draft.scope.plan) faults.add(sheet.name, [{ ref, text: notYours }])
    else if (first) faults.add(sheet.name, [{ ref, text: `Rækken retter det samme som række ${first.number}. Slet den ene.` }])
    else batch.push(read)
    seen.set(subjectOf(read), first ?? read)
    counts[read.standing] += 1
    if (batch.length < BATCH) continue
    await stageFacts(sql, draft.id, batch)
    batch = []
  }
  await stageFacts(sql, draft.id, batch)
  return counts
}

const notYours = 'Kun sekretariatet kan rette planen. Lad cellen stå, som den var, eller skriv til sekretariatet.'

/** What a row is about: two rows about the same would overtake one another. */
const subjectOf = ({ itemId, field, replaces, value }: PlanIn): string =>
  JSON.stringify([itemId, field, holdsMany(field) ? (replaces ?? value) : ''])
