import { addDays, type Day } from '../../platform/values/day.ts'
import type { Item, Period, Plan } from '../plan/index.ts'
import { overlap, quarterAfter } from '../plan/index.ts'
import { decisionsOf, type Moment, momentOf } from './decision.ts'

/** One line of the timeline: an initiative with its phases, or the programme years of an area. */
export type Line = { item: Item; planned: Period | undefined; phases: Stretch[]; milestones: Moment[] }
type Stretch = { item: Item; period: Period; done: boolean }
export type Group = { item: Item; lines: Line[] }
export type Timeline = { quarters: Quarter[]; decisions: Moment[]; groups: Group[] }

/** A stretch of whole quarters. */
type Span = { from: Day; until: Day }
export type Quarter = Span & { year: number; quarter: number }

/** The quarters of a span, the first beginning with it. */
export function quartersOf({ from, until }: Span): Quarter[] {
  const quarters: Quarter[] = []
  for (let at = from; at < until; at = quarterAfter(at)) {
    quarters.push({
      from: at,
      until: quarterAfter(at),
      year: Number(at.slice(0, 4)),
      quarter: Math.floor(Number(at.slice(5, 7)) / 3 + 1),
    })
  }
  return quarters
}

/** The span of the strategy, quarter by quarter; undefined when no strategy was known yet. */
export function timelineOf(plan: Plan): Timeline | undefined {
  const span = plan.of('strategy').at(-1)?.period('period')
  if (!span) return undefined
  const { path, deadlines } = decisionsOf(plan)
  return {
    quarters: quartersOf(span),
    decisions: [...path, ...deadlines].filter(within(span)).sort(byDay),
    groups: groupsOf(plan, span),
  }
}

/** Initiatives by the principle, the focus area or the agreement they stand under. */
function groupsOf(plan: Plan, span: Span): Group[] {
  const initiatives = plan.of('initiative')
  return [...plan.of('principle'), ...plan.of('focus'), ...plan.of('agreement')]
    .map((item) => ({ item, lines: initiatives.filter((one) => homeOf(one) === item).map((one) => lineOf(one, plan.day, span)) }))
    .filter(({ lines }) => lines.length > 0)
}

const within =
  (span: Span) =>
  ({ day }: Moment): boolean =>
    day !== undefined && day >= span.from && day < span.until

const byDay = (a: Moment, b: Moment): number => ((a.day ?? '') < (b.day ?? '') ? -1 : 1)

/** The principle or focus area an initiative stands under, else whatever it stands under. */
export function homeOf(item: Item): Item | undefined {
  let at = item.parent
  while (at?.parent && at.kind !== 'principle' && at.kind !== 'focus') {
    if (at.kind === 'agreement') return at
    at = at.parent
  }
  return at
}

function lineOf(item: Item, day: Day, span: Span): Line {
  const planned = item.period('planned')
  const phases = item.parts('phase').flatMap((phase) => stretchOf(phase))
  return {
    item,
    planned: planned && overlap(planned, span) ? planned : undefined,
    phases: phases.filter(({ period }) => overlap(period, span)),
    milestones: item
      .parts('milestone')
      .map((milestone) => momentOf(milestone, day))
      .filter(within(span)),
  }
}

function stretchOf(item: Item): Stretch[] {
  const period = item.period('actual') ?? item.period('planned')
  const done = item.said('done')?.value
  if (period) return [{ item, period, done: done !== undefined || item.period('actual') !== undefined }]
  return typeof done === 'string' ? [{ item, period: { text: '', from: done, until: addDays(done, 1) }, done: true }] : []
}

export type Event = { item: Item; initiative: Item | undefined; when: string; phase: Moment['phase'] | 'running' }

/** What begins, or has its day, in a quarter: the timeline in words. */
export function eventsIn({ decisions, groups }: Timeline, quarter: Quarter): Event[] {
  const moments = [
    ...decisions.map((moment) => ({ moment, initiative: undefined })),
    ...groups.flatMap(({ lines }) =>
      lines.flatMap(({ item, milestones }) => milestones.map((moment) => ({ moment, initiative: item }))),
    ),
  ]
  const begun = groups.flatMap(({ lines }) =>
    lines.flatMap(({ item: initiative, phases }) =>
      phases
        .filter(({ period }) => period.from >= quarter.from && period.from < quarter.until)
        .map(({ item, period, done }): Event & { day: Day } => ({
          item,
          initiative,
          when: period.text,
          phase: done ? 'done' : 'running',
          day: period.from,
        })),
    ),
  )
  return [
    ...moments.filter(({ moment }) => within(quarter)(moment)).map(({ moment, initiative }) => ({ ...moment, initiative })),
    ...begun,
  ].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))
}
