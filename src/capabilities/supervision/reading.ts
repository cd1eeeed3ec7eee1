import type { Ask } from '../../platform/action.ts'
import { readingDay } from '../../platform/as-of.ts'
import type { Day } from '../../platform/values/day.ts'
import { parameterOn } from '../rules/index.ts'
import { type Fact, factsOn, isPublic } from './fact.ts'
import { writtenOf } from './store/facts.ts'

type Asked = Pick<Ask, 'db' | 'may' | 'today'> & { query: unknown }

/** May the reader see what is not for the public, of an offer of this party? */
const seesAll = ({ may }: Pick<Ask, 'may'>, partyId: number | undefined): boolean => may('supervision.readAll', { partyId })

const dayAsked = ({ query, today }: Asked): Day => {
  const pr = typeof query === 'object' && query !== null && 'pr' in query && typeof query.pr === 'string' ? query.pr : undefined
  return readingDay({ query: { pr }, today })
}

/** What everybody may see of a decision: of what became of it always that it did, but its text only when it is published. */
const forEverybody = (fact: Fact): Fact => ({
  ...fact,
  earlier: [],
  outcomes: fact.outcomes.map((one) => (one.publishedUrl === undefined ? { ...one, text: undefined, source: '' } : one)),
})

/** A decision, and whether everybody sees it. */
export type ReadFact = Fact & { open: boolean }

export type Read = { day: Day; months: number; facts: ReadFact[] }

/**
 * The decisions of one offer, or of all, as this reader may see them on the day that is read by. What the public no longer sees
 * today it does not see by reading as of an earlier day either.
 */
export async function factsToRead(ask: Asked, offerId?: number): Promise<Read> {
  const day = dayAsked(ask)
  const [rows, months] = await Promise.all([
    writtenOf(ask.db, offerId),
    parameterOn(ask.db, 'supervision.publicMonths', ask.today),
  ])
  const publicToday = new Set(
    factsOn(rows, ask.today).flatMap((fact) => (isPublic(fact, { day: ask.today, months }) ? [fact.root] : [])),
  )
  const isOpen = (fact: Fact) => publicToday.has(fact.root) && isPublic(fact, { day, months })
  const facts = factsOn(rows, day).flatMap((fact) => {
    if (seesAll(ask, fact.partyId)) return [{ ...fact, open: isOpen(fact) }]
    return isOpen(fact) ? [{ ...forEverybody(fact), open: true }] : []
  })
  return { day, months, facts }
}
