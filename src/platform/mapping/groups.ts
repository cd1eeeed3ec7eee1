import { numberFrom, type RawRow, type ReadCell } from '../sheet.ts'

/** A number or a date, which no title is; a year may be one. */
export function isNumeric({ value, text }: Pick<ReadCell, 'value' | 'text'>): boolean {
  if (value instanceof Date || typeof value === 'boolean') return true
  const number = typeof value === 'number' ? value : numberFrom(text)
  return number !== undefined && !(typeof number === 'number' && Number.isInteger(number) && number >= 1990 && number <= 2100)
}

type Span = { columns: number; wide: boolean; bottom: number }

/** Merged cells that begin in the row. */
export const spans = ({ cells }: RawRow): Span[] =>
  [...cells.values()].flatMap(({ merged, text }) => {
    const range = merged === undefined || text === '' ? undefined : rangeOf(merged)
    return range ? [{ columns: range.right - range.left + 1, wide: range.right > range.left, bottom: range.bottom }] : []
  })

const rangeOf = (range: string): { left: number; right: number; bottom: number } | undefined => {
  const [, from = '', to = '', bottom = ''] = /^([A-Z]+)\d+:([A-Z]+)(\d+)$/.exec(range) ?? []
  return from === '' ? undefined : { left: letters(from), right: letters(to), bottom: Number(bottom) }
}

const letters = (name: string): number => [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/**
 * What the upper row of titles says over each column: what is merged across it, what stands there alone, or, where nothing is
 * merged, the last text to the left of a lower title.
 */
export function groupsOf(upper: RawRow, lower: RawRow): (at: number) => string {
  const merged = [...upper.cells.values()].filter((cell) => cell.merged !== undefined && cell.text !== '')
  const texts = new Map(merged.map((cell) => [cell.merged, cell.text]))
  const filled = texts.size === 0 ? toTheRight(upper) : () => ''
  return (at) => {
    const cell = upper.cells.get(at)
    if (cell && cell.text !== '') return cell.text
    if (cell?.merged !== undefined) return texts.get(cell.merged) ?? ''
    return lower.cells.get(at)?.text ? filled(at) : ''
  }
}

function toTheRight({ cells }: RawRow): (at: number) => string {
  const written = [...cells].filter(([, { text }]) => text !== '').sort(([a], [b]) => b - a)
  return (at) => written.find(([from]) => from <= at)?.[1].text ?? ''
}
