import { Refusal } from '../values/refusal.ts'
import type { Draft } from './draft.ts'

/** What people are told the file is called: »Filen … den« or »Regnearket … det«. */
type Words = { the: string; it: 'den' | 'det' }

/**
 * How a room takes files in. `kind` is its own among those of other rooms; the jobs `<jobs>.check` and `<jobs>.write` read a file and
 * write what was confirmed of it; a file is shown at `<base>/<id>`. More rows than `many` are written by the job. Danish: indlæsning.
 */
export type Way = { kind: string; jobs: string; words: Words; many: number; base: `/${string}` }

export const FILE: Words = { the: 'Filen', it: 'den' }
export const WORKBOOK: Words = { the: 'Regnearket', it: 'det' }

export const checkJob = ({ jobs }: Way): string => `${jobs}.check`
export const writeJob = ({ jobs }: Way): string => `${jobs}.write`

export const addressOf = ({ base }: Way, id: string): string => `${base}/${id}`

/** What the audit log calls a file on its way in. */
export const subjectOf = (id: string): string => `import:${id}`

/**
 * What came of reading a file, when it was read without errors and is not confirmed yet.
 * @throws Refusal on top of the form
 */
export function mustBeRead<Result extends { wrong: number }>(
  { words: { the, it } }: Way,
  { state, result }: Pick<Draft<unknown, Result>, 'state' | 'result'>,
): Result {
  if (state === 'done' || state === 'writing') throw new Refusal(undefined, 'confirmed', `${the} er allerede bekræftet.`)
  if (state !== 'ready' || !result)
    throw new Refusal(undefined, 'not ready', `${the} er ikke læst færdigt endnu. Vent et øjeblik.`)
  if (result.wrong > 0)
    throw new Refusal(undefined, 'errors', `Der er fejl i ${the.toLowerCase()}. Ret dem, og send ${it} igen. Intet er gemt.`)
  return result
}

/**
 * A file with nothing new in it is not confirmed.
 * @throws Refusal on top of the form
 */
export function mustBringNews({ words: { the } }: Way, count: number): void {
  if (count === 0) throw new Refusal(undefined, 'nothing', `Der er intet nyt i ${the.toLowerCase()}. Intet er gemt.`)
}
