import type { Actor } from '../../access.ts'
import { may, ownParties } from '../../access.ts'
import { type CellError, type Draft as Incoming, mustBeRead, mustBringNews, type Way, WORKBOOK } from '../../platform/incoming.ts'
import type { ReporterRole } from '../progress/index.ts'

/** A workbook of the plan on its way in. Danish: indlæsning. */
export type Draft = Incoming<Scope, Result>

export const way: Way = { kind: 'plan', jobs: 'exchange', words: WORKBOOK, many: 1500, base: '/regneark' }

/** What somebody may bring in: statuses of own parties, or of all on their behalf, and corrections of the plan. */
type Scope = { parties: [id: number, as: ReporterRole][]; others: boolean; plan: boolean }

export function scopeOf(actor: Actor): Scope {
  const own = [...new Set(ownParties(actor, 'status.report'))].sort((a, b) => a - b)
  const as = (partyId: number): ReporterRole => (may(actor, 'status.approve', { partyId }) ? 'approver' : 'contributor')
  return {
    parties: own.map((id) => [id, as(id)]),
    others: may(actor, 'status.reportForOthers'),
    plan: may(actor, 'plan.edit'),
  }
}

export const sameScope = (a: Scope, b: Scope): boolean =>
  a.others === b.others && a.plan === b.plan && JSON.stringify(a.parties) === JSON.stringify(b.parties)

/** As whom a report of the party is brought in; undefined when it may not be. */
export const reporterOf = ({ parties, others }: Scope, partyId: number): ReporterRole | undefined =>
  parties.find(([id]) => id === partyId)?.[1] ?? (others ? 'secretariat' : undefined)

/** Of one sheet: what confirming it will do, in rows. `overtaken`: not edited, and newer on the site. */
export type Counts = { new: number; changed: number; same: number; overtaken: number }

export const noCounts: Counts = { new: 0, changed: 0, same: 0, overtaken: 0 }

/** What came of reading the file. */
export type Result = {
  status: Counts | undefined
  plan: Counts | undefined
  /** The first of them; `wrong` says how many there are. */
  errors: CellError[]
  wrong: number
  /** Sheets that were not read. */
  skipped: string[]
}

/** Rows that are shown before they are confirmed. */
export const MOST_SHOWN = 200

/** How many rows confirming will write. */
export const changes = ({ status, plan }: Result): number =>
  [status, plan].reduce((sum, counts) => sum + (counts ? counts.new + counts.changed : 0), 0)

/** Does the file still wait for the program, or for a person to say yes or no? */
export const isOpen = ({ state, result }: Pick<Draft, 'state' | 'result'>): boolean =>
  state === 'waiting' ||
  state === 'writing' ||
  (state === 'ready' && result !== undefined && result.wrong === 0 && changes(result) > 0)

/**
 * Only a file that was read without errors, with something new in it, can be confirmed, and only once.
 * @throws Refusal on top of the form
 */
export function mustBeConfirmable(draft: Pick<Draft, 'state' | 'result'>): Result {
  const result = mustBeRead(way, draft)
  mustBringNews(way, changes(result))
  return result
}
