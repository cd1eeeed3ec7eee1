import { z } from 'zod'
import type { Day } from '../../platform/values/day.ts'
import { day, flag, optionalDay, optionalText, text } from '../../platform/values/fields.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { mustChange, mustEndAfter, mustNotBeginBefore, type Parameter, type Rule, valueIn, wordIn } from './rule.ts'

export const changeInput = z.object({
  value: text(20, 'Skriv den nye værdi.'),
  validFrom: day('Skriv den dag, værdien gælder fra.'),
  source: text(300, 'Skriv, hvem der har besluttet det, og hvor det står.'),
  law: optionalText(200),
  validUntil: optionalDay(),
  confirmed: flag(),
  reason: text(1000, 'Skriv kort, hvorfor reglen ændres.'),
  /** The day of the value whose day is moved; left out: a new value. */
  moves: optionalDay(),
})
export type ChangeInput = z.output<typeof changeInput>

/** A value that is about to be written. */
export type NewValue = Omit<Parameter, 'note' | 'actorName' | 'recordedAt'> & { note: string }

/** What was written, as the rule has it: a number of its unit, or one of its words. */
function saidBy(written: string, { unit, now, past, coming }: Rule) {
  const choices = (now ?? past[0] ?? coming[0])?.choices
  return choices
    ? { value: undefined, word: wordIn(written, choices), choices }
    : { value: valueIn(written, unit), word: undefined, choices: undefined }
}

/**
 * The values a change writes, the oldest first: the new one, and before it, where a day is moved to a later one, what held until the
 * old day, which then holds until the new one. A rule's own rows are never changed.
 * @throws Refusal when it makes no sense, or nothing would change
 */
export function changeOf(rule: Rule, today: Day, input: ChangeInput): NewValue[] {
  const { key, topic, label, unit } = rule
  const { validFrom, validUntil, source, law, reason, moves } = input
  const confirmed = input.confirmed || topic === 'house'
  const asked: NewValue = {
    ...{ key, topic, label, unit, validFrom, validUntil, source, law, confirmed, note: reason },
    ...saidBy(input.value, rule),
  }
  const values = valuesOf(rule)
  const kept = moves !== undefined && moves < validFrom ? [keptUntil(values, asked, moves)] : []
  mustNotBeginBefore(today, validFrom, topic)
  mustEndAfter(validFrom, validUntil)
  mustChange(
    kept.reduce((known, one) => withValue(known, one), values),
    asked,
    validFrom,
  )
  return [...kept, asked]
}

/** What held before the day that is moved goes on; nobody had said anything where there was nothing before. */
function keptUntil(values: readonly Parameter[], asked: NewValue, moves: Day): NewValue {
  const before = values.find(({ validFrom }) => validFrom < moves)
  const goesOn = before && !(before.validUntil !== undefined && before.validUntil <= moves)
  return {
    ...asked,
    value: goesOn ? before.value : undefined,
    word: goesOn ? before.word : undefined,
    confirmed: goesOn ? before.confirmed : asked.confirmed,
    law: goesOn ? before.law : asked.law,
    validFrom: moves,
    validUntil: undefined,
  }
}

/** Every value, the newest first. */
export const valuesOf = ({ past, coming }: Pick<Rule, 'past' | 'coming'>): Parameter[] => [...coming.toReversed(), ...past]

/** As the values would be with one more, newest first within its rule; of two from the same day the new one holds. */
export function withValue(known: readonly Parameter[], added: NewValue): Parameter[] {
  const parameter = { ...added, recordedAt: new Date(0), actorName: undefined }
  const at = known.findIndex(({ key, validFrom }) => key === added.key && validFrom <= added.validFrom)
  const last = known.findLastIndex(({ key }) => key === added.key) + 1
  return known.toSpliced(at === -1 ? last : at, 0, parameter)
}

/** A change as it stands in an address, or what is wrong with it, by field. */
export function changeIn(
  rule: Rule,
  today: Day,
  written: Readonly<Record<string, string>>,
): { input: ChangeInput; values: NewValue[] } | { errors: Record<string, string> } {
  const read = changeInput.safeParse(written)
  if (!read.success) {
    const errors: Record<string, string> = {}
    for (const { path, message } of read.error.issues) errors[path.join('.')] ??= message
    return { errors }
  }
  try {
    return { input: read.data, values: changeOf(rule, today, read.data) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { errors: { [error.field ?? '']: error.message } }
  }
}

const weighed = /^tariff\.(threshold\.|increase\.|pl$)/

/** Where it is shown what a change of a rule leads to before it is saved; undefined: it leads to nothing that can be listed. */
export const weighedAt = (key: string): string | undefined =>
  weighed.test(key) ? `/takster/stigninger/regler/${key}` : undefined
