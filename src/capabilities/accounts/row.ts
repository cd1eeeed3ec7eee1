import { RowReader } from '../../platform/incoming.ts'
import type { MappedRow } from '../../platform/mapping.ts'
import type { ReadCell } from '../../platform/sheet.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type Above, type Book, dayIn, lineOf, numberIn, oreIn, placeOf, textIn } from '../tariff-years/index.ts'
import { type AccountFigures, mustBeAccount } from '../tariffs/index.ts'
import { type Asked, figuresFrom } from './figures.ts'

export type { Above, Book } from '../tariff-years/index.ts'

/** A year of a place line as a workbook tells it; source and day are the row's own where it has them. */
export type NewYear = AccountFigures & {
  placeLineId: number
  label: string
  source: string | undefined
  sourceDay: string | undefined
  note: string | undefined
  reason: string | undefined
}
export type ReadYear = { number: number; ref: string; year: NewYear; name: string }

const money = ['revenue', 'costs', 'regulation', 'basis', 'budget'] as const
const figures = [...money, 'occupancy', 'days'] as const

const blank = (cell: ReadCell | undefined) => cell === undefined || (cell.error === undefined && cell.text === '')

/** A row with names and no figures: a heading above others, or a place nobody has told of yet. */
export const isHeading = ({ cells }: MappedRow): boolean => figures.every((key) => blank(cells.get(key)))

/** Percent; a share as 0,95 is what Excel holds behind 95 %. */
const percentOf = (number: number | undefined): number | undefined =>
  number !== undefined && number > 0 && number <= 1.5 ? Math.round(number * 1_000_000) / 10_000 : number

function numbersIn(reader: RowReader, book: Book): Partial<Record<Asked, number>> {
  const told: Partial<Record<Asked, number>> = {}
  for (const key of money) {
    const ore = oreIn(reader, key, book)
    if (ore !== undefined) told[key] = ore / 100
  }
  const occupancy = percentOf(numberIn(reader, 'occupancy', book))
  if (occupancy !== undefined) told.occupancy = occupancy
  const days = numberIn(reader, 'days', book)
  if (days !== undefined) told.days = days
  return told
}

/**
 * One year of a workbook.
 * @throws RowErrors with everything that is wrong in its cells
 */
export function readYear(row: MappedRow, book: Book, { above, today }: { above: Above; today: string }): ReadYear {
  const reader = new RowReader(row, (key) => key)
  const place = placeOf(reader, book, above)
  const placeLine = place && lineOf(place, textIn(reader, 'lineKind', 80), undefined)
  if (place && !placeLine)
    reader.wrong(
      book.columns.has('lineKind') ? 'lineKind' : 'unit',
      place.lines.length === 0
        ? 'Afdelingen har ingen pladser i Fælles. Skriv dem i registeret først.'
        : 'Afdelingen har flere slags pladser. Skriv i kolonnen »Pladstype«, hvilke regnskabet er for.',
    )
  const year = numberIn(reader, 'year', book)
  if (year !== undefined && year !== book.year)
    reader.wrong('year', `Rækken er for ${year}, men siden er for ${book.year}. Send den på siden for ${year}.`)
  const told = said(reader, () => {
    const figures = figuresFrom(numbersIn(reader, book))
    mustBeAccount({ year: book.year, ...figures }, today)
    return figures
  })
  const sourceDay = dayIn(reader, 'sourceDay')
  if (sourceDay !== undefined && sourceDay > today) reader.wrong('sourceDay', 'Kildens dato ligger efter i dag.')
  const words = {
    label: textIn(reader, 'label', 120),
    source: textIn(reader, 'source', 300) || undefined,
    note: textIn(reader, 'note', 500) || undefined,
    reason: textIn(reader, 'reason', 500) || undefined,
  }
  reader.mustBeRight()
  if (!told || !placeLine) throw new Error('a row without errors has no figures')
  const name = [place?.offerName, place?.unitName, words.label].filter(Boolean).join(', ')
  const ref = row.cells.values().next().value?.ref ?? `række ${row.number}`
  return { number: row.number, ref, year: { ...told, ...words, placeLineId: placeLine.id, sourceDay }, name }
}

/** What a rule refuses is told at the cell. */
function said<Value>(reader: RowReader, work: () => Value): Value | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return reader.wrong(error.field ?? 'revenue', error.message.replace(/ Intet er gemt\.$/, ''))
    throw error
  }
}
