import { type Day, isDay } from '../values/day.ts'

/** A cell as it was read. `ref` names it as the user sees it: 'C17'. */
export type ReadCell = {
  ref: string
  /** What stands there, without blanks around it; a number with a comma, a date as 31-12-2025. */
  text: string
  value: string | number | boolean | Date | undefined
  /** Why the value cannot be used, as a Danish sentence. */
  error?: string
  /** The merged cells it is a part of: 'C17:C20'. */
  merged?: string
}

/** A row as it stands in the sheet, by column from 0. Cells that hold nothing are left out. */
export type RawRow = { number: number; cells: Map<number, ReadCell> }

/** 'AB' for 27. */
export function columnName(column: number): string {
  const before = Math.floor(column / 26) - 1
  return (before >= 0 ? columnName(before) : '') + String.fromCharCode(65 + (column % 26))
}

/** The column of 'AB17', from 0; -1 when it names no cell. */
export function columnOf(ref: string): number {
  let column = 0
  let at = 0
  for (let code = ref.charCodeAt(at); code >= 65 && code <= 90; code = ref.charCodeAt(++at)) column = column * 26 + code - 64
  return at > 0 && at < 4 ? column - 1 : -1
}

const errors: Record<string, string> = {
  '#REF!': 'den henviser til en celle, der ikke findes',
  '#DIV/0!': 'den deler med nul',
  '#VALUE!': 'den regner på noget, der ikke er et tal',
  '#NAME?': 'den bruger et navn, der ikke findes',
  '#N/A': 'værdien findes ikke',
  '#NUM!': 'tallet kan ikke regnes ud',
  '#NULL!': 'områderne har intet til fælles',
  '#SPILL!': 'der er ikke plads til resultatet',
  '#CALC!': 'den kan ikke regnes ud',
}

/** As Excel writes the same errors in Danish. */
const danish: Record<string, string> = {
  '#REFERENCE!': '#REF!',
  '#DIVISION/0!': '#DIV/0!',
  '#VÆRDI!': '#VALUE!',
  '#NAVN?': '#NAME?',
  '#I/T': '#N/A',
  '#NUL!': '#NULL!',
}

/** Why a text that Excel puts for a failed formula cannot be used; undefined when it is no such text. */
export function formulaError(text: string): string | undefined {
  if (!text.startsWith('#')) return undefined
  const why = errors[danish[text] ?? text]
  return why === undefined ? undefined : `Formlen giver fejlen ${text}: ${why}. Ret formlen, eller skriv værdien.`
}

export const notCalculated = 'Formlen er ikke regnet ud. Åbn filen i Excel, gem den, og prøv igen, eller skriv værdien.'

export function mergedError(range: string): string {
  return `Cellen er flettet sammen med ${range.split(':')[0]}. Ophæv fletningen af ${range}, og skriv værdien i hver celle.`
}

const two = (part: number) => String(part).padStart(2, '0')

/** A value as a Dane would write it in the cell. */
export function shown(value: ReadCell['value']): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  if (value === undefined || Number.isNaN(value.getTime())) return ''
  return `${two(value.getUTCDate())}-${two(value.getUTCMonth() + 1)}-${value.getUTCFullYear()}`
}

/** Dates between 1950 and 2100: a plain number outside is no date somebody forgot to format. */
const likelySerial = { from: 18_264, to: 73_051 }

/** The day a cell holds: a date, Excel's own number of one, '2025-12-31', '31-12-2025', '31.12.2025', '31/12/2025' or '31. december 2025'. */
export function dayFrom({ value }: Pick<ReadCell, 'value'>): Day | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10)
  if (typeof value === 'string') return dayFromText(value.trim())
  if (typeof value !== 'number' || value < likelySerial.from || value >= likelySerial.to) return undefined
  return new Date(Date.UTC(1899, 11, 30 + Math.floor(value))).toISOString().slice(0, 10)
}

const months = 'januar februar marts april maj juni juli august september oktober november december'.split(' ')

function dayFromText(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text)
  if (iso) return existing(iso[1], iso[2], iso[3])
  const danish = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?: 00[:.]00(?:[:.]00)?)?$/.exec(text)
  if (danish) return existing(danish[4], danish[3], danish[1])
  const spelled = /^(\d{1,2})\. ?([a-zæøå]+)\.? (\d{4})$/i.exec(text)
  const month = spelled?.[2]?.toLowerCase() ?? ''
  return spelled && month.length >= 3
    ? existing(spelled[3], String(months.findIndex((name) => name.startsWith(month)) + 1), spelled[1])
    : undefined
}

function existing(year = '', month = '', date = ''): Day | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

/** Yes or no as people write it: ja, nej, sand, falsk, x, 1, 0. Undefined when it says neither. */
export function flagFrom({ value }: Pick<ReadCell, 'value'>): boolean | undefined {
  if (typeof value === 'boolean') return value
  const text = String(value ?? '')
    .trim()
    .toLowerCase()
  if (['ja', 'j', 'sand', 'true', 'x', '✓', '1'].includes(text)) return true
  return ['nej', 'n', 'falsk', 'false', '0'].includes(text) ? false : undefined
}
