import { type Day, dayText } from '../../platform/values/day.ts'
import type { Item, Plan, PlanKind } from '../plan/index.ts'

/** Whether a milestone is over: done, past without anybody saying that it was done, within its planned time, or still to come. */
export type Moment = { item: Item; day: Day | undefined; when: string; phase: 'done' | 'unsaid' | 'now' | 'ahead' }

/** A milestone, a phase or another thing with a day, as it stood on a day. */
export function momentOf(item: Item, today: Day): Moment {
  const done = item.said('done')?.value
  const actual = item.period('actual')
  const planned = item.period('planned')
  if (typeof done === 'string') return { item, day: done, when: dayText(done), phase: 'done' }
  if (actual) return { item, day: actual.from, when: actual.text, phase: 'done' }
  const phase = !planned || today < planned.from ? 'ahead' : today < planned.until ? 'now' : 'unsaid'
  return { item, day: planned?.from, when: planned?.text ?? '', phase }
}

const inPlan: readonly PlanKind[] = ['agreement', 'strategy', 'principle', 'focus']

/** Does a decision lead, by itself or through others, to something the plan stands on? */
function leadsToPlan(milestone: Item, seen = new Set<number>()): boolean {
  if (seen.has(milestone.id)) return false
  seen.add(milestone.id)
  return milestone.to('result').some((next) => inPlan.includes(next.kind) || leadsToPlan(next, seen))
}

export type Decisions = { path: Moment[]; deadlines: Moment[]; earlier: Moment[] }

/** The agreement that is newest by its period: the one in force, or the one on its way. */
export const newestAgreement = (plan: Plan): Item | undefined =>
  plan.of('agreement').reduce<Item | undefined>((a, b) => (a && startOf(a) >= startOf(b) ? a : b), undefined)

const startOf = (agreement: Item): Day => agreement.period('period')?.from ?? ''

/**
 * Milestones that belong to no initiative, by what they are: the path of decisions to the newest agreement, what is told and
 * due under it, and the path to earlier agreements.
 */
export function decisionsOf(plan: Plan): Decisions {
  const newest = newestAgreement(plan)
  const moments = plan
    .of('milestone')
    .filter(({ parent }) => parent?.kind !== 'initiative')
    .map((item) => momentOf(item, plan.day))
    .sort((a, b) => ((a.day ?? '9999') < (b.day ?? '9999') ? -1 : 1))
  const [current, earlier] = parted(moments, ({ item }) => newest !== undefined && within(item, newest))
  const [path, deadlines] = parted(current, ({ item }) => leadsToPlan(item))
  return { path, deadlines, earlier }
}

const within = (item: Item, whole: Item): boolean => item === whole || (item.parent !== undefined && within(item.parent, whole))

const parted = <T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] => [
  all.filter(belongs),
  all.filter((one) => !belongs(one)),
]
