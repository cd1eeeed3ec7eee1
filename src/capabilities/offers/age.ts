import { type Day, dayText } from '../../platform/values/day.ts'
import type { Provenance } from './offer.ts'

/** How old a fact is. Danish: gammelt tal. */
type Age = { text: string; old: boolean }

type Known = Pick<Provenance, 'asOf' | 'asOfDay'>

const monthsBetween = (from: Day, to: Day): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

/**
 * A fact is old when its day lies more than `months` back, and when nobody knows its day.
 * @example ageOf({ asOf: '2013', asOfDay: '2013-12-31' }, '2026-03-02', 18) // { text: '2013', old: true }
 */
export function ageOf({ asOf, asOfDay }: Known, today: Day, months: number): Age {
  const text = asOf ?? (asOfDay ? dayText(asOfDay) : 'uden dato')
  return { text, old: asOfDay === undefined || monthsBetween(asOfDay, today) > months }
}
