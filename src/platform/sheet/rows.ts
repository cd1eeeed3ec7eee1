import { serialToDate } from 'hucre'
import { type Book, excelText, isYes } from './book.ts'
import { columnName, columnOf, formulaError, mergedError, notCalculated, type RawRow, type ReadCell, shown } from './cell.ts'
import type { SheetLimits } from './limits.ts'
import { refused, tooLongText, tooManyColumns, tooManyRows } from './refused.ts'
import { type Merge, mergesDown, type Survey } from './survey.ts'
import { attribute, type Listener, xmlReader } from './xml.ts'
import { type Entry, unpack } from './zip.ts'

type RawSheet = { name: string; part: Entry; survey: Survey }

/** The rows of a sheet that hold something, one after the other, while the file is unpacked. */
export async function* sheetRows(book: Book, sheet: RawSheet, limits: SheetLimits): AsyncGenerator<RawRow> {
  const ready: RawRow[] = []
  const reader = xmlReader(rowListener(book, sheet, limits, (row) => ready.push(row)))
  const decoder = new TextDecoder()
  const touching = mergesDown(sheet.survey.merges)
  let count = 0
  for await (const piece of unpack(sheet.part)) {
    reader.read(decoder.decode(piece, { stream: true }))
    for (const row of ready.splice(0)) {
      if (++count > limits.rows) throw tooManyRows(sheet.name, limits.rows)
      yield withMerges(row, touching(row.number), limits)
    }
  }
}

type Cell = { column: number; type: string; style: number; formula: boolean; raw: string | undefined }

const LAST_ROW = 1_048_576

/** Gathers cells to rows as the XML goes by. */
function rowListener(book: Book, sheet: RawSheet, limits: SheetLimits, done: (row: RawRow) => void): Listener {
  let row: RawRow = { number: 0, cells: new Map() }
  let cell: Cell | undefined
  let column = -1
  let [listening, phonetic] = [false, false]

  const opensRow = (attributes: string) => {
    row = { number: Number(attribute(attributes, 'r') ?? row.number + 1), cells: new Map() }
    if (!(row.number >= 1 && row.number <= LAST_ROW)) throw refused('damaged')
    column = -1
  }
  const opensCell = (attributes: string) => {
    const ref = attribute(attributes, 'r')
    column = ref === undefined ? column + 1 : columnOf(ref)
    if (column < 0) throw refused('damaged')
    cell = {
      column,
      type: attribute(attributes, 't') ?? 'n',
      style: Number(attribute(attributes, 's') ?? 0),
      formula: false,
      raw: undefined,
    }
  }
  const closesCell = () => {
    const read = cell && readCell(cell, row.number, book)
    if (cell && read) {
      if (column >= limits.columns) throw tooManyColumns(sheet.name, limits.columns)
      row.cells.set(column, read)
    }
    cell = undefined
  }

  return {
    opens(name, attributes) {
      if (name === 'c') opensCell(attributes)
      else if (name === 'row') opensRow(attributes)
      else if (name === 'f' && cell) cell.formula = true
      else if (name === 'rPh') phonetic = true
      else if (name === 'v' || name === 't') listening = cell !== undefined && !phonetic
    },
    closes(name) {
      if (name === 'c') closesCell()
      else if (name === 'row' && row.cells.size > 0) done(row)
      else if (name === 'rPh') phonetic = false
      else if (name === 'v' || name === 't') listening = false
    },
    text(text) {
      if (!listening || !cell) return
      cell.raw = (cell.raw ?? '') + text
      if (cell.raw.length > limits.text) throw tooLongText(`${columnName(column)}${row.number}`, limits.text)
    },
  }
}

function readCell(cell: Cell, row: number, book: Book): ReadCell | undefined {
  const ref = `${columnName(cell.column)}${row}`
  if (cell.raw === undefined && cell.formula && cell.type !== 'str')
    return { ref, text: '', value: undefined, error: notCalculated }
  const value = cellValue(cell, book)
  if (value === undefined || value === '') return undefined
  const error = typeof value === 'string' ? formulaError(value) : undefined
  return error === undefined ? { ref, text: shown(value), value } : { ref, text: shown(value), value: undefined, error }
}

function cellValue({ type, raw, style }: Cell, book: Book): ReadCell['value'] {
  if (raw === undefined) return undefined
  if (type === 's') return book.texts[Number(raw)]
  if (type === 'b') return isYes(raw)
  if (type === 'd') return new Date(/[zZ]|[+-]\d\d:\d\d$/.test(raw) || !raw.includes('T') ? raw : `${raw}Z`)
  if (type === 'str' || type === 'inlineStr' || type === 'e') return excelText(raw)
  const number = Number(raw)
  if (raw.trim() === '' || Number.isNaN(number)) return undefined
  return book.dates[style] === true ? serialToDate(number, book.since1904) : number
}

/** The value of merged cells belongs to the first of them; the others say so. */
function withMerges(row: RawRow, merges: Merge[], limits: SheetLimits): RawRow {
  let covered = 0
  for (const merge of merges) {
    const right = Math.min(merge.right, limits.columns - 1)
    covered += right - merge.left + 1
    if (covered > limits.columns) throw refused('damaged')
    for (let column = merge.left; column <= right; column++) {
      const ref = `${columnName(column)}${row.number}`
      const first = row.number === merge.top && column === merge.left
      row.cells.set(
        column,
        first ? { ...(row.cells.get(column) ?? nothing(ref)), merged: merge.range } : coveredBy(merge.range, ref),
      )
    }
  }
  return row
}

const nothing = (ref: string): ReadCell => ({ ref, text: '', value: undefined })
const coveredBy = (range: string, ref: string): ReadCell => ({ ...nothing(ref), merged: range, error: mergedError(range) })
