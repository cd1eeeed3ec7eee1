import type { Actor } from '../../access.ts'
import { may, ownParties } from '../../access.ts'
import { numberText } from '../../platform/values/danish.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { ReporterRole } from '../progress/index.ts'
import type { CellError } from './cell.ts'

/** A workbook on its way in: nothing of it is written until the person who sent it has seen and confirmed it. Danish: indlæsning. */
export type Draft = {
  id: string
  personId: number
  scope: Scope
  fileName: string
  size: number
  state: 'waiting' | 'ready' | 'refused' | 'writing' | 'done'
  /** Why the file as a whole was not read. */
  refusal: string | undefined
  checkedAgain: boolean
  result: Result | undefined
  createdAt: Date
  confirmedAt: Date | undefined
  /** Rows read or written so far, of how many. */
  value: number
  total: number
}

/** What somebody may bring in: statuses of own parties, or of all on their behalf, and corrections of the plan. */
export type Scope = { parties: [id: number, as: ReporterRole][]; others: boolean; plan: boolean }

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

export const MOST_ERRORS = 200
/** Rows that are shown before they are confirmed. */
export const MOST_SHOWN = 200
/** More rows than this are written by a job that tells how far it is. */
export const MANY = 1500

const MB = 1024 * 1024
export const LARGEST_FILE = 25 * MB

/** How many rows confirming will write. */
export const changes = ({ status, plan }: Result): number =>
  [status, plan].reduce((sum, counts) => sum + (counts ? counts.new + counts.changed : 0), 0)

/** Does the file still wait for the program, or for a person to say yes or no? */
export const isOpen = ({ state, result }: Pick<Draft, 'state' | 'result'>): boolean =>
  state === 'waiting' ||
  state === 'writing' ||
  (state === 'ready' && result !== undefined && result.wrong === 0 && changes(result) > 0)

/**
 * A file that is sent is a workbook of a size that can be read.
 * @throws Refusal at `file`
 */
export function mustBeSendable({ name, size }: { name: string; size: number }): void {
  if (size === 0 || name === '') throw new Refusal('file', 'missing', 'Vælg den fil, der skal læses ind.')
  if (size <= LARGEST_FILE) return
  const mb = numberText(Math.round((size / MB) * 10) / 10)
  throw new Refusal(
    'file',
    'too large',
    `Filen fylder ${mb} MB. Der kan højst læses 25 MB ind. Del den i flere filer, eller slet de ark, der ikke skal bruges.`,
  )
}

/**
 * Only a file that was read without errors, with something new in it, can be confirmed, and only once.
 * @throws Refusal on top of the form
 */
export function mustBeConfirmable({ state, result }: Pick<Draft, 'state' | 'result'>): Result {
  if (state === 'done' || state === 'writing') throw new Refusal(undefined, 'confirmed', 'Regnearket er allerede bekræftet.')
  if (state !== 'ready' || !result)
    throw new Refusal(undefined, 'not ready', 'Regnearket er ikke læst færdigt endnu. Vent et øjeblik.')
  if (result.wrong > 0)
    throw new Refusal(undefined, 'errors', 'Der er fejl i regnearket. Ret dem, og send det igen. Intet er gemt.')
  if (changes(result) === 0) throw new Refusal(undefined, 'nothing', 'Der er intet nyt i regnearket. Intet er gemt.')
  return result
}
