import { type Cell, type CellStyle, type CellValue, colToLetter, type DataValidation, type WriteSheet, writeXlsx } from 'hucre'
import { Refusal } from '../values/refusal.ts'
import type { CellOut, Living, Sheet } from './column.ts'

export type Workbook = {
  title: string
  /** Shown on every sheet and every printed page, e.g. 'eksempeldata'. */
  mark?: string
  sheets: readonly Sheet[]
}

/** A workbook for Excel: titles that stay while scrolling, filters, lists to choose from, ready to print. */
export async function writeWorkbook(book: Workbook): Promise<Uint8Array> {
  return writeXlsx({
    properties: { title: book.title },
    defaultFont: { name: 'Calibri', size: 11 },
    sheets: book.sheets.map((sheet) => sheetOf(book, sheet)),
  })
}

const ink = { rgb: '0B4F8A' }
const looks = {
  title: { font: { bold: true, size: 15, color: ink }, numFmt: 'General' },
  intro: { font: { color: { rgb: '50575E' } }, numFmt: 'General' },
  mark: { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE9B8' } }, numFmt: 'General' },
  note: {
    font: { italic: true, size: 9, color: { rgb: '50575E' } },
    alignment: { wrapText: true, vertical: 'bottom' },
    numFmt: 'General',
  },
  head: {
    font: { bold: true, color: ink },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EAF0F6' } },
    border: { bottom: { style: 'medium', color: ink } },
    alignment: { wrapText: true, vertical: 'bottom' },
    numFmt: 'General',
  },
} satisfies Record<string, CellStyle>

type Line = { look: CellStyle; cells: (string | undefined)[] }

/** What stands above the rows; the last line is the titles. */
function linesAbove(book: Workbook, sheet: Sheet): Line[] {
  const lines: Line[] = [{ look: looks.title, cells: [book.title] }]
  if (sheet.intro !== undefined) lines.push({ look: looks.intro, cells: [sheet.intro] })
  if (book.mark !== undefined) lines.push({ look: looks.mark, cells: [book.mark] })
  if (sheet.columns.some((column) => column.note))
    lines.push({ look: looks.note, cells: sheet.columns.map((column) => column.note) })
  return [...lines, { look: looks.head, cells: sheet.columns.map((column) => column.title) }]
}

function sheetOf(book: Workbook, sheet: Sheet): WriteSheet {
  const lines = linesAbove(book, sheet)
  const rows: CellValue[][] = lines.map((line) => line.cells.map((text) => written(text)))
  const living = new Map<string, Partial<Cell>>()
  for (const values of sheet.values) {
    for (const [at, value] of values.entries())
      if (isLiving(value)) living.set(`${rows.length},${at}`, livingCell(value, lines.length, lookOf(sheet.columns[at])))
    rows.push(values.map((value) => written(isLiving(value) ? value.value : value)))
  }
  const last = `${colToLetter(sheet.columns.length - 1)}${rows.length}`
  return {
    name: sheet.name,
    columns: sheet.columns.map((column) => ({ width: column.width ?? usualWidth[column.kind], style: lookOf(column) })),
    rows,
    cells: new Map([...styled(lines), ...living]),
    freezePane: { rows: lines.length, columns: 1 },
    autoFilter: { range: `A${lines.length}:${last}` },
    dataValidations: choices(sheet, lines.length + 1, rows.length),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${lines.length}:$${lines.length}`,
    },
    headerFooter: {
      oddHeader: `&L${literal(book.title)}&R${literal(book.mark ?? '')}`,
      oddFooter: `&L${literal(sheet.name)}&RSide &P af &N`,
    },
  }
}

const isLiving = (value: CellOut): value is Living => typeof value === 'object' && 'formula' in value

const livingCell = ({ formula, value }: Living, above: number, style: CellStyle): Partial<Cell> => ({
  formula: formula((line) => above + 1 + line),
  formulaResult: value,
  value,
  style,
})

function lookOf(column: Sheet['columns'][number] | undefined): CellStyle {
  const look = columnLook[column?.kind ?? 'text']
  return column?.format === undefined ? look : { ...look, numFmt: column.format }
}

const literal = (text: string) => text.replaceAll('&', '&&')

const usualWidth = { text: 28, number: 12, day: 12, flag: 8 }

const columnLook: Record<Sheet['columns'][number]['kind'], CellStyle> = {
  text: { numFmt: '@', alignment: { vertical: 'top', wrapText: true } },
  flag: { numFmt: '@', alignment: { vertical: 'top' } },
  number: { alignment: { vertical: 'top' } },
  day: { numFmt: 'dd-mm-yyyy', alignment: { vertical: 'top' } },
}

function styled(lines: Line[]): Map<string, Partial<Cell>> {
  return new Map(
    lines.flatMap(({ look, cells }, row) =>
      cells.map((_, column): [string, Partial<Cell>] => [`${row},${column}`, { style: look }]),
    ),
  )
}

const LONGEST = 32_767

/** A value as the file holds it: '_x0041_' that somebody wrote must not be read as a code for 'A'. */
function written(value: string | number | Date | undefined): CellValue {
  if (typeof value !== 'string') return value ?? null
  if (value.length > LONGEST) {
    throw new Refusal(
      undefined,
      'sheet text too long',
      `En tekst er for lang til et regneark, der højst kan have 32.767 tegn i en celle: »${value.slice(0, 60)} …«`,
    )
  }
  return value.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

/** Rows that can be added below and still have their lists. */
const ROOM = 500
const LONGEST_LIST = 250

function choices(sheet: Sheet, from: number, to: number): DataValidation[] {
  return sheet.columns.flatMap((column, at) => {
    const values = column.kind === 'flag' ? ['ja', 'nej'] : [...(column.choices ?? [])]
    if (values.length === 0 || values.join(',').length > LONGEST_LIST || values.some((value) => value.includes(','))) return []
    const letter = colToLetter(at)
    return [
      {
        type: 'list',
        values,
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: 'Vælg fra listen',
        errorMessage: `Kolonnen »${column.title.slice(0, 60)}« kan kun have: ${values.join(', ')}`.slice(0, 220),
        range: `${letter}${from}:${letter}${to + ROOM}`,
      },
    ]
  })
}
