import { streamCsvRows, writeCsv as write } from 'hucre/csv'
import { columnName, formulaError, type RawRow, type ReadCell } from './cell.ts'
import { type Column, shownValue } from './column.ts'
import type { SheetLimits } from './limits.ts'
import { danishNumber } from './number.ts'
import { refused, tooLongText, tooManyColumns, tooManyRows } from './refused.ts'

const formula = /^'*[=+\-@\t\r|]/

/** A text that Excel would take for a formula gets an apostrophe in front. */
const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text)

const unguarded = (text: string): string => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text)

/** Rows as CSV for Danish Excel: UTF-8 with mark, semicolons, decimal commas, and no text that becomes a formula. */
export function writeCsv<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): string {
  const lines = [columns.map((column) => guarded(column.title))]
  for (const row of rows) lines.push(columns.map((column) => csvText(column, row)))
  return `${write(lines, { delimiter: ';', bom: true })}\r\n`
}

function csvText<Row>(column: Column<Row>, row: Row): string {
  const value = shownValue(column, row)
  return typeof value === 'number' ? danishNumber(value) : guarded(value ?? '')
}

/** The rows of a CSV file that hold something, numbered as Excel numbers them. All values are texts. */
export function* csvRows(bytes: Uint8Array, limits: SheetLimits): Generator<RawRow> {
  const [text, separator] = withSeparator(decoded(bytes))
  let number = 0
  let filled = 0
  for (const fields of streamCsvRows(text, { delimiter: separator })) {
    number += 1
    const cells = new Map(fields.flatMap((field, column) => cellOf(String(field ?? ''), column, number, limits)))
    if (cells.size === 0) continue
    if (++filled > limits.rows) throw tooManyRows('', limits.rows)
    yield { number, cells }
  }
}

function cellOf(field: string, column: number, row: number, limits: SheetLimits): [number, ReadCell][] {
  if (field.trim() === '') return []
  const ref = `${columnName(column)}${row}`
  if (column >= limits.columns) throw tooManyColumns('', limits.columns)
  if (field.length > limits.text) throw tooLongText(ref, limits.text)
  const value = unguarded(field)
  const error = formulaError(value.trim())
  return [
    [column, error === undefined ? { ref, text: value.trim(), value } : { ref, text: value.trim(), value: undefined, error }],
  ]
}

/** UTF-8 with or without mark, UTF-16 with mark, and else what old Danish Excel writes. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return mustBeText(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof TypeError) return mustBeText(new TextDecoder('windows-1252').decode(bytes))
    throw error
  }
}

/** Pages, data and pictures are texts or bytes too, but no sheets. */
function mustBeText(text: string): string {
  if (/^\s*(<|\{|%PDF)/.test(text) || text.includes('\u0000')) throw refused('not a sheet')
  return text
}

const separators = [';', '\t', '|', ',']

/** What stands between the fields: as a first line 'sep=;' says, and else the likeliest sign in the first line that has any. */
function withSeparator(text: string): [string, string] {
  const told = /^sep=(.)\r?\n/.exec(text)
  if (told) return [text.slice(told[0].length), told[1] ?? ';']
  for (const line of text.slice(0, 20_000).split(/\r?\n/, 10)) {
    const bare = line.replace(/"[^"]*"/g, '')
    const found = separators.find((separator) => bare.includes(separator))
    if (found !== undefined) return [text, found]
  }
  return [text, ';']
}
