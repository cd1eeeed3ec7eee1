import { isDay } from '../values/day.ts'

/** A column of a sheet going out. The same title finds it again when the sheet comes back. */
export type Column<Row> = {
  key: string
  title: string
  kind: 'text' | 'number' | 'day' | 'flag'
  /** In signs. */
  width?: number
  value: (row: Row) => string | number | boolean | undefined
  /** What to write here, shown above the title. */
  note?: string
  /** The only values there are, offered as a list. */
  choices?: readonly string[]
  /** How Excel shows the numbers of the column, e.g. '#,##0.00'. */
  format?: string
}

/** A cell that Excel calculates by itself, and what it came to when it was written. `rowOf` gives the row of a line of the sheet, counted from 0. */
export type Living = { formula: (rowOf: (line: number) => number) => string; value: number }

export type CellOut = string | number | Date | Living | undefined

/** A sheet whose rows are already turned to values, so that sheets of different rows can stand in one workbook. */
export type Sheet = {
  name: string
  /** What the sheet is for, shown on top. */
  intro?: string
  columns: readonly Omit<Column<never>, 'value'>[]
  values: Iterable<CellOut[]>
}

/** A sheet of rows. */
export function sheet<Row>(of: { name: string; intro?: string; columns: readonly Column<Row>[]; rows: Iterable<Row> }): Sheet {
  const { rows, ...rest } = of
  return { ...rest, values: { [Symbol.iterator]: () => valuesOf(of.columns, rows) } }
}

function* valuesOf<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Generator<(string | number | Date | undefined)[]> {
  for (const row of rows) yield columns.map((column) => asCell(column, row))
}

function asCell<Row>(column: Column<Row>, row: Row): string | number | Date | undefined {
  const value = shownValue(column, row)
  return column.kind === 'day' && typeof value === 'string' && isDay(value) ? new Date(`${value}T00:00:00Z`) : value
}

/** What a person reads in the cell: a flag as ja or nej, a day as 2025-12-31; undefined where nothing is to be shown. */
export function shownValue<Row>(column: Column<Row>, row: Row): string | number | undefined {
  const value = column.value(row)
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  if (value === '' || (typeof value === 'number' && !Number.isFinite(value))) return undefined
  return value
}
