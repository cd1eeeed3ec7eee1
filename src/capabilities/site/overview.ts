import { addDays, type Day } from '../../platform/values/day.ts'
import type { Party } from '../parties/index.ts'
import { type Item, lastDay, type Period, type Plan } from '../plan/index.ts'
import { type Matrix, type Moved, partyTally, type State, stateCounts, stateKeys } from '../progress/index.ts'

/** How far all are, counted in fields: one party's report for one action area. Danish: så langt er vi. */
export type Reach = {
  parties: { reported: number; of: number }
  fields: { reported: number; of: number }
  /** In the order people read them; `none` is what nobody has reported, and is counted like the others. */
  states: { state: State | 'none'; count: number }[]
  example: boolean
}

export function reachOf(matrix: Matrix): Reach {
  const fields = matrix.columns.length * matrix.areas.length
  const counts = stateCounts(matrix)
  return {
    parties: partyTally(matrix),
    fields: { reported: fields - (counts.get('none') ?? 0), of: fields },
    states: [...stateKeys, 'none' as const].flatMap((state) => {
      const count = counts.get(state) ?? 0
      return count > 0 ? [{ state, count }] : []
    }),
    example: matrix.columns.some(({ standings }) => standings.some(({ example }) => example)),
  }
}

/** The members that said something last, the newest first: many in one day is still one party's news. */
export const lastMoved = (moved: readonly Moved[], { columns }: Matrix, count: number): Moved[] =>
  moved
    .filter(({ partyId }) => columns.some(({ party }) => party.id === partyId))
    .sort((a, b) => b.saidAt.getTime() - a.saidAt.getTime())
    .slice(0, count)

/** Something with a date that has not passed. `day` is when it begins, or ends when it has begun. */
export type Ahead = { title: string; of: string | undefined; href: string; when: string; day: Day; begun: boolean }

/** What the plan says is under way or to come, the nearest first. */
export function aheadOf(plan: Plan, parties: readonly Party[], today: Day): Ahead[] {
  const steps = [...plan.of('milestone'), ...plan.of('phase')].flatMap((item) => stepAhead(item, today))
  return [...steps, ...successions(parties, today), ...endings(plan, today)].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  )
}

const isDone = (item: Item): boolean => item.said('done') !== undefined || item.period('actual') !== undefined

function stepAhead(item: Item, today: Day): Ahead[] {
  const planned = item.period('planned')
  if (!planned || planned.until <= today || isDone(item)) return []
  const begun = planned.from <= today
  return [
    {
      title: item.title,
      of: item.parent?.title,
      href: item.href,
      when: planned.text,
      day: begun ? lastDay(planned) : planned.from,
      begun,
    },
  ]
}

const successions = (parties: readonly Party[], today: Day): Ahead[] =>
  parties.flatMap(({ id, name, slug, validFrom }) => {
    const old = parties.find(({ successorId }) => successorId === id)
    if (!old || !validFrom || validFrom <= today) return []
    const title = `${name} træder i stedet for ${old.name}`
    return [{ title, of: undefined, href: `/plan/parter/${slug}`, when: '', day: validFrom, begun: false }]
  })

const endings = (plan: Plan, today: Day): Ahead[] =>
  plan.of('agreement').flatMap((item) => {
    const period: Period | undefined = item.period('period')
    if (!period || period.until <= today || period.from > today) return []
    return [
      { title: `${item.title} slutter`, of: undefined, href: item.href, when: '', day: addDays(period.until, -1), begun: false },
    ]
  })

/** Dates that have passed without the plan saying whether it happened. */
export const passedUnsaid = (plan: Plan, today: Day): number =>
  [...plan.of('milestone'), ...plan.of('phase')].filter((item) => {
    const planned = item.period('planned')
    return planned !== undefined && planned.until <= today && !isDone(item)
  }).length

/** The agreement in force on a day, or else the newest. */
export const agreementOn = (plan: Plan, today: Day): Item | undefined => {
  const agreements = plan.of('agreement')
  const inForce = agreements.find((item) => {
    const period = item.period('period')
    return period !== undefined && period.from <= today && today < period.until
  })
  return inForce ?? agreements.reduce<Item | undefined>((a, b) => (a && startOf(a) >= startOf(b) ? a : b), undefined)
}

const startOf = (item: Item): Day => item.period('period')?.from ?? ''
