import type { ReadCell } from './cell.ts'

/**
 * The number a text says, written the Danish or the English way. Undefined when it is no number, and 'ambiguous' when the
 * two ways read it differently.
 * @example numberFrom('1.234,5') // 1234.5
 * @example numberFrom('1,234.5') // 1234.5
 * @example numberFrom('1234,5')  // 1234.5
 * @example numberFrom('1.234')   // 'ambiguous': 1234 in Danish, 1.234 in English
 */
export function numberFrom(text: string): number | undefined | 'ambiguous' {
  if (text.length > LONGEST) return undefined
  const parts = /^([-+−]?)([\d.,\s]*\d[\d.,]*)(?:e([-+]?\d{1,3}))?$/i.exec(text.trim())
  if (parts === null) return undefined
  const [, sign, digits = '', power] = parts
  const plain = withPoint(digits, power !== undefined)
  if (plain === undefined || plain === 'ambiguous') return plain
  const number = Number(`${plain}e${power ?? 0}`)
  return Number.isFinite(number) ? (sign === '' || sign === '+' ? number : -number) : undefined
}

const LONGEST = 60

/** The digits with a point for the decimals and nothing between thousands. */
function withPoint(digits: string, scientific: boolean): string | undefined | 'ambiguous' {
  const joined = /\s/.test(digits) ? withoutSpaces(digits) : digits
  if (joined === undefined) return undefined
  const signs = [...new Set(joined.replace(/\d/g, ''))]
  const [first, second] = signs
  if (first === undefined) return joined
  if (signs.length === 1) return oneKind(joined, first, scientific)
  if (second === undefined || joined.split(second).length > 2) return undefined
  const [whole = '', decimals = ''] = joined.split(second)
  return isGrouped(whole, first) && decimals !== '' ? `${whole.replaceAll(first, '')}.${decimals}` : undefined
}

const withoutSpaces = (digits: string) =>
  /^\d{1,3}(\s\d{3})+([.,]\d+)?$/.test(digits) ? digits.replace(/\s/g, '').replace(',', '.') : undefined

function oneKind(digits: string, sign: string, scientific: boolean): string | undefined | 'ambiguous' {
  const [whole = '', decimals = '', ...more] = digits.split(sign)
  if (more.length > 0) return isGrouped(digits, sign) && !scientific ? digits.replaceAll(sign, '') : undefined
  if (whole === '' || decimals === '') return undefined
  return isGrouped(digits, sign) && !scientific ? 'ambiguous' : `${whole}.${decimals}`
}

/** Thousands set apart the way people do: 1 to 3 digits, then threes; never a zero in front. */
const isGrouped = (digits: string, sign: string) => new RegExp(`^[1-9]\\d{0,2}(\\${sign}\\d{3})+$`).test(digits)

/** The number a cell holds, as number or as text. */
export const numberIn = (cell: Pick<ReadCell, 'value'>): number | undefined | 'ambiguous' =>
  typeof cell.value === 'number' ? cell.value : typeof cell.value === 'string' ? numberFrom(cell.value) : undefined

/** A number as Danish Excel writes it, and as `numberFrom` reads it back: a fourth decimal keeps '1,2340' from meaning 1234. */
export function danishNumber(number: number): string {
  const text = String(number).replace('.', ',')
  return numberFrom(text) === 'ambiguous' ? `${text}0` : text
}
