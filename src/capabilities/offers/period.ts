import { type Day, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'

/** From the first day to the day after the last; undefined: no end in that direction. */
export type Period = { validFrom: Day | undefined; validUntil: Day | undefined }

export const isOn = ({ validFrom, validUntil }: Period, day: Day): boolean =>
  (validFrom === undefined || validFrom <= day) && (validUntil === undefined || day < validUntil)

/** Do two periods share a day? */
export const overlap = (a: Period, b: Period): boolean =>
  (a.validFrom === undefined || b.validUntil === undefined || a.validFrom < b.validUntil) &&
  (b.validFrom === undefined || a.validUntil === undefined || b.validFrom < a.validUntil)

/** '1. marts 2025 til 31. december 2025' in words that also hold when an end is open. */
export function periodText({ validFrom, validUntil }: Period): string {
  if (validFrom === undefined) return validUntil === undefined ? 'uden datoer' : `indtil ${dayText(validUntil)}`
  return validUntil === undefined ? `fra ${dayText(validFrom)}` : `fra ${dayText(validFrom)} indtil ${dayText(validUntil)}`
}

/** @throws Refusal at `field` when the end is not after the beginning */
export function mustRunForward({ validFrom, validUntil }: Period, field = 'validUntil'): void {
  if (validFrom === undefined || validUntil === undefined || validFrom < validUntil) return
  throw new Refusal(field, 'backwards', `Slutdagen skal ligge efter ${dayText(validFrom)}. Der er ikke gemt noget.`)
}

/** @throws Refusal at `field` naming the period that is in the way */
export function mustNotOverlap(period: Period, others: readonly Period[], field = 'validFrom'): void {
  const other = others.find((one) => overlap(one, period))
  if (!other) return
  throw new Refusal(
    field,
    'overlap',
    `Perioden rammer en, der allerede står (${periodText(other)}). Slut den først, eller vælg en anden dag.`,
  )
}

type Row = Period & { id: number }
/** How a new row is let in among those there are. */
type Step<R extends Row> = {
  /** Begins the same day: the new one puts it right. */
  same: R | undefined
  /** Ends the day the new one begins. */
  end: R | undefined
  /** The new one holds until then. */
  validUntil: Day | undefined
}

/**
 * A new row of a line that holds from a day: the one that held on that day ends, and the new one holds until the next one begins, or
 * as long as the one it takes over from would have.
 */
export function step<R extends Row>(rows: readonly R[], validFrom: Day): Step<R> {
  const same = rows.find((row) => row.validFrom === validFrom)
  const held = rows.find((row) => isOn(row, validFrom))
  const later = rows.flatMap((row) => (row.validFrom !== undefined && row.validFrom > validFrom ? [row.validFrom] : [])).sort()[0]
  const end = same ? undefined : held
  const validUntil = held?.validUntil ?? later
  return { same, end, validUntil: validUntil !== undefined && later !== undefined && later < validUntil ? later : validUntil }
}
