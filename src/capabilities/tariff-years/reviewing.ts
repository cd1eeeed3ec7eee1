import type { Ask } from '../../platform/action.ts'
import { ruleSetOfYear, yearsFlowingInto } from '../tariffs/index.ts'
import { reckon } from './calculating.ts'
import { inflowWarnings } from './inflow.ts'
import { inflowsTo } from './inflow-reading.ts'
import { Review } from './review.ts'
import { beforeOf, eachLine, limitsOn, predecessorsOf, stampOf } from './store/lines.ts'
import type { Standing } from './store/rounds.ts'
import type { Warning } from './warning.ts'

/** So many warnings are shown on a page; all of them are in the file. */
export const MOST_WARNINGS = 250
const MOST_OF_SHEET = 50

/** What came of looking a whole sheet through; of the warnings only the first. */
export type Reviewed = { warnings: Warning[]; total: number } & Pick<
  Review,
  | 'calculated'
  | 'unpriced'
  | 'firstUnpriced'
  | 'awaiting'
  | 'firstAwaiting'
  | 'unexplained'
  | 'firstUnexplained'
  | 'firstLost'
  | 'firstOverlap'
  | 'beforeOre'
>

type Asking = Pick<Ask, 'db' | 'today'>

type Found = { of: 'line' | 'sheet'; warnings: Warning[] }

/** Looks every line of a sheet through, however many there are, a part at a time: what there is to warn of line by line, then of it all. */
async function* lookThrough({ db, today }: Asking, standing: Standing): AsyncGenerator<Found, Review> {
  const { operatorId, year, sheetId, ownership } = standing
  const [before, limits, predecessors, rules] = await Promise.all([
    beforeOf(db, operatorId, year),
    limitsOn(db, today),
    predecessorsOf(db, operatorId, year, sheetId),
    ruleSetOfYear(db, year),
  ])
  const review = new Review({ before, limits, predecessors })
  if (sheetId !== undefined)
    for await (const lines of eachLine(db, sheetId))
      yield { of: 'line', warnings: lines.flatMap((line) => review.add(line, reckon(line, ownership, rules))) }
  const { from } = await inflowsTo(db, sheetId, rules)
  yield { of: 'sheet', warnings: [...inflowWarnings(from, year, limits.toleranceOre), ...review.end()] }
  return review
}

/** What was looked through last, by sheet, for readers of one database: a long sheet takes seconds, and is opened again and again. */
const looked = new WeakMap<object, Map<number, { stamp: string; found: Promise<Reviewed> }>>()
const MOST_KEPT = 20

/** A sheet looked through, with the warnings a page can show; done once for as long as nothing it is held against has changed. */
export async function reviewed(asking: Asking, standing: Standing): Promise<Reviewed> {
  const { db, today } = asking
  const { sheetId, year, ownership } = standing
  if (sheetId === undefined) return review(asking, standing)
  const [stamp, limits, rules] = await Promise.all([
    stampOf(db, { ...standing, sheetId }),
    limitsOn(db, today),
    ruleSetOfYear(db, year),
  ])
  const whole = JSON.stringify([stamp, ownership, limits, rules, await yearsFlowingInto(db, year)])
  const shelf = looked.get(db) ?? new Map<number, { stamp: string; found: Promise<Reviewed> }>()
  looked.set(db, shelf)
  const kept = shelf.get(sheetId)
  if (kept?.stamp === whole) return kept.found
  const found = review(asking, standing)
  shelf.delete(sheetId)
  const [oldest] = shelf.keys()
  if (shelf.size >= MOST_KEPT && oldest !== undefined) shelf.delete(oldest)
  shelf.set(sheetId, { stamp: whole, found })
  found.catch(() => shelf.delete(sheetId))
  return found
}

const countsOf = (review: Review) => ({
  calculated: review.calculated,
  unpriced: review.unpriced,
  firstUnpriced: review.firstUnpriced,
  awaiting: review.awaiting,
  firstAwaiting: review.firstAwaiting,
  unexplained: review.unexplained,
  firstUnexplained: review.firstUnexplained,
  firstLost: review.firstLost,
  firstOverlap: review.firstOverlap,
  beforeOre: review.beforeOre,
})

async function review(asking: Asking, standing: Standing): Promise<Reviewed> {
  const kept = { line: [] as Warning[], sheet: [] as Warning[] }
  const most = { line: MOST_WARNINGS, sheet: MOST_OF_SHEET }
  let total = 0
  const looking = lookThrough(asking, standing)
  for (let part = await looking.next(); ; part = await looking.next()) {
    if (part.done) {
      return { ...countsOf(part.value), warnings: [...kept.sheet, ...kept.line].slice(0, MOST_WARNINGS), total }
    }
    const { of, warnings } = part.value
    total += warnings.length
    kept[of].push(...warnings.slice(0, most[of] - kept[of].length))
  }
}

/** Every warning of a sheet, a part at a time, for a file. */
export async function* warningsOfSheet(asking: Asking, standing: Standing): AsyncGenerator<Warning[]> {
  for await (const { warnings } of lookThrough(asking, standing)) if (warnings.length > 0) yield warnings
}
