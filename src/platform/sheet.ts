import type { ReadCell } from './sheet/cell.ts'
import { byTitle, findHeader, type Header } from './sheet/header.ts'
import type { SheetLimits } from './sheet/limits.ts'
import { breathing, firstRows, openSheets, type Source } from './sheet/open.ts'

export type { RawRow, ReadCell } from './sheet/cell.ts'
export { columnName, dayFrom, flagFrom } from './sheet/cell.ts'
export type { CellOut, Column, Living, Sheet } from './sheet/column.ts'
export { sheet } from './sheet/column.ts'
export { writeCsv } from './sheet/csv.ts'
export { csvFile, jsonFile, XLSX, xlsxFile } from './sheet/file.ts'
export { findHeader, titleKey } from './sheet/header.ts'
export type { SheetLimits } from './sheet/limits.ts'
export { danishNumber, numberFrom, numberIn } from './sheet/number.ts'
export { breathing, firstRows, openSheets, type Source } from './sheet/open.ts'
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

/**
 * The sheets of a file that a person sees, XLSX or CSV by its content. Refuses in Danish what is no sheet, is encrypted,
 * damaged, or out of all proportion. Rows are read while the file is unpacked, so a large file is never held unpacked.
 */
export async function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadSheet[]> {
  return Promise.all((await openSheets(bytes, options.limits)).map((source) => readSheet(source, options)))
}

async function readSheet(source: Source, options: ReadOptions): Promise<ReadSheet> {
  const header = findHeader(await firstRows(source, FIRST), options.titles)
  return {
    name: source.name,
    header: header && { number: header.number, cells: [...header.cells.values()] },
    expected: source.expected,
    rows: { [Symbol.asyncIterator]: () => rowsBelow(source, header, options) },
  }
}

const FIRST = 10

async function* rowsBelow(source: Source, header: Header | undefined, { onProgress }: ReadOptions): AsyncGenerator<ReadRow> {
  if (header === undefined) return
  const tell = (rows: number) => onProgress?.({ sheet: source.name, rows, expected: source.expected })
  for await (const row of breathing(source, tell, header.number)) yield { number: row.number, cells: byTitle(row, header) }
}
