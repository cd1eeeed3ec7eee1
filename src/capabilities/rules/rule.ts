import { numberText } from '../../platform/values/danish.ts'
import { type Day, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'

/** A rule's value from a day, with who says so. Danish: parameter. */
export type Parameter = {
  key: string
  value: number
  unit: string
  label: string
  validFrom: Day
  source: string
  /** Why it was set. */
  note: string | undefined
  recordedAt: Date
  actorName: string | undefined
}

/** A rule that may change, as it stands on a day. Danish: regel. */
export type Rule = {
  key: string
  label: string
  unit: string
  now: Parameter | undefined
  /** Decided already, not yet in force; the first to come first. */
  coming: Parameter[]
  /** Every value there was and is, newest first. */
  past: Parameter[]
}

/** Values newest first within a rule, gathered as rules. */
export function rulesOn(parameters: readonly Parameter[], day: Day): Rule[] {
  const keys = [...new Set(parameters.map(({ key }) => key))]
  return keys.flatMap((key) => {
    const values = parameters.filter((parameter) => parameter.key === key)
    const [newest] = values
    if (!newest) return []
    const past = values.filter(({ validFrom }) => validFrom <= day)
    const coming = values.filter(({ validFrom }) => validFrom > day).reverse()
    return [{ key, label: newest.label, unit: newest.unit, now: past[0], coming, past }]
  })
}

type Bounds = { min: number; max: number; whole: boolean }

/** What a value can sensibly be, by its unit. A unit that is not here takes any number that is not negative. */
const bounds: Record<string, Bounds> = {
  dage: { min: 1, max: 3650, whole: true },
  timer: { min: 1, max: 168, whole: true },
  måneder: { min: 1, max: 120, whole: true },
  forsøg: { min: 1, max: 25, whole: true },
  megabyte: { min: 1, max: 100, whole: true },
  procent: { min: 0, max: 100, whole: false },
}
const anything: Bounds = { min: 0, max: 1_000_000_000, whole: false }

/**
 * The number a person wrote, as Danes write it.
 * @throws Refusal at `value` when it is no number, or none that the unit can have
 * @example valueIn('90', 'dage')   // 90
 * @example valueIn('2,5', 'dage')  // refused: days are whole
 */
export function valueIn(written: string, unit: string): number {
  const { min, max, whole } = bounds[unit] ?? anything
  const plain = written.replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.')
  const value = /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return value
  const kind = whole ? 'et helt tal' : 'et tal'
  throw new Refusal(
    'value',
    'out of bounds',
    `Skriv ${kind} fra ${numberText(min)} til ${numberText(max)} ${unit}. Reglen er ikke ændret.`,
  )
}

/**
 * A value begins today at the earliest: what was decided yesterday was decided by yesterday's rule.
 * @throws Refusal at `validFrom`
 */
export function mustNotBeginBefore(today: Day, validFrom: Day): void {
  if (validFrom >= today) return
  throw new Refusal(
    'validFrom',
    'in the past',
    `En regel kan tidligst ændres fra i dag, ${dayText(today)}. Det, der er afgjort før, blev afgjort efter den gamle værdi.`,
  )
}

/** @throws Refusal at `value` when nothing would change on that day. */
export function mustChange(past: readonly Parameter[], value: number, validFrom: Day): void {
  const before = past.find((parameter) => parameter.validFrom <= validFrom)
  if (before?.value !== value) return
  throw new Refusal(
    'value',
    'no change',
    `Værdien er allerede ${numberText(value)} ${before.unit} fra den dag. Reglen er ikke ændret.`,
  )
}

/** '90 dage', never parted at the end of a line. */
export const valueText = ({ value, unit }: Pick<Parameter, 'value' | 'unit'>): string => `${numberText(value)}\u00a0${unit}`
