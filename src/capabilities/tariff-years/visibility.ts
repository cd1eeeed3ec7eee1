import type { Day } from '../../platform/values/day.ts'
import type { Ownership } from '../offers/index.ts'
import type { Visibility } from './tariff.ts'

/** A rule of how much of a calculation everybody sees, from a day: of an ownership, or of one operator. Danish: synlighed. */
export type Shown = {
  id: number
  ownership: Ownership | undefined
  operatorId: number | undefined
  operatorName: string | undefined
  shows: Visibility
  validFrom: Day
  source: string
  note: string | undefined
  confirmed: boolean
  actorName: string
  recordedAt: Date
}

export type Seen = {
  shows: Visibility /** Why no more than that; undefined: everything is shown. */
  because: string | undefined
}

/**
 * How much of a calculation everybody sees. Where there are so few places that costs could be led back to single people, only
 * the price, whatever the rule says; so too where nobody has told the number, or which rule holds.
 */
export function seenOf(rule: Visibility | undefined, places: number | undefined, fewestPlaces: number): Seen {
  if (rule === undefined) return { shows: 'price', because: 'Ejerformen er ikke oplyst, så kun prisen vises.' }
  if (rule !== 'price' && (places === undefined || places < fewestPlaces))
    return {
      shows: 'price',
      because:
        places === undefined
          ? 'Antallet af pladser er ikke oplyst, så kun prisen vises.'
          : `Der er færre end ${fewestPlaces} pladser, så kun prisen vises. Ellers kunne omkostninger føres tilbage til enkelte personer.`,
    }
  if (rule === 'full') return { shows: 'full', because: undefined }
  return {
    shows: rule,
    because:
      rule === 'groups'
        ? 'Hovedgrupperne vises. De enkelte omkostninger er driftsherrens egne oplysninger.'
        : 'Driftsherrens beregning vises ikke. Kun prisen er offentlig.',
  }
}
