import { type Day, dayOf } from '../../platform/values/day.ts'
import { compare, type Exact } from '../../platform/values/exact.ts'
import { ownerships } from '../offers/index.ts'
import { assessment, type Case, isClosed, outcomes, unanswered } from './case.ts'

/** Half a year, by its number: 1 is January to June. Danish: halvår. */
export type HalfYear = { year: number; half: 1 | 2 }

export const halfYearOf = (day: Day): HalfYear => ({ year: Number(day.slice(0, 4)), half: day.slice(5, 7) <= '06' ? 1 : 2 })

/** '2026-1', as in addresses. undefined: the text is none. */
export function halfYearIn(text: string): HalfYear | undefined {
  const [, year, half] = /^(20\d{2})-([12])$/.exec(text) ?? []
  return year === undefined ? undefined : { year: Number(year), half: half === '1' ? 1 : 2 }
}

export const halfYearKey = ({ year, half }: HalfYear): string => `${year}-${half}`
export const halfYearText = ({ year, half }: HalfYear): string => `${half}. halvår ${year}`

/** The first day, and the first day after the last. */
export const daysOf = ({ year, half }: HalfYear): { from: Day; until: Day } =>
  half === 1 ? { from: `${year}-01-01`, until: `${year}-07-01` } : { from: `${year}-07-01`, until: `${year + 1}-01-01` }

export const before = ({ year, half }: HalfYear): HalfYear => (half === 1 ? { year: year - 1, half: 2 } : { year, half: 1 })

/** Is it over on that day, so that its list no longer changes? */
export const isOver = (halfYear: HalfYear, today: Day): boolean => today >= daysOf(halfYear).until

/** What was known when a day began: neither a case nor a step that was written later, whatever day it tells of. */
export const knownBefore = (all: readonly Case[], until: Day): Case[] =>
  all
    .filter(({ recordedAt }) => dayOf(recordedAt) < until)
    .map((one) => ({ ...one, steps: one.steps.filter(({ recordedAt }) => dayOf(recordedAt) < until) }))

/** What has been written in its cases since a half year was over. */
export type Since = { steps: number; cases: number; newest: Day | undefined }

export function sinceThen(all: readonly Case[], halfYear: HalfYear): Since {
  const { until } = daysOf(halfYear)
  const found = foundIn(all, halfYear).map((one) => ({
    isNew: dayOf(one.recordedAt) >= until,
    days: one.steps.map(({ recordedAt }) => dayOf(recordedAt)).filter((day) => day >= until),
  }))
  const days = found.flatMap((one) => one.days)
  return {
    steps: days.length,
    cases: found.filter(({ isNew, days: of }) => isNew || of.length > 0).length,
    newest: days.sort().at(-1),
  }
}

/** Every half year from one to another, the newest first. */
export function halfYearsBetween(first: HalfYear, last: HalfYear): HalfYear[] {
  const found: HalfYear[] = []
  for (let one = last; daysOf(one).from >= daysOf(first).from; one = before(one)) found.push(one)
  return found
}

/** From how many percent an increase counts as middle or large: two dated rules. */
export type Bands = { middle: Exact; large: Exact }

export type Group = { title: string; counts: { label: string; count: number }[] }

export type HalfYearList = {
  halfYear: HalfYear
  cases: Case[]
  groups: Group[]
  /** Operators who were asked and have not answered, whether the case is closed or not. */
  unanswered: Case[]
  open: number
  /** How many there were in the half year before. */
  before: number
}

/** The list the steering group gets twice a year; it makes itself from the cases found in the half year. */
export function halfYearList(all: readonly Case[], halfYear: HalfYear, bands: Bands): HalfYearList {
  const cases = foundIn(all, halfYear).sort((a, b) => compare(b.percent, a.percent))
  return {
    halfYear,
    cases,
    groups: [
      grouped('Ejerform', cases, ({ ownership }) => (ownership ? [ownerships[ownership]] : ['Ikke oplyst'])),
      grouped('Størrelse', cases, ({ percent }) => [bandText(percent, bands)]),
      grouped('Målgruppe', cases, ({ groups }) => (groups.length > 0 ? groups : ['Ikke oplyst'])),
      grouped('Vurdering', cases, (one) => [outcomeText(one)]),
    ],
    unanswered: cases.filter((one) => unanswered(one) !== undefined),
    open: cases.filter((one) => !isClosed(one)).length,
    before: foundIn(all, before(halfYear)).length,
  }
}

function foundIn(all: readonly Case[], halfYear: HalfYear): Case[] {
  const { from, until } = daysOf(halfYear)
  return all.filter(({ foundOn }) => foundOn >= from && foundOn < until)
}

function grouped(title: string, cases: readonly Case[], labelsOf: (one: Case) => string[]): Group {
  const counts = new Map<string, number>()
  for (const label of cases.flatMap(labelsOf)) counts.set(label, (counts.get(label) ?? 0) + 1)
  const rows = [...counts].map(([label, count]) => ({ label, count }))
  return { title, counts: rows.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'da')) }
}

const plain = ({ n, d }: Exact): string => String(Number(n) / Number(d)).replace('.', ',')

function bandText(percent: Exact, { middle, large }: Bands): string {
  if (compare(percent, large) >= 0) return `${plain(large)} procent eller mere`
  return compare(percent, middle) >= 0
    ? `fra ${plain(middle)} til under ${plain(large)} procent`
    : `under ${plain(middle)} procent`
}

export const outcomeText = (one: Pick<Case, 'steps'>): string => {
  const outcome = assessment(one)?.outcome
  return outcome ? outcomes[outcome] : 'Ikke vurderet endnu'
}
