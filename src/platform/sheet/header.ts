import { columnName, type RawRow, type ReadCell } from './cell.ts'

export type Header = {
  number: number
  /** Column from 0 and what stands over it. */
  cells: Map<number, ReadCell>
}

const SEARCHED = 10

/** A title as it is compared: lower case, single blanks, no star or colon at the end. */
export const titleKey = (title: string): string =>
  title
    .replace(/\s+/g, ' ')
    .replace(/[\s*:]+$/, '')
    .trim()
    .toLocaleLowerCase('da')

/**
 * The row of titles: among the first 10 rows of the sheet the one that holds most of the titles we know, or the first row of all
 * when we know none. Undefined when no row holds any.
 */
export function findHeader(rows: Iterable<RawRow>, titles: readonly string[] = []): Header | undefined {
  const known = new Set(titles.map(titleKey))
  let best: { row: RawRow; hits: number } | undefined
  for (const row of rows) {
    if (row.number > SEARCHED && known.size > 0) break
    const texts = new Set([...row.cells.values()].map((cell) => titleKey(cell.text)))
    const hits = known.size === 0 ? 1 : [...texts].filter((text) => known.has(text)).length
    if (hits > (best?.hits ?? 0)) best = { row, hits }
  }
  return best && { number: best.row.number, cells: titled(best.row) }
}

/** The titles. One that stands twice cannot name two columns: the second says so. */
function titled({ cells }: RawRow): Map<number, ReadCell> {
  const first = new Map<string, string>()
  const found = [...cells].filter(([, cell]) => cell.text !== '')
  return new Map(
    found.map(([column, cell]) => {
      const earlier = first.get(titleKey(cell.text))
      if (earlier === undefined) first.set(titleKey(cell.text), cell.ref)
      return [
        column,
        earlier === undefined
          ? cell
          : { ...cell, error: `Kolonnen »${cell.text}« står også i ${earlier}. Slet den ene, eller giv den et andet navn.` },
      ]
    }),
  )
}

/** The cells of a row by the title over them; a column without one, or with one that stands before, is left out. */
export function byTitle(row: RawRow, header: Header): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>()
  for (const [column, title] of header.cells) {
    if (title.error !== undefined) continue
    cells.set(
      titleKey(title.text),
      row.cells.get(column) ?? { ref: `${columnName(column)}${row.number}`, text: '', value: undefined },
    )
  }
  return cells
}
