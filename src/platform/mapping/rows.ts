import { breathing, columnName, type ReadCell, type Source } from '../sheet.ts'
import type { Survey } from './survey.ts'

/** A row as its columns were said to be: its cells by field. `others` are of columns that are not read. */
export type MappedRow = { number: number; cells: Map<string, ReadCell>; others: ReadCell[] }

/** The rows below the titles. Cells merged downwards hold the same value in each row, since that is what people mean by it. */
export async function* mappedRows(
  source: Source,
  { to, columns }: Pick<Survey, 'to' | 'columns'>,
  tell: (rows: number) => void = () => {},
): AsyncGenerator<MappedRow> {
  const read = columns.flatMap(({ at, field }): [number, string][] => (field === undefined ? [] : [[at, field]]))
  const fields = new Set(read.map(([at]) => at))
  const merged = new Map<string, ReadCell>()
  for await (const row of breathing(source, tell, to)) {
    const cells = new Map(
      read.map(([at, field]): [string, ReadCell] => {
        const cell = row.cells.get(at) ?? { ref: `${columnName(at)}${row.number}`, text: '', value: undefined }
        return [field, cell.merged === undefined ? cell : unmerged(cell, merged)]
      }),
    )
    const others = [...row.cells].flatMap(([at, cell]) => (fields.has(at) ? [] : [cell]))
    if ([...cells.values()].some(({ text, error }) => text !== '' || error !== undefined))
      yield { number: row.number, cells, others }
  }
}

/** Only down one column: what is merged across would be a value in columns it was not written in. */
function unmerged(cell: ReadCell, seen: Map<string, ReadCell>): ReadCell {
  const [, left, right] = /^([A-Z]+)\d+:([A-Z]+)\d+$/.exec(cell.merged ?? '') ?? []
  if (left === undefined || left !== right || cell.merged === undefined) return cell
  if (cell.text !== '') seen.set(cell.merged, cell)
  const first = seen.get(cell.merged)
  return first ? { ref: cell.ref, text: first.text, value: first.value } : cell
}
