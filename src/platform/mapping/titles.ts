import { columnName, type RawRow, type ReadCell } from '../sheet.ts'
import { type FoundColumn, plainTitle } from './field.ts'
import { groupsOf, isNumeric, spans } from './groups.ts'

/** The titles of a sheet: one row of them, or two where the upper groups the lower. Danish: overskrifter. */
export type Titles = { from: number; to: number; columns: FoundColumn[] }

export const SEARCHED = 30
const SAMPLES = 3

/**
 * Finds the row of titles among the first rows of any workbook: below title lines, with merged cells, in one row or two. A row is
 * likelier the more of its texts are words that titles have (`known`), and less likely the more numbers it holds. `at`: the
 * lowest row of titles, when a person has said it. Undefined when the rows hold no text at all.
 */
export function findTitles(first: readonly RawRow[], known: readonly string[], at?: number): Titles | undefined {
  const rank = ranking(known)
  const top = at === undefined ? best(first, rank) : first.find(({ number }) => number === at)
  if (!top) return undefined
  const after = at === undefined ? first.find(({ number }) => number === top.number + 1) : undefined
  if (after && continues(top, after)) return titled(first, top, after)
  const before = first.find(({ number }) => number === top.number - 1)
  return before && heads(before, top) ? titled(first, before, top) : titled(first, undefined, top)
}

type Ranking = (row: RawRow) => number
const FEW = 80

function ranking(known: readonly string[]): Ranking {
  const whole = new Set(known.map(plainTitle))
  const words = new Set([...whole].flatMap((title) => title.split(' ')))
  const worth = (cell: ReadCell): number => {
    if (isNumeric(cell)) return -0.5
    const title = plainTitle(cell.text)
    if (title === '' || title.length > FEW) return 0
    if (whole.has(title)) return 1
    return title.split(' ').every((word) => words.has(word)) ? 0.6 : 0.15
  }
  return ({ cells }) =>
    [...new Map([...cells.values()].map((cell) => [cell.text, cell])).values()].reduce((sum, cell) => sum + worth(cell), 0)
}

function best(rows: readonly RawRow[], rank: Ranking): RawRow | undefined {
  let found: { row: RawRow; rank: number } | undefined
  for (const row of rows) {
    const own = rank(row)
    if (row.number <= SEARCHED && own > (found?.rank ?? 0)) found = { row, rank: own }
  }
  return found?.row
}

const texts = ({ cells }: RawRow) => [...cells.values()].filter(({ text }) => text !== '')

/** Does the row below go on with the titles? It has no numbers, and something in the upper row is merged across or down to it. */
const continues = (upper: RawRow, lower: RawRow): boolean =>
  !texts(lower).some(isNumeric) && spans(upper).some(({ wide, bottom }) => wide || bottom > upper.number)

/** Does the row above group the titles? It is no title line, which is one text, or one that goes all the way across. */
function heads(upper: RawRow, lower: RawRow): boolean {
  const written = texts(upper)
  if (written.length === 0 || written.some(isNumeric)) return false
  const width = texts(lower).length
  const across = spans(upper)
  if (across.some(({ columns }) => columns > 1 && columns * 5 >= width * 4)) return false
  return across.length > 0 || (written.length > 1 && written.every(({ text }) => text.length < FEW))
}

function titled(first: readonly RawRow[], upper: RawRow | undefined, lower: RawRow): Titles {
  const below = first.filter(({ number }) => number > lower.number)
  const used = new Set([
    ...lower.cells.keys(),
    ...(upper?.cells.keys() ?? []),
    ...below.flatMap(({ cells }) => [...cells.keys()]),
  ])
  const groups = upper ? groupsOf(upper, lower) : () => ''
  const seen = new Map<string, number>()
  const columns = [...used]
    .sort((a, b) => a - b)
    .flatMap((at): FoundColumn[] => {
      const own = lower.cells.get(at)?.text ?? ''
      const samples = below.flatMap(({ cells }) => cells.get(at)?.text || []).slice(0, SAMPLES)
      const title = [...new Set([groups(at), own].filter(Boolean))].join(': ')
      if (title === '' && samples.length === 0) return []
      return [{ at, letter: columnName(at), title: once(title || `Kolonne ${columnName(at)}`, seen), samples }]
    })
  return { from: upper?.number ?? lower.number, to: lower.number, columns }
}

function once(title: string, seen: Map<string, number>): string {
  const clean = title.replace(/\s+/g, ' ').slice(0, 120)
  const before = seen.get(plainTitle(clean)) ?? 0
  seen.set(plainTitle(clean), before + 1)
  return before === 0 ? clean : `${clean} (${before + 1})`
}
