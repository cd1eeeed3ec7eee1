import type { Item, Plan } from '../plan/index.ts'

/** What the plan itself does not say of an initiative. Danish: hul i planen. */
export type PlanGap = { item: Item; missing: ('responsible' | 'dates')[] }

export const gapTexts = { responsible: 'Ingen ansvarlig', dates: 'Ingen datoer' } as const

const hasDates = (item: Item): boolean => item.period('planned') !== undefined || item.period('period') !== undefined

/** Initiatives without a responsible body, or without any date of their own or of a phase. */
export const gapsOf = (plan: Plan): PlanGap[] =>
  plan.of('initiative').flatMap((item) => {
    const missing: PlanGap['missing'] = []
    if (item.texts('responsible').length === 0) missing.push('responsible')
    if (!hasDates(item) && !item.children.some(hasDates)) missing.push('dates')
    return missing.length > 0 ? [{ item, missing }] : []
  })
