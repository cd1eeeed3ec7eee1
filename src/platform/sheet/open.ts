import { setImmediate as breathe } from 'node:timers/promises'
import { openBook } from './book.ts'
import type { RawRow } from './cell.ts'
import { csvRows } from './csv.ts'
import { type SheetLimits, usualLimits } from './limits.ts'
import { kindOf } from './recognise.ts'
import { sheetRows } from './rows.ts'
import { survey } from './survey.ts'

/** A sheet that a person sees, its rows as they stand; `expected` is how many rows the file says there are. */
export type Source = { name: string; expected: number; open: () => AsyncIterable<RawRow> | Iterable<RawRow> }

/**
 * The sheets of a file before anything is known of their titles; a CSV file is one without a name.
 * @throws Refusal in Danish when the file is no sheet, is encrypted, damaged, or out of all proportion
 */
export async function openSheets(bytes: Uint8Array, some: Partial<SheetLimits> = {}): Promise<Source[]> {
  const limits = { ...usualLimits, ...some }
  return kindOf(bytes) === 'csv' ? [csvSource(bytes, limits)] : await workbookSources(bytes, limits)
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

/** The first rows that hold something, down to the row `most`. */
export async function firstRows(source: Source, most: number): Promise<RawRow[]> {
  const rows: RawRow[] = []
  for await (const row of source.open()) {
    rows.push(row)
    if (row.number >= most) break
  }
  return rows
}

const BREATH = 500

/** Rows below a row, with a pause now and then for whoever else waits, who is also told how far it is. */
export async function* breathing(source: Source, tell: (rows: number) => void, below = 0): AsyncGenerator<RawRow> {
  let rows = 0
  for await (const row of source.open()) {
    if (row.number <= below) continue
    if (rows > 0 && rows % BREATH === 0) {
      tell(rows)
      await breathe()
    }
    rows += 1
    yield row
  }
  tell(rows)
}
