import { type Day, daysBetween } from '../../platform/values/day.ts'

/** Days until a confirmation is no longer fresh, and until it is too old to rely on: dated parameters. */
export type Limits = { freshDays: number; ageingDays: number }

/** 'i dag', 'i går', 'for 12 dage siden'. */
export function agoText(day: Day, today: Day): string {
  const age = daysBetween(day, today)
  if (age <= 0) return 'i dag'
  return age === 1 ? 'i går' : `for ${age} dage siden`
}
