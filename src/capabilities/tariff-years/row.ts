import { RowReader } from '../../platform/incoming.ts'
import { amountIn, type MappedRow, plainTitle, type Survey } from '../../platform/mapping.ts'
import { dayFrom, flagFrom, type ReadCell } from '../../platform/sheet.ts'
import { CPR_SENTENCE, looksLikeCpr } from '../../platform/values/cpr.ts'
import { addDays } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type PlaceKind, type PriceUnit, placeKinds } from '../offers/index.ts'
import { costKindKeys } from '../tariffs/index.ts'
import type { Costs, SheetLine } from './line.ts'
import { mustBeInYear, mustBeMeant, mustBeWithin, namesIn } from './line-input.ts'
import type { Place } from './store/lines.ts'

type Column = Survey['columns'][number]

/** What a workbook is read by; `places` are the operator's own. */
export type Book = { year: number; columns: ReadonlyMap<string, Column>; places: readonly Place[]; sheetName: string }

/** What stands above a row and holds for it until something else is written: the offer and the unit. */
export type Above = { offer: string; unit: string }

export type ReadLine = { number: number; line: Omit<SheetLine, 'id'>; name: string; totalOre: number | undefined }

const TOTAL = /^(i\s?alt|sum|subtotal|total|hovedtotal|samlet|ialt)\b|\bi\s?alt:?$/i
const NOTHING = /^[-–—.]+$/

const texts = ['portal', 'offer', 'unit', 'service', 'level'] as const

/** A row that only sums up others. */
export const isTotal = ({ cells, others }: MappedRow): boolean =>
  [...texts.map((key) => cells.get(key)), ...others].some((cell) => cell !== undefined && TOTAL.test(cell.text))

const moneyKeys = ['amount', 'net', 'regulation', ...costKindKeys.map((kind) => `cost-${kind}`)]

const blank = (cell: ReadCell | undefined) =>
  cell === undefined || (cell.error === undefined && (cell.text === '' || NOTHING.test(cell.text)))

/** A row with names and no figures: a heading above others. */
export const isHeading = ({ cells }: MappedRow): boolean => moneyKeys.every((key) => blank(cells.get(key)))

/** Kroner in a cell of a column, in øre; undefined when it is empty or is no amount, which is then told. */
export function oreIn(reader: RowReader, key: string, { columns }: Pick<Book, 'columns'>): number | undefined {
  const cell = reader.cell(key)
  if (cell.error !== undefined) return reader.wrong(key, cell.error)
  if (blank(cell)) return undefined
  const kroner = amountIn(cell, columns.get(key))
  if (kroner === undefined || !Number.isFinite(kroner))
    return reader.wrong(key, `»${cell.text.slice(0, 40)}« er ikke et beløb. Skriv et tal, fx 2.530,50.`)
  return Math.round(kroner * 100)
}

export function numberIn(reader: RowReader, key: string, { columns }: Book): number | undefined {
  const cell = reader.cell(key)
  if (cell.error !== undefined) return reader.wrong(key, cell.error)
  if (blank(cell)) return undefined
  const number = amountIn(cell, { notation: columns.get(key)?.notation ?? 'comma' })
  return number ?? reader.wrong(key, `»${cell.text.slice(0, 40)}« er ikke et tal.`)
}

export function textIn(reader: RowReader, key: string, most: number): string {
  const text = reader.text(key) ?? ''
  if (looksLikeCpr(text)) reader.wrong(key, CPR_SENTENCE)
  if (text.length > most) reader.wrong(key, `Teksten er for lang: højst ${most} tegn.`)
  return text.replace(/\s+/g, ' ')
}

export function dayIn(reader: RowReader, key: string): string | undefined {
  const cell = reader.cell(key)
  if (cell.error !== undefined) return reader.wrong(key, cell.error)
  if (cell.text === '') return undefined
  return dayFrom(cell) ?? reader.wrong(key, `»${cell.text.slice(0, 40)}« er ikke en dato. Skriv fx 01-01-2027.`)
}

const units: readonly [RegExp, PriceUnit][] = [
  [/d[øo]gn/i, 'full_day'],
  [/time/i, 'hour'],
  [/m[åa]ned|\bmd\b/i, 'month'],
  [/forl[øo]b/i, 'course'],
  [/\bdag/i, 'day'],
  [/[åa]r/i, 'year'],
]
const unitIn = (text: string): PriceUnit | undefined => units.find(([word]) => word.test(text))?.[1]
const usualUnit: Record<PlaceKind, PriceUnit> = { residential: 'full_day', respite: 'full_day', day: 'day', ambulant: 'hour' }

const named = (a: string, b: string) => plainTitle(a) === plainTitle(b)

/** The unit a row is of: by its number, else by its offer and its own name. */
export function placeOf(reader: RowReader, { places, sheetName, columns }: Book, above: Above): Place | undefined {
  const portal = (reader.text('portal') ?? '').replace(/\s/g, '')
  if (portal !== '') {
    const found =
      places.find((one) => one.portalId === portal || one.pNumber === portal) ??
      places.find((one) => one.offerPortalId === portal)
    return found ?? reader.wrong('portal', `»${portal.slice(0, 20)}« er ikke en af driftsherrens afdelinger i Fælles.`)
  }
  const key = columns.has('offer') ? 'offer' : 'unit'
  const offer = above.offer || (columns.has('offer') ? '' : sheetName)
  const ofOffer = offer === '' ? places : places.filter((one) => named(one.offerName, offer))
  const pool = ofOffer.length > 0 ? ofOffer : places.filter((one) => named(one.unitName, offer))
  if (pool.length === 0 && (columns.has('offer') || !places.some((one) => named(one.unitName, above.unit))))
    return reader.wrong(
      key,
      `»${(offer || above.unit).slice(0, 60)}« er ikke et af driftsherrens tilbud i Fælles. Skriv navnet, som det står i Fælles.`,
    )
  const among = pool.length > 0 ? pool : places
  const byUnit = above.unit === '' ? among : among.filter((one) => named(one.unitName, above.unit))
  const [only, ...more] = byUnit.length > 0 ? byUnit : among.filter((one) => named(one.offerName, above.unit))
  if (!only)
    return reader.wrong('unit', `»${above.unit.slice(0, 60)}« er ikke en afdeling af tilbuddet. Der er: ${namesOf(among)}.`)
  if (more.length === 0) return only
  const whole = byUnit.find((one) => named(one.unitName, 'Hele tilbuddet') || named(one.unitName, one.offerName))
  return (
    whole ??
    reader.wrong(columns.has('unit') ? 'unit' : key, `Tilbuddet har flere afdelinger: ${namesOf(byUnit)}. Skriv, hvilken det er.`)
  )
}

const namesOf = (places: readonly Place[]) =>
  places
    .slice(0, 8)
    .map(({ unitName }) => `»${unitName}«`)
    .join(', ')

/** The places a tariff is of, where the unit has only one kind, or the row says which. */
export function lineOf(place: Place, kindText: string, per: PriceUnit | undefined): Place['lines'][number] | undefined {
  if (place.lines.length === 1) return place.lines[0]
  const bySaid = place.lines.filter(
    ({ kind, label }) => kindText !== '' && ((kind && named(placeKinds[kind], kindText)) || named(label, kindText)),
  )
  const byUnit = place.lines.filter(({ kind }) => kind !== undefined && usualUnit[kind] === per)
  return bySaid.length === 1 ? bySaid[0] : byUnit.length === 1 ? byUnit[0] : undefined
}

/**
 * One tariff of a workbook.
 * @throws RowErrors with everything that is wrong in its cells
 */
export function readLine(row: MappedRow, book: Book, above: Above): ReadLine {
  const reader = new RowReader(row, (key) => key)
  const place = placeOf(reader, book, above)
  const perText = textIn(reader, 'per', 40)
  const said = perText === '' ? unitIn(book.columns.get('amount')?.title ?? '') : unitIn(perText)
  if (perText !== '' && said === undefined)
    reader.wrong('per', `»${perText}« er ikke en enhed. Skriv døgn, dag, time, måned, år eller forløb.`)
  const placeLine = place && lineOf(place, textIn(reader, 'lineKind', 80), said)
  const costs: Costs = {}
  for (const kind of costKindKeys) {
    const ore = told(reader, `cost-${kind}`, () => mustBeMeant('', oreIn(reader, `cost-${kind}`, book)))
    if (ore !== undefined) costs[kind] = ore
  }
  const counts = {
    places: numberIn(reader, 'places', book),
    days: numberIn(reader, 'days', book),
    occupancy: percentIn(reader, book),
  }
  for (const key of ['places', 'days', 'occupancy'] as const)
    told(reader, key, () => mustBeWithin({ places: undefined, days: undefined, occupancy: undefined, [key]: counts[key] }))
  const year = numberIn(reader, 'year', book)
  if (year !== undefined && year !== book.year)
    reader.wrong('year', `Rækken er for ${year}, men skemaet er for ${book.year}. Send den i skemaet for ${year}.`)
  const validTo = dayIn(reader, 'validTo')
  const period = {
    validFrom: dayIn(reader, 'validFrom') ?? `${book.year}-01-01`,
    validUntil: validTo === undefined ? `${book.year + 1}-01-01` : addDays(validTo, 1),
  }
  told(reader, 'validFrom', () => mustBeInYear(period, book.year))
  const amountOre = told(reader, 'amount', () => mustBeMeant('', oreIn(reader, 'amount', book)))
  const line = {
    unitId: place?.unitId ?? 0,
    placeLineId: placeLine?.id,
    service: textIn(reader, 'service', 80),
    level: textIn(reader, 'level', 80),
    addOn: flagFrom(reader.cell('addOn')) ?? false,
    per: said ?? (placeLine?.kind ? usualUnit[placeLine.kind] : 'full_day'),
    places: counts.places,
    occupancy: counts.occupancy === undefined ? undefined : counts.occupancy / 100,
    days: counts.days,
    amountOre: amountOre === 0 ? undefined : amountOre,
    netOre: told(reader, 'net', () => mustBeMeant('', oreIn(reader, 'net', book))),
    costs,
    regulationOre: told(reader, 'regulation', () => mustBeMeant('', oreIn(reader, 'regulation', book), { negative: true })),
    ...period,
    was: namesIn(textIn(reader, 'was', 600)),
    note: textIn(reader, 'note', 500) || undefined,
    explanation: textIn(reader, 'explanation', 500) || undefined,
  }
  const totalOre = oreIn(reader, 'total', book)
  reader.mustBeRight()
  const name = [place?.offerName, place?.unitName, line.service, line.level].filter(Boolean).join(', ')
  return { number: row.number, line, name, totalOre }
}

/** Percent; a share as 0,95 is what Excel holds behind 95 %. */
function percentIn(reader: RowReader, book: Book): number | undefined {
  const number = numberIn(reader, 'occupancy', book)
  if (number === undefined) return undefined
  return number > 0 && number <= 1.5 ? Math.round(number * 1_000_000) / 10_000 : number
}

/** What a rule refuses is told at the cell. */
function told<Value>(reader: RowReader, key: string, work: () => Value): Value | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return reader.wrong(key, error.message)
    throw error
  }
}
