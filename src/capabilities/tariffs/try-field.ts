import { type Exact, exact, same, times } from '../../platform/values/exact.ts'
import { exactFrom } from '../../platform/values/kroner.ts'
import type { CalculationInput } from './calculation.ts'
import { refused } from './must.ts'

/** Who says the new number, and why: it stands on the sheet where a number is set and not calculated. */
export type Said = { reason: string; approvedBy: string }

/** Under which heading a number stands. */
export const tryGroups = {
  main: 'Det vigtigste',
  line: 'Omkostninger',
  computed: 'Linjer, der regnes: overhead, afskrivning, rente, pension og tomgang',
  occupancy: 'Belægning i regnskaberne',
  regulation: 'Regnskaber og regulering fra tidligere år',
  level: 'Niveauer',
} as const
export type TryGroup = keyof typeof tryGroups

/** One number that may be changed on a copy of a calculation. */
export type TryField = {
  /** In the address: 'belaegning', 'linje-3'. */
  name: string
  label: string
  group: TryGroup
  suffix: string
  /** As it stands now, written as people write it. */
  value: string
  /** The cost line it is of. */
  line?: number
  /** Word to Danish, where it is a choice. */
  options?: Readonly<Record<string, string>>
  /** @throws Refusal at the field */
  put: (input: CalculationInput, written: string, said: Said) => CalculationInput
}

/**
 * A number as people write it: '1.250.000', '97,5', '−24.000 kr.'.
 * @throws Refusal at the field
 */
export function numberIn({ name, label }: Pick<TryField, 'name' | 'label'>, written: string): Exact {
  const number = exactFrom(written)
  if (number) return number
  throw refused(name, 'no number', `»${written.slice(0, 20)}« ved »${label}« er ikke et tal. Skriv fx 1.250.000 eller 97,5.`)
}

/** @throws Refusal at the field when it is no amount of kroner and øre */
export function oreIn(field: Pick<TryField, 'name' | 'label'>, written: string): number {
  const { n, d } = times(numberIn(field, written), exact(100))
  if (d !== 1n) throw refused(field.name, 'no øre', `Beløbet ved »${field.label}« har mere end to decimaler.`)
  return Number(n)
}

/** @throws Refusal at the field when it is no whole number */
export function wholeIn(field: Pick<TryField, 'name' | 'label'>, written: string): number {
  const { n, d } = numberIn(field, written)
  if (d !== 1n) throw refused(field.name, 'not whole', `Skriv ${field.label.toLowerCase()} som et helt tal.`)
  return Number(n)
}

/** Is something else written than what stands? '1250000' is the same as '1.250.000', and nothing written changes nothing. */
export function isChanged({ value }: Pick<TryField, 'value'>, written: string | undefined): written is string {
  if (written === undefined || written.trim() === '' || written.trim() === value) return false
  const [a, b] = [exactFrom(value), exactFrom(written)]
  return !(a && b && same(a, b))
}

/** Øre as kroner are written in a field. */
export function kronerIn(ore: number): string {
  const whole = String(Math.trunc(Math.abs(ore) / 100)).replace(/\B(?=(\d{3})+$)/g, '.')
  const part = String(Math.abs(ore) % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${ore < 0 ? '−' : ''}${whole}${part && `,${part}`}`
}
