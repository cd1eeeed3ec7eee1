import { setImmediate as breathe } from 'node:timers/promises'
import { openBook } from './sheet/book.ts'
import type { RawRow, ReadCell } from './sheet/cell.ts'
import { csvRows } from './sheet/csv.ts'
import { byTitle, findHeader, type Header } from './sheet/header.ts'
import { type SheetLimits, usualLimits } from './sheet/limits.ts'
import { kindOf } from './sheet/recognise.ts'
import { sheetRows } from './sheet/rows.ts'
import { survey } from './sheet/survey.ts'

export type { ReadCell } from './sheet/cell.ts'
export { dayFrom, flagFrom } from './sheet/cell.ts'
export type { Column, Sheet } from './sheet/column.ts'
export { sheet } from './sheet/column.ts'
export { writeCsv } from './sheet/csv.ts'
export { findHeader, titleKey } from './sheet/header.ts'
export type { SheetLimits } from './sheet/limits.ts'
export { numberFrom, numberIn } from './sheet/number.ts'
export type { Workbook } from './sheet/workbook.ts'
export { writeWorkbook } from './sheet/workbook.ts'

/** A row as the user's sheet numbers it, its cells by `titleKey` of their title. Titled cells that are empty are there too. */
export type ReadRow = { number: number; cells: Map<string, ReadCell> }

export type ReadSheet = {
  /** Empty for a CSV file. */
  name: string
  /** The row of titles, or undefined when no row holds a title we know; then there are no rows. */
  header: { number: number; cells: ReadCell[] } | undefined
  /** How many rows the file says there are: the whole of which `onProgress` tells a part. */
  expected: number
  /** Rows below the titles that hold something. May be gone through more than once. */
  rows: AsyncIterable<ReadRow>
}

export type ReadOptions = {
  /** Titles that may stand in the row of titles. Without them the first row is it. */
  titles?: readonly string[]
  limits?: Partial<SheetLimits>
  onProgress?: (read: { sheet: string; rows: number; expected: number }) => void
}

type Source = { name: string; expected: number; open: () => AsyncIterable<RawRow> | Iterable<RawRow> }

/**
 * The sheets of a file that a person sees, XLSX or CSV by its content. Refuses in Danish what is no sheet, is encrypted,
 * damaged, or out of all proportion. Rows are read while the file is unpacked, so a large file is never held unpacked.
 */
export async function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadSheet[]> {
  const limits = { ...usualLimits, ...options.limits }
  const sources = kindOf(bytes) === 'csv' ? [csvSource(bytes, limits)] : await workbookSources(bytes, limits)
  return Promise.all(sources.map((source) => readSheet(source, options)))
}

function csvSource(bytes: Uint8Array, limits: SheetLimits): Source {
  const newline = 10
  return {
    name: '',
    expected: bytes.reduce((count, byte) => (byte === newline ? count + 1 : count), 0),
    open: () => csvRows(bytes, limits),
  }
}

async function workbookSources(bytes: Uint8Array, limits: SheetLimits): Promise<Source[]> {
  const book = await openBook(bytes, limits)
  const sources: Source[] = []
  for (const { name, part } of book.sheets) {
    const surveyed = await survey(part)
    sources.push({ name, expected: surveyed.rows, open: () => sheetRows(book, { name, part, survey: surveyed }, limits) })
  }
  return sources
}

async function readSheet(source: Source, options: ReadOptions): Promise<ReadSheet> {
  const header = findHeader(await firstRows(source), options.titles)
  return {
    name: source.name,
    header: header && { number: header.number, cells: [...header.cells.values()] },
    expected: source.expected,
    rows: { [Symbol.asyncIterator]: () => rowsBelow(source, header, options) },
  }
}

const FIRST = 10

async function firstRows(source: Source): Promise<RawRow[]> {
  const rows: RawRow[] = []
  for await (const row of source.open()) {
    rows.push(row)
    if (rows.length >= FIRST || row.number >= FIRST) break
  }
  return rows
}

const BREATH = 500

async function* rowsBelow(source: Source, header: Header | undefined, { onProgress }: ReadOptions): AsyncGenerator<ReadRow> {
  if (header === undefined) return
  const tell = (rows: number) => onProgress?.({ sheet: source.name, rows, expected: source.expected })
  let rows = 0
  for await (const row of source.open()) {
    if (row.number <= header.number) continue
    if (rows > 0 && rows % BREATH === 0) {
      tell(rows)
      await breathe()
    }
    rows += 1
    yield { number: row.number, cells: byTitle(row, header) }
  }
  tell(rows)
}
