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

/**
 * The rows of a line after a new one begins: the one that held on that day ends the day the new one begins.
 * @throws Refusal when another begins on the same day or later
 */
export function succeed<Row extends Period & { id: number }>(rows: readonly Row[], validFrom: Day): { end: Row | undefined } {
  const later = rows.find((row) => row.validFrom !== undefined && row.validFrom >= validFrom)
  if (later) mustNotOverlap({ validFrom, validUntil: undefined }, [later])
  return { end: rows.find((row) => isOn(row, validFrom)) }
}
