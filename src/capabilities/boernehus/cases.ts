import type { Day } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { ageOf } from '../offers/index.ts'

export const kinds = { actual: 'Sager', budget: 'Budget', forecast: 'Forventet' } as const
export type Kind = keyof typeof kinds

type Told = {
  source: string
  sourceDay: Day
  sourceUrl: string | undefined
  actorName: string
  example: boolean
  recordedAt: Date
}

/** Cases in a year: what happened, what was budgeted, what was expected; never mixed. Danish: sager. */
export type Figure = Told & {
  id: number
  kind: Kind
  year: number
  /** undefined: of the whole region. Of one municipality it can be a very small count of children. */
  municipalityCode: number | undefined
  municipality: string | undefined
  /** undefined: taken back, which is not 0. */
  cases: number | undefined
  /** Worked out from what the source says, and not written there. */
  derived: boolean
  note: string | undefined
}

export const outcomes = { unknown: 'Ikke oplyst', met: 'Nået', not_met: 'Ikke nået' } as const
export type Outcome = keyof typeof outcomes

/** What the tariff is to reach in a year; the newest row of a year holds. Danish: mål for taksten. */
export type Target = Told & { id: number; year: number; text: string; outcome: Outcome; note: string | undefined }

const keyOf = ({ kind, year, municipalityCode }: Pick<Figure, 'kind' | 'year' | 'municipalityCode'>): string =>
  `${kind}|${year}|${municipalityCode ?? ''}`

/** What holds: the newest row of each, those taken back left out; the oldest year first. */
export function standing(figures: readonly Figure[]): Figure[] {
  const newest = new Map([...figures].sort((a, b) => a.id - b.id).map((figure) => [keyOf(figure), figure]))
  return [...newest.values()].filter(({ cases }) => cases !== undefined).sort((a, b) => a.year - b.year)
}

export const replaced = (figures: readonly Figure[]): Figure[] => {
  const holds = new Set(standing(figures).map(({ id }) => id))
  return figures.filter(({ id }) => !holds.has(id)).sort((a, b) => b.id - a.id)
}

/** A year, or years on end of which nobody told: `year` to `until`. */
export type Year = { year: number; until: number } & Partial<Record<Kind, Figure>>

/** Every year from the first one told to the last one over; years on end that nobody told of are one row. The whole region only. */
export function yearsOf(figures: readonly Figure[], today: Day): Year[] {
  const own = standing(figures).filter(({ municipalityCode }) => municipalityCode === undefined)
  const first = own[0]?.year
  if (first === undefined) return []
  const last = Math.max(own.at(-1)?.year ?? first, Number(today.slice(0, 4)) - 1)
  const all = Array.from({ length: last - first + 1 }, (_, at): Year => {
    const year = first + at
    const of = (kind: Kind) => own.find((figure) => figure.year === year && figure.kind === kind)
    const [actual, budget, forecast] = [of('actual'), of('budget'), of('forecast')]
    return { year, until: year, ...(actual && { actual }), ...(budget && { budget }), ...(forecast && { forecast }) }
  })
  const rows: Year[] = []
  for (const year of all) {
    const before = rows.at(-1)
    if (before && isSilent(before) && isSilent(year)) before.until = year.until
    else rows.push(year)
  }
  return rows
}

const isSilent = ({ actual, budget, forecast }: Year): boolean => !actual && !budget && !forecast

/**
 * How far what happened lies from the budget, in whole percent of it; undefined when one of them is not told.
 * @example deviationOf({ actual: 262, budget: 190 }) // 38
 */
export function deviationOf({ actual, budget }: { actual: number | undefined; budget: number | undefined }): number | undefined {
  if (actual === undefined || budget === undefined || budget === 0) return undefined
  return Math.round(((actual - budget) / budget) * 100)
}

/** Is the newest year of which anything happened is told too long ago? */
export function isStale(figures: readonly Figure[], today: Day, months: number): boolean {
  const newest = standing(figures).findLast(({ kind, municipalityCode }) => kind === 'actual' && municipalityCode === undefined)
  return newest !== undefined && ageOf({ asOf: undefined, asOfDay: `${newest.year}-12-31` }, today, months).old
}

/** What happened in a year is known when the year is over. @throws Refusal at `year` */
export function mustBeOver({ kind, year }: Pick<Figure, 'kind' | 'year'>, today: Day): void {
  if (kind !== 'actual' || year < Number(today.slice(0, 4))) return
  throw new Refusal(
    'year',
    'not over',
    `${year} er ikke gået. Skriv tallet som »Forventet«, eller vent til året er omme. Intet er gemt.`,
  )
}

/** A correction says why, and taking back needs something to take back. @throws Refusal at `note` or `cases` */
export function mustBeNews(
  figures: readonly Figure[],
  written: Pick<Figure, 'kind' | 'year' | 'municipalityCode' | 'cases' | 'note'>,
): void {
  const now = standing(figures).find((figure) => keyOf(figure) === keyOf(written))
  if (written.cases === undefined && !now)
    throw new Refusal('cases', 'nothing there', 'Der står ikke noget tal at trække tilbage. Skriv tallet. Intet er gemt.')
  if (now?.cases === written.cases)
    throw new Refusal('cases', 'no change', `Tallet står der allerede for ${written.year}. Intet er gemt.`)
  if (now && written.note === undefined)
    throw new Refusal('note', 'why', 'Der står et andet tal i forvejen. Skriv, hvorfor det rettes. Intet er gemt.')
}
