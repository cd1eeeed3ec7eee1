import { numberText } from '../../platform/values/danish.ts'
import { type Day, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'

/** Rules of the house, and those of tariffs, whose calculations keep the rules they were made by. */
export const topics = { house: 'Fælles', tariffs: 'Takster' } as const
export type Topic = keyof typeof topics

/** A rule's value from a day, with who says so. Danish: parameter. */
export type Parameter = {
  key: string
  topic: Topic
  /** undefined: the rule is a choice, or nobody has said yet. */
  value: number | undefined
  /** Of a rule that is a choice: one of `choices`. */
  word: string | undefined
  choices: Record<string, string> | undefined
  unit: string
  label: string
  validFrom: Day
  /** The first day it no longer holds. */
  validUntil: Day | undefined
  source: string
  law: string | undefined
  /** false: nobody who decides has said so yet, or no source has been seen. */
  confirmed: boolean
  /** Why it was set. */
  note: string | undefined
  recordedAt: Date
  actorName: string | undefined
}

/** A rule that may change, as it stands on a day. Danish: regel. */
export type Rule = {
  key: string
  topic: Topic
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
    const { topic, label, unit } = newest
    return [{ key, topic, label, unit, now: standing(past[0], day), coming, past }]
  })
}

const standing = (newest: Parameter | undefined, day: Day): Parameter | undefined =>
  newest?.validUntil !== undefined && newest.validUntil <= day ? undefined : newest

type Bounds = { min: number; max: number; whole: boolean }

/** What a value can sensibly be, by its unit. A unit that is not here takes any number that is not negative. */
const bounds: Record<string, Bounds> = {
  dage: { min: 1, max: 3650, whole: true },
  timer: { min: 1, max: 168, whole: true },
  måneder: { min: 1, max: 120, whole: true },
  forsøg: { min: 1, max: 25, whole: true },
  megabyte: { min: 1, max: 25, whole: true },
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

/** @throws Refusal at `value` when the word is none of the rule's choices */
export function wordIn(written: string, choices: Record<string, string>): string {
  if (Object.hasOwn(choices, written)) return written
  throw new Refusal('value', 'no such choice', 'Vælg en af mulighederne. Reglen er ikke ændret.')
}

/** @throws Refusal at `validUntil` when it would end before it begins */
export function mustEndAfter(validFrom: Day, validUntil: Day | undefined): void {
  if (validUntil === undefined || validUntil > validFrom) return
  throw new Refusal(
    'validUntil',
    'ends first',
    'Reglen kan ikke slutte, før den begynder. Ret en af dagene. Reglen er ikke ændret.',
  )
}

/**
 * A value begins today at the earliest: what was decided yesterday was decided by yesterday's rule.
 * A rule of tariffs may begin earlier, since every calculation keeps the rules it was made by.
 * @throws Refusal at `validFrom`
 */
export function mustNotBeginBefore(today: Day, validFrom: Day, topic: Topic = 'house'): void {
  if (validFrom >= today || topic === 'tariffs') return
  throw new Refusal(
    'validFrom',
    'in the past',
    `En regel kan tidligst ændres fra i dag, ${dayText(today)}. Det, der er afgjort før, blev afgjort efter den gamle værdi.`,
  )
}

/** @throws Refusal at `value` when nothing would change on that day. */
export function mustChange(past: readonly Parameter[], asked: Asked, validFrom: Day): void {
  const before = past.find((parameter) => parameter.validFrom <= validFrom)
  if (!before || !sameKeys.every((key) => before[key] === asked[key])) return
  throw new Refusal('value', 'no change', `Værdien er allerede ${valueText(before)} fra den dag. Reglen er ikke ændret.`)
}

const sameKeys = ['value', 'word', 'confirmed', 'validUntil'] as const
type Asked = Pick<Parameter, (typeof sameKeys)[number]>

/** '90 dage', never parted at the end of a line; the choice in words; or that nobody has said. */
export function valueText({ value, unit, word, choices }: Said): string {
  if (word !== undefined) return choices?.[word] ?? word
  return value === undefined ? 'ikke oplyst' : `${numberText(value)}\u00a0${unit}`
}

type Said = Pick<Parameter, 'value' | 'unit'> & Partial<Pick<Parameter, 'word' | 'choices'>>
