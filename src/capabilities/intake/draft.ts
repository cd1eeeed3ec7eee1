import { type Actor, may, ownParties } from '../../access.ts'
import { type CellError, FILE, type Draft as Incoming, mustBeRead, mustBringNews, type Way } from '../../platform/incoming.ts'
import type { Survey } from '../../platform/mapping.ts'
import type { Day } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'

/** The columns are remembered for the kind. */
export const way: Way = { kind: 'offers', jobs: 'intake', words: FILE, many: 300, base: '/tilbud/indlaes' }

/** Whose offers somebody may bring in, and whom he says the file is from. */
type Scope = { all: boolean; parties: number[]; operatorId: number | undefined; name: string }

export const scopeOf = (actor: Actor, operatorId?: number): Scope => ({
  all: may(actor, 'offers.import'),
  parties: [...new Set(ownParties(actor, 'offers.import'))].sort((a, b) => a - b),
  operatorId,
  name: actor.name,
})

export const mayWrite = ({ all, parties }: Scope, partyId: number | undefined): boolean =>
  all || (partyId !== undefined && parties.includes(partyId))

export const sameReach = (a: Scope, b: Scope): boolean => a.all === b.all && a.parties.join() === b.parties.join()

/** Whose workbooks look alike: the operator's that the file is said to be from, else the sender's own organisation's. */
export const senderOf = ({ all, parties, operatorId }: Scope): string =>
  operatorId !== undefined ? `operator:${operatorId}` : all ? 'secretariat' : `party:${parties[0] ?? 0}`

/** What was said of the whole file. */
type Fixed = { asOf: Day; source: string; per: string; year: string }

/** How a file's columns are read. `wanted`: where a person has said the titles are. `chosen`: a person has said what they are. */
export type Plan = Survey & {
  fixed: Fixed
  chosen: boolean
  wanted?: { sheet?: string | undefined; row?: number | undefined }
  trouble?: string
}

/** What came of reading the file, in rows. */
export type Result = {
  new: number
  changed: number
  same: number
  /** Older than what the site knows. */
  overtaken: number
  asking: number
  errors: CellError[]
  wrong: number
  /** Columns that nobody reads. */
  unread: string[]
  /** Columns that we make ourselves. */
  ours: string[]
  skipped: string[]
}

export type Draft = Incoming<Scope, Result, Plan>

export const MOST_SHOWN = 200
export const MOST_ASKED = 50

export const changes = (result: Pick<Result, 'new' | 'changed'>): number => result.new + result.changed

/** Does the file still wait for the program, or for a person? */
export const isOpen = ({ state, result }: Pick<Draft, 'state' | 'result'>): boolean =>
  state === 'waiting' ||
  state === 'asking' ||
  state === 'writing' ||
  (state === 'ready' && result !== undefined && result.wrong === 0 && (result.asking > 0 || changes(result) > 0))

/**
 * Only a file that was read without errors, with nothing left to ask and something new in it, can be confirmed, and only once.
 * @throws Refusal on top of the form
 */
export function mustBeConfirmable(draft: Pick<Draft, 'state' | 'result'>): Result {
  const result = mustBeRead(way, draft)
  if (result.asking > 0)
    throw new Refusal(undefined, 'asking', 'Nogle rækker kendes kun på navnet. Svar på dem først. Intet er gemt.')
  mustBringNews(way, changes(result))
  return result
}
