import { readXlsx, writeXlsx } from 'hucre'

/** What somebody writes in cells, sheet by sheet: `{ Status: { D8: 'I gang' } }`. An empty text empties the cell. */
export type Edits = Record<string, Record<string, string | number>>

/** A workbook with some cells written over, as Excel would save it: values stay, our looks do not matter. */
export async function edited(bytes: Uint8Array, edits: Edits): Promise<Uint8Array> {
  const book = await readXlsx(bytes)
  const sheets = book.sheets.map(({ name, rows }) => {
    for (const [ref, value] of Object.entries(edits[name] ?? {})) {
      const { row, column } = placeOf(ref)
      while (rows.length <= row) rows.push([])
      const cells = rows[row] ?? []
      while (cells.length <= column) cells.push(null)
      cells[column] = value === '' ? null : value
    }
    return { name, rows }
  })
  return writeXlsx({ sheets })
}

const placeOf = (ref: string): { row: number; column: number } => {
  const [, letters = 'A', number = '1'] = /^([A-Z]+)(\d+)$/.exec(ref) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(number) - 1, column }
}

/** Where a row of a sheet is, whose titles hold `mark`: the number of the first row whose cells begin with these texts, and a cell in it by its title. */
export async function finder(
  bytes: Uint8Array,
  sheet: string,
  mark = 'Nr.',
): Promise<(starts: readonly string[], title: string) => string> {
  const rows = (await readXlsx(bytes)).sheets.find(({ name }) => name === sheet)?.rows ?? []
  const head = rows.findIndex((row) => row.filter((cell) => typeof cell === 'string').length > 6 && row.includes(mark))
  return (starts, title) => {
    const at = rows.findIndex((row, number) => number > head && starts.every((text) => row.includes(text)))
    const column = rows[head]?.indexOf(title) ?? -1
    if (at < 0 || column < 0) throw new Error(`no ${title} in a row with ${starts.join(', ')}`)
    return `${String.fromCharCode(65 + column)}${at + 1}`
  }
}
