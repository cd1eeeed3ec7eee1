import { type Day, dayText } from '../../platform/values/day.ts'
import { type Plan, planFields, valueText } from '../plan/index.ts'
import { reporters, stateText } from '../progress/index.ts'
import type { Snapshot } from '../snapshots/index.ts'
import type { FactChange, ReportChange } from './store/changes.ts'

/** Something that happened and that all may know: a line of the feed. Danish: ændring. */
export type Change = {
  /** The same for ever: 'status/17'. */
  id: string
  at: Date
  title: string
  text: string
  href: string
  /** A role, never a person. */
  author: string
  example: boolean
}

export const MOST_CHANGES = 100

const OFFICE = 'Rammeaftalesekretariatet'

export const reported = ({ id, at, party, slug, area, state, day, note, role, example, late }: ReportChange): Change => ({
  id: `status/${id}`,
  at,
  title: late ? `${party}: ${area} var »${stateText(state)}« ${dayText(day)}` : `${party}: ${area} er nu »${stateText(state)}«`,
  text: [`Status pr. ${dayText(day)}.`, late && 'Skrevet til historien: en melding for en senere dag gælder stadig.', note]
    .filter(Boolean)
    .join(' '),
  href: late ? `/plan/parter/${slug}/${area}` : `/plan/parter/${slug}#${area}`,
  author: role === 'secretariat' ? `${OFFICE} for ${party}` : `${party}, ${reporters[role]}`,
  example,
})

export const frozen = ({ slug, title, day, frozenAt, example }: Snapshot): Change => ({
  id: `oejebliksbillede/${slug}`,
  at: frozenAt,
  title: `Status er frosset: ${title}`,
  text: `Øjebliksbillede af alle parters status pr. ${dayText(day)}. Det kan ikke ændres.`,
  href: `/plan/status/${slug}`,
  author: OFFICE,
  example,
})

/** What was said of one thing at one time is one change, however many fields it touched. */
export function corrected(facts: readonly FactChange[], plan: Plan, names: ReadonlyMap<string, string>): Change[] {
  const together = new Map<string, FactChange[]>()
  for (const fact of facts) {
    const key = `${fact.key} ${fact.at.getTime()}`
    together.set(key, [...(together.get(key) ?? []), fact])
  }
  return [...together.values()].map((all) => correction(all, plan, names))
}

function correction(facts: readonly FactChange[], plan: Plan, names: ReadonlyMap<string, string>): Change {
  const [first] = facts as [FactChange, ...FactChange[]]
  const item = plan.withKey(first.key)
  const said = facts.filter(({ ended }) => !ended)
  const takenBack = facts.filter(({ ended, field }) => ended && !said.some((fact) => fact.field === field))
  const words = ({ field, value }: FactChange) => `${planFields[field].label}: ${valueText(field, value, names)}.`
  return {
    id: `plan/${Math.min(...facts.map(({ id }) => id))}-${first.at.getTime()}`,
    at: first.at,
    title: said.some(({ field }) => field === 'done')
      ? `Gennemført: ${item?.title ?? first.key}`
      : `Planen er rettet: ${item?.title ?? first.key}`,
    text: [...said.map(words), ...takenBack.map((fact) => `Gælder ikke mere: ${words(fact)}`)].join(' '),
    href: item?.href ?? `/plan/historik/${first.key}`,
    author: OFFICE,
    example: false,
  }
}

/** Milestones the sources tell are done, on the day they were done. */
export const accomplished = (plan: Plan, spoken: readonly FactChange[]): Change[] =>
  plan.of('milestone').flatMap((item) => {
    const done = item.text('done')
    if (done === undefined || spoken.some(({ key, field }) => key === item.key && field === 'done')) return []
    return {
      id: `milepael/${item.key}`,
      at: noon(done),
      title: `Gennemført: ${item.title}`,
      text: item.text('deliverable') ?? item.text('summary') ?? '',
      href: item.href,
      author: OFFICE,
      example: false,
    }
  })

const noon = (day: Day): Date => new Date(`${day}T12:00:00Z`)

export const newestFirst = (changes: readonly Change[]): Change[] =>
  [...changes].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)).slice(0, MOST_CHANGES)
