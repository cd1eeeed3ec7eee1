import { type Day, dayText, quarterOf } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { ageOf } from '../offers/index.ts'

export const measures = { offers: 'Antal tilbud', places: 'Pladser', occupancy: 'Belægning i procent' } as const
export type Measure = keyof typeof measures

/** A kind of national offer; one under another counts in its figures. Danish: slags lands- og landsdelsdækkende tilbud. */
export type Group = { key: string; label: string; parent: string | undefined; note: string | undefined }

type Told = {
  source: string
  sourceDay: Day
  sourceUrl: string | undefined
  actorName: string
  example: boolean
}

/** An offer of a group, known by name. Danish: lands- eller landsdelsdækkende tilbud. */
export type NationalOffer = Told & {
  id: number
  groupKey: string
  name: string
  region: string | undefined
  offerId: number | undefined
  validFrom: Day
  /** First day it is not any more. */
  validUntil: Day | undefined
  note: string | undefined
}

/** A year, or a quarter of one. */
type Span = { year: number; quarter: number | undefined }

/** What somebody told of a group, or of one of its offers; the newest of a span holds. Danish: tal. */
export type Figure = Told &
  Span & {
    id: number
    groupKey: string
    /** undefined: of the whole group. */
    nationalOfferId: number | undefined
    measure: Measure
    /** undefined: what was told before is taken back; which is not 0. */
    value: number | undefined
    note: string | undefined
    recordedAt: Date
  }

/** Does the capacity fit the need? Danish: årlig konklusion. */
export type Conclusion = Told & {
  id: number
  year: number
  text: string
  /** undefined: the source does not say. */
  decidedBy: string | undefined
  decidedOn: Day | undefined
  recordedAt: Date
}

export const spanText = ({ year, quarter }: Span): string =>
  quarter === undefined ? String(year) : `${quarter}. kvartal ${year}`

/** The last day of a span. */
export function lastDayOf({ year, quarter = 4 }: Span): Day {
  const ends = ['03-31', '06-30', '09-30', '12-31']
  return `${year}-${ends[quarter - 1] ?? '12-31'}`
}

/** The middle of a span in years, for a picture. */
export const middleOf = ({ year, quarter }: Span): number => year + (quarter === undefined ? 0.5 : (quarter - 0.5) / 4)

const keyOf = ({ groupKey, nationalOfferId, measure, year, quarter }: Figure): string =>
  [groupKey, nationalOfferId ?? '', measure, year, quarter ?? ''].join('|')

/** What holds: the newest row of each span, those that were taken back left out; the oldest span first. */
export function standing(figures: readonly Figure[]): Figure[] {
  const newest = new Map([...figures].sort((a, b) => a.id - b.id).map((figure) => [keyOf(figure), figure]))
  return [...newest.values()].filter(({ value }) => value !== undefined).sort((a, b) => middleOf(a) - middleOf(b))
}

/** Rows that a newer one has taken the place of, the newest first. */
export function replaced(figures: readonly Figure[]): Figure[] {
  const holds = new Set(standing(figures).map(({ id }) => id))
  return figures.filter(({ id }) => !holds.has(id)).sort((a, b) => b.id - a.id)
}

/** Figures of one group or offer, in one measure. */
export type Line = { groupKey: string; nationalOfferId: number | undefined; figures: Figure[] }

export function linesOf(figures: readonly Figure[], measure: Measure): Line[] {
  const own = standing(figures).filter((figure) => figure.measure === measure)
  const keys = [...new Set(own.map(({ groupKey, nationalOfferId }) => `${groupKey}|${nationalOfferId ?? ''}`))]
  return keys.map((key) => {
    const of = own.filter(({ groupKey, nationalOfferId }) => `${groupKey}|${nationalOfferId ?? ''}` === key)
    return { groupKey: of[0]?.groupKey ?? '', nationalOfferId: of[0]?.nationalOfferId, figures: of }
  })
}

/** A span with its figure, or years for which nothing was told. */
export type Row = { figure: Figure } | { from: number; to: number }

/**
 * A line's figures with the years between them, and up to last year, for which none was told.
 * @example 2016 told, today in 2026: [{ figure }, { from: 2017, to: 2025 }]
 */
export function rowsOf({ figures }: Line, today: Day): Row[] {
  const lastYear = Number(today.slice(0, 4)) - 1
  const rows: Row[] = []
  let next = figures[0]?.year ?? lastYear + 1
  for (const figure of figures) {
    if (figure.year > next) rows.push({ from: next, to: figure.year - 1 })
    rows.push({ figure })
    next = figure.year + 1
  }
  return next <= lastYear ? [...rows, { from: next, to: lastYear }] : rows
}

/** Is the newest figure of a line older than the rule allows? */
export const isStale = ({ figures }: Line, today: Day, months: number): boolean => {
  const newest = figures.at(-1)
  return newest === undefined || ageOf({ asOf: undefined, asOfDay: lastDayOf(newest) }, today, months).old
}

/** An occupancy is known when its span is over; a count when it has begun. @throws Refusal at `year` */
export function mustBeKnown({ year, quarter }: Span, measure: Measure, today: Day): void {
  const now = quarterOf(today)
  const begun = year < now.year || (year === now.year && (quarter ?? 1) <= now.quarter)
  if (measure === 'occupancy' ? lastDayOf({ year, quarter }) < today : begun) return
  const text = spanText({ year, quarter })
  throw new Refusal(
    'year',
    'ahead',
    measure === 'occupancy'
      ? `${text} slutter først ${dayText(lastDayOf({ year, quarter }))}. Skriv belægningen, når tiden er gået. Intet er gemt.`
      : `${text} er ikke begyndt. Intet er gemt.`,
  )
}

const HIGHEST: Record<Measure, number> = { offers: 1000, places: 10_000, occupancy: 200 }

/**
 * The number a person wrote; undefined when the field was left empty.
 * @throws Refusal at `value` when it is no number the measure can have
 * @example valueIn('97,5', 'occupancy') // 97.5
 */
export function valueIn(written: string | undefined, measure: Measure): number | undefined {
  if (written === undefined) return undefined
  const value = /^\d{1,5}([.,]\d{1,2})?$/.test(written) ? Number(written.replace(',', '.')) : Number.NaN
  const fits = value <= HIGHEST[measure] && (measure === 'occupancy' || Number.isInteger(value))
  if (fits) return value
  throw new Refusal(
    'value',
    'no number',
    measure === 'occupancy'
      ? `Skriv en procent fra 0 til ${HIGHEST.occupancy}, fx 97,5. Intet er gemt.`
      : `Skriv et helt tal fra 0 til ${HIGHEST[measure]}. Intet er gemt.`,
  )
}

/** A correction says why, and taking back needs something to take back. @throws Refusal at `note` or `value` */
export function mustBeNews(figures: readonly Figure[], written: Omit<Figure, 'id' | keyof Told | 'recordedAt'>): void {
  const key = keyOf(written as Figure)
  const now = standing(figures).find((figure) => keyOf(figure) === key)
  if (written.value === undefined && !now)
    throw new Refusal('value', 'nothing there', 'Der står ikke noget tal at trække tilbage. Skriv tallet. Intet er gemt.')
  if (now?.value === written.value)
    throw new Refusal('value', 'no change', `Tallet står der allerede for ${spanText(written)}. Intet er gemt.`)
  if (now && written.note === undefined)
    throw new Refusal('note', 'why', 'Der står et andet tal i forvejen. Skriv, hvorfor det rettes. Intet er gemt.')
}

type Of = { groupKey: string; nationalOfferId: number | undefined }
type Known = { groups: readonly Group[]; offers: readonly NationalOffer[] }

/** What a figure is of, as people say it. */
export const nameOf = ({ groupKey, nationalOfferId }: Of, { groups, offers }: Known): string =>
  offers.find(({ id }) => id === nationalOfferId)?.name ?? groups.find(({ key }) => key === groupKey)?.label ?? groupKey
