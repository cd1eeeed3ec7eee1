import type { At } from '../../access.ts'
import { ownParties } from '../../access.ts'
import type { Ask } from '../../platform/action.ts'
import type { Sql } from '../../platform/db.ts'
import { idIn } from '../../platform/values/id.ts'
import type { Attached } from '../mail/index.ts'
import { type NewValue, withValue } from '../rules/index.ts'
import type { Case } from './case.ts'
import { type Judged, type RisenRow, unjudgedWhy } from './found.ts'
import { filesOfSteps, sheetOf } from './report.ts'
import { allCases, caseWith } from './store/cases.ts'
import { reportMailbox } from './store/mailbox.ts'
import { risen, risenByBoth } from './store/risen.ts'

export type Rise = { judged: Judged; found: Case | undefined }
/** Tariffs of which nobody can say whether they must be reported, for the same reason. */
export type Unjudged = { why: string; rows: RisenRow[] }

/** Every rise over its limit, with the case that came of it; and those nobody can judge, by the reason. */
export async function rises(sql: Sql): Promise<{ rises: Rise[]; unjudged: Unjudged[] }> {
  const [all, cases] = await Promise.all([risen(sql), allCases(sql)])
  const of = new Map(cases.map((one) => [one.versionId, one]))
  const unjudged = new Map<string, RisenRow[]>()
  for (const one of all) {
    const why = unjudgedWhy(one)
    if (why !== undefined) unjudged.set(why, [...(unjudged.get(why) ?? []), one.row])
  }
  return {
    rises: all.filter((one) => one.exceeds).map((judged) => ({ judged, found: of.get(judged.row.id) })),
    unjudged: [...unjudged].map(([why, rows]) => ({ why, rows })),
  }
}

/** What a change of a rule moves over its limit, and what it moves under it, with their cases. Nothing is closed by it. */
export type Moved = { over: (Rise & { was: Judged })[]; under: (Rise & { was: Judged })[] }

export async function movedBy(sql: Sql, values: readonly NewValue[]): Promise<Moved> {
  const [both, cases] = await Promise.all([
    risenByBoth(sql, (parameters) => values.reduce((known, one) => withValue(known, one), parameters)),
    allCases(sql),
  ])
  const of = new Map(cases.map((one) => [one.versionId, one]))
  const moved = both.map(({ now, changed }) => ({ judged: changed, was: now, found: of.get(now.row.id) }))
  return {
    over: moved.filter(({ judged, was }) => judged.exceeds && !was.exceeds),
    under: moved.filter(({ judged, was }) => !judged.exceeds && was.exceeds),
  }
}

/** Cases that would not be found today: a rule has changed since. None is closed by that. */
export async function flipped(sql: Sql, cases: readonly Case[]): Promise<Case[]> {
  const ids = cases.flatMap(({ versionId }) => versionId ?? [])
  const still = new Set((await risen(sql, ids)).filter((one) => one.exceeds).map(({ row }) => row.id))
  return cases.filter(({ versionId }) => versionId !== undefined && !still.has(versionId))
}

type ById = Ask<{ id: string }>

/** Signed in for the operator one sees one's own cases; everybody else who may, all of them. */
export const ownOrAll = ({ actor, may }: Pick<Ask, 'actor' | 'may'>): At =>
  may('increases.read') ? {} : { partyId: ownParties(actor, 'increases.read')[0] }

/** The cases whoever asks may see. */
export const casesSeen = async ({ db, may }: Ask): Promise<Case[]> =>
  (await allCases(db)).filter(({ operatorPartyId }) => may('increases.read', { partyId: operatorPartyId }))

/** Whose case it is to assess. */
export const atMunicipality = async ({ db, params }: ById): Promise<At | undefined> => {
  const of = await caseWith(db, idIn(params.id))
  return of && { partyId: of.partyId }
}

/** Whose price it is. */
export const atOperator = async ({ db, params }: ById): Promise<At | undefined> => {
  const of = await caseWith(db, idIn(params.id))
  return of && { partyId: of.operatorPartyId }
}

/** Who writes the explanation: the operator, or the municipality that was told it when nobody signs in for the operator. */
export const whoExplains = ({ operatorPartyId, partyId }: Case): At => ({ partyId: operatorPartyId ?? partyId })

export const atWhoExplains = async ({ db, params }: ById): Promise<At | undefined> => {
  const of = await caseWith(db, idIn(params.id))
  return of && whoExplains(of)
}

export type OneCase = { of: Case; flips: boolean; files: ReadonlyMap<number, Attached[]> }

/** The case in the address, with what was sent in it, and whether it would still be found. */
export async function caseIn(ask: ById): Promise<OneCase | undefined> {
  const of = await caseWith(ask.db, idIn(ask.params.id))
  if (!of) return undefined
  const still = of.versionId === undefined || (await risen(ask.db, [of.versionId])).some((one) => one.exceeds)
  return { of, flips: !still, files: await filesOfSteps(ask, of) }
}

/** The case that is about to be sent: to where, and with what. */
export async function caseToSend(ask: ById) {
  const one = await caseIn(ask)
  return one && { ...one, mailbox: await reportMailbox(ask.db, one.of.example), sheet: await sheetOf(ask, one.of) }
}
export type CaseToSend = NonNullable<Awaited<ReturnType<typeof caseToSend>>>
