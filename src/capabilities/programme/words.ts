import { type Day, dayText, isDay } from '../../platform/values/day.ts'
import { type Period, type PlanField, planFields } from './plan.ts'

const isPeriod = (value: unknown): value is Period => typeof value === 'object' && value !== null && 'text' in value

/** A value as people read it. `names` turns the key of a body or party into its name. */
export function valueText(field: PlanField, value: unknown, names: ReadonlyMap<string, string>): string {
  if (isPeriod(value)) return value.text
  const { type } = planFields[field]
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej'
  if (type === 'day' && typeof value === 'string' && isDay(value)) return dayText(value)
  if (type === 'body' && typeof value === 'string') return names.get(value) ?? value
  return String(value)
}

/** 'fra 4. oktober 2024': since when it has been known. */
export const sinceText = (day: Day): string => `fra ${dayText(day)}`
