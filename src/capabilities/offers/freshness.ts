import { type Day, daysBetween } from '../../platform/values/day.ts'

/** How far a figure can be relied on, by the day somebody last stood by it. Danish: friskhed. */
export type Freshness = 'fresh' | 'ageing' | 'stale' | 'none'

export const freshnesses = {
  fresh: 'Frisk',
  ageing: 'Ældre',
  stale: 'For gammel',
  none: 'Ikke oplyst',
} as const satisfies Record<Freshness, string>

/** Both limits are still inside. undefined: nobody ever said. */
export function freshnessOf(
  confirmedOn: Day | undefined,
  { day, freshDays, ageingDays }: { day: Day; freshDays: number; ageingDays: number },
): Freshness {
  if (confirmedOn === undefined) return 'none'
  const age = daysBetween(confirmedOn, day)
  return age <= freshDays ? 'fresh' : age <= ageingDays ? 'ageing' : 'stale'
}
