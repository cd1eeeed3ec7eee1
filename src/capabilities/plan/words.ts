import { dayText, isDay } from '../../platform/values/day.ts'
import { isPeriod, type PlanField, planFields } from './plan.ts'

/** A value as people read it. `names` turns the key of a body or party into its name. */
export function valueText(field: PlanField, value: unknown, names: ReadonlyMap<string, string>): string {
  if (isPeriod(value)) return value.text
  const { type } = planFields[field]
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej'
  if (type === 'day' && typeof value === 'string' && isDay(value)) return dayText(value)
  if (type === 'body' && typeof value === 'string') return names.get(value) ?? value
  return String(value)
}
