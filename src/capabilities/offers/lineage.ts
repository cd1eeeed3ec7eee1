import { Refusal } from '../../platform/values/refusal.ts'

/** The places of a line as they are divided; undefined: not told. */
export type Places = { approved: number | undefined; inUse: number | undefined }

/** How many of a line's places go to a new offer: all of them whatever the number, or so many. */
export type Taken = 'all' | number

const nothing: Places = { approved: 0, inUse: 0 }

/**
 * Divides the places of a line, so that none is lost and none is made. Places in use follow their share of the approved, rounded
 * to whole places.
 * @throws Refusal at `field` when more is taken than there is, or a number is taken of places nobody has told
 * @example divide({ approved: 10, inUse: 8 }, 5) // { stays: { 5, 4 }, goes: { 5, 4 } }
 */
export function divide(places: Places, taken: Taken, field?: string): { stays: Places; goes: Places } {
  const { approved, inUse } = places
  if (taken === 'all') return { stays: nothing, goes: places }
  if (taken === 0) return { stays: places, goes: nothing }
  if (approved === undefined)
    throw new Refusal(
      field,
      'unknown places',
      'Det er ikke oplyst, hvor mange pladser der er. Vælg »alle«, eller skriv tallet på linjen først.',
    )
  if (taken < 0 || taken > approved)
    throw new Refusal(field, 'too many', `Der er ${approved} pladser på linjen. Skriv et tal fra 0 til ${approved}.`)
  const used = inUse === undefined ? undefined : Math.round((inUse * taken) / approved)
  return {
    stays: { approved: approved - taken, inUse: inUse === undefined || used === undefined ? undefined : inUse - used },
    goes: { approved: taken, inUse: used },
  }
}

/** Does everything a unit has go? Then the unit goes itself, with its name, its history and its free places. */
export const goesWhole = (lines: readonly { places: Places; taken: Taken }[]): boolean =>
  lines.length > 0 && lines.every(({ places, taken }) => taken === 'all' || (taken > 0 && taken === places.approved))
