import type { Actor } from '../../../access.ts'
import { may } from '../../../access.ts'
import type { Ask } from '../../../platform/action.ts'
import { idIn } from '../../../platform/values/id.ts'
import { ruleSetOfYear } from '../../tariffs/index.ts'
import { reckon } from '../calculating.ts'
import { inflowsTo } from '../inflow-reading.ts'
import { reviewed } from '../reviewing.ts'
import { isWritable } from '../round.ts'
import { linesOf } from '../store/lines.ts'
import { roundOf, type StepBy, standingOf, stepsOf } from '../store/rounds.ts'

export const yearIn = (text: string): number => (/^\d{4}$/.test(text) ? Number(text) : 0)

type Of = Pick<Ask<{ year: string; id: string }>, 'db' | 'params'>

/** Whose sheet it is; nothing without such a round and operator. */
export async function sheetParty({ db, params }: Of) {
  const year = yearIn(params.year)
  if (!(await roundOf(db, year))) return undefined
  const standing = await standingOf(db, year, idIn(params.id))
  return standing && { partyId: standing.partyId }
}

export const standingAt = async ({ db, params }: Of) => {
  const year = yearIn(params.year)
  const round = await roundOf(db, year)
  return round && standingOf(db, year, idIn(params.id))
}

/** So many lines are shown on a page; the others are looked through as well. */
export const MOST_LINES = 300

/** A sheet with its first lines, its steps and what to look at before it is handed in. */
export async function sheetAt(ask: Of & Pick<Ask, 'today'>) {
  const standing = await standingAt(ask)
  if (!standing) return undefined
  const { db } = ask
  const { sheetId, ownership, year } = standing
  const [lines, steps, rules, review] = await Promise.all([
    sheetId === undefined ? [] : linesOf(db, sheetId, { most: MOST_LINES }),
    sheetId === undefined ? [] : stepsOf(db, sheetId),
    ruleSetOfYear(db, year),
    reviewed(ask, standing),
  ])
  const inflows = await inflowsTo(db, sheetId, rules)
  const reckoned = new Map(lines.map((line) => [line.id, reckon(line, ownership, rules)]))
  return { standing, lines, steps, reckoned, inflows, writable: isWritable(standing.state), review }
}

export type SheetLooked = NonNullable<Awaited<ReturnType<typeof sheetAt>>>

/** In which role somebody works on a sheet: the own party's before the secretariat's. */
const roleOf = (actor: Actor, partyId: number | undefined): string => {
  const own = actor.grants.find((grant) => grant.partyId !== undefined && grant.partyId === partyId)
  return own?.role ?? (may(actor, 'tariffs.publish') ? 'secretariat' : 'provider')
}

export const byOf = ({ actor, today, now }: Pick<Ask, 'actor' | 'today' | 'now'>, partyId: number | undefined): StepBy => ({
  actorId: actor.id,
  actorName: actor.name,
  role: roleOf(actor, partyId),
  today,
  now,
})

export const sheetHref = ({ year, operatorId }: { year: number; operatorId: number }): string =>
  `/takster/skema/${year}/${operatorId}`
