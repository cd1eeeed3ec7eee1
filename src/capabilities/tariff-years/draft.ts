import type { CellError, Draft as Incoming } from '../../platform/incoming.ts'
import type { Survey } from '../../platform/mapping.ts'
import { Refusal } from '../../platform/values/refusal.ts'

/** What kind of draft it is among those of other rooms, and what its columns are remembered for. */
export const KIND = 'tariffs'

/** Whose sheet of which year the file is for. */
export type Scope = { year: number; operatorId: number; operatorName: string }

/** How a file's columns are read. `chosen`: a person has said what they are. */
export type Plan = Survey & { chosen: boolean; wanted?: { sheet?: string | undefined; row?: number | undefined } }

/** What came of reading a file, in rows. */
export type Result = {
  new: number
  changed: number
  same: number
  /** Lines of the sheet that are not in the file; they stay. */
  untouched: number
  /** Totals and headings that were passed by. */
  passed: number
  /** The sheet's revision it was held against. */
  revision: number
  notes: string[]
  errors: CellError[]
  wrong: number
  unread: string[]
  sheets: string[]
  skipped: string[]
}

export type Draft = Incoming<Scope, Result, Plan>

export const MOST_SHOWN = 200
export const MOST_NOTES = 50
/** More rows than this are written by a job that tells how far it is. */
export const MANY = 1000

export const changes = (result: Pick<Result, 'new' | 'changed'>): number => result.new + result.changed

/** @throws Refusal on top of the form when there is nothing to confirm */
export function mustBeConfirmable({ state, result }: Pick<Draft, 'state' | 'result'>): Result {
  if (state === 'done' || state === 'writing') throw new Refusal(undefined, 'confirmed', 'Regnearket er allerede bekræftet.')
  if (state !== 'ready' || !result)
    throw new Refusal(undefined, 'not ready', 'Regnearket er ikke læst færdigt endnu. Vent et øjeblik.')
  if (result.wrong > 0)
    throw new Refusal(undefined, 'errors', 'Der er fejl i regnearket. Ret dem, og send det igen. Intet er gemt.')
  if (changes(result) === 0) throw new Refusal(undefined, 'nothing', 'Der er intet nyt i regnearket. Intet er gemt.')
  return result
}
