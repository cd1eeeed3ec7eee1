import { addDays, dayText } from '../../platform/values/day.ts'
import { decimal, type Exact, exact, over } from '../../platform/values/exact.ts'
import type { Period, StepInput, Unit } from './calculation.ts'

/** Numbers as people read them: øre as kroner, Danish signs, and never more places than a pocket calculator holds. */

const kroner = exact(100)
const NARROW = '\u00a0'

/** '-1.234,5': thousands parted, a comma, between `least` and `most` places. */
export function danish(value: Exact, least: number, most: number): string {
  const [whole = '0', part = ''] = decimal(value, most).split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  const places = part.padEnd(least, '0')
  return (places ? `${digits},${places}` : digits).replace('-', '−')
}

/** 123450n: '1.234,50 kr.'; whole kroner without places: '1.234 kr.'. */
export const oreText = (ore: bigint): string => `${danish(over(exact(ore), kroner), ore % 100n === 0n ? 0 : 2, 2)}${NARROW}kr.`

/** A change: '+120 kr.', '−3 kr.', '0 kr.'. */
export const changeText = (ore: bigint): string => `${ore > 0n ? '+' : ''}${oreText(ore)}`

const isMoney = (unit: Unit): boolean => unit.startsWith('øre')

/** 'kr. pr. døgn' of 'øre/døgn'. */
export const unitText = (unit: Unit): string =>
  isMoney(unit) ? (unit.includes('/') ? `kr. pr. ${unit.slice(unit.indexOf('/') + 1)}` : 'kr.') : unit

/** The number alone, money in kroner: whole øre with two places, what is not with four. */
export function numberText(value: Exact, unit: Unit): string {
  if (!isMoney(unit)) return danish(value, 0, 4)
  return value.d === 1n ? danish(over(value, kroner), 2, 2) : danish(over(value, kroner), 4, 4)
}

export const quantityText = (value: Exact, unit: Unit): string =>
  [numberText(value, unit), unitText(unit)].filter(Boolean).join(NARROW)

export const inputText = ({ value, unit }: Pick<StepInput, 'value' | 'unit'>): string =>
  typeof value === 'string' ? value : quantityText(value, unit)

/** 0,0345 as '+3,45 %'. */
export function percentChange(from: bigint, to: bigint): string | undefined {
  if (from === 0n) return undefined
  const change = exact((to - from) * 100n, from)
  return `${change.n > 0n ? '+' : ''}${danish(change, 1, 1)}${NARROW}%`
}

/** The number for a machine, money in kroner: a decimal with a point. */
export const machineNumber = (value: Exact, unit: Unit): string => decimal(isMoney(unit) ? over(value, kroner) : value, 10)

/** 'fra 1. januar 2027 til og med 30. juni 2027'. */
export const periodText = ({ from, until }: Period): string => `fra ${dayText(from)} til og med ${dayText(addDays(until, -1))}`
