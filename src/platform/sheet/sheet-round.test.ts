import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  type Column,
  dayFrom,
  flagFrom,
  numberIn,
  type ReadRow,
  type ReadSheet,
  readWorkbook,
  sheet,
  writeCsv,
  writeWorkbook,
} from '../sheet.ts'

type Line = { key: string; amount: number | undefined; day: string | undefined; active: boolean; note: string }

const columns: Column<Line>[] = [
  { key: 'key', title: 'Nøgle', kind: 'text', value: (line) => line.key, note: 'Må ikke ændres' },
  { key: 'amount', title: 'Beløb (t.kr.)', kind: 'number', value: (line) => line.amount },
  { key: 'day', title: 'Dato', kind: 'day', value: (line) => line.day },
  { key: 'active', title: 'Aktiv', kind: 'flag', value: (line) => line.active },
  { key: 'note', title: 'Note', kind: 'text', value: (line) => line.note, choices: ['a', 'b'] },
]

const titles = columns.map((column) => column.title)

const line = fc.record<Line>({
  key: fc.integer({ min: 1, max: 999 }).map((number) => `KT${number}`),
  amount: fc.option(
    fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    ),
    { nil: undefined },
  ),
  day: fc.option(
    fc
      .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    { nil: undefined },
  ),
  active: fc.boolean(),
  note: fc
    .oneof(
      fc.constantFrom('_x0041_', 'a_x000D_', '_x005F_'),
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom(
          '=',
          '+',
          '-',
          '@',
          "'",
          '"',
          ';',
          ',',
          '\n',
          '\r',
          '\t',
          'æ',
          '1',
          ' ',
          '_',
          'x',
          '0',
          '4',
          '&',
          '<',
        ),
      }),
    )
    .filter((text) => text === '' || (text.trim() !== '' && !text.includes('\u0000')))
    .map((text) => text.replace(/^#/, '')),
})

const cell = (row: ReadRow, title: string) => {
  const found = row.cells.get(title)
  if (found === undefined) throw new Error(`no column ${title}`)
  return found
}

function lineFrom(row: ReadRow): Line {
  const amount = numberIn(cell(row, 'beløb (t.kr.)'))
  if (amount === 'ambiguous') throw new Error('ambiguous')
  return {
    key: cell(row, 'nøgle').text,
    amount,
    day: dayFrom(cell(row, 'dato')),
    active: flagFrom(cell(row, 'aktiv')) === true,
    note: String(cell(row, 'note').value ?? ''),
  }
}

async function linesOf(found: ReadSheet | undefined): Promise<Line[]> {
  const lines: Line[] = []
  for await (const row of found?.rows ?? []) lines.push(lineFrom(row))
  return lines
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const book = (rows: Line[]) =>
  writeWorkbook({
    title: 'Plan & mål',
    mark: 'eksempeldata',
    sheets: [sheet({ name: 'Plan', intro: 'Ret, og læs ind igen', columns, rows })],
  })

describe('what goes out comes back', () => {
  test('through a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
        const [read] = await readWorkbook(await book(lines), { titles })
        expect(await linesOf(read)).toEqual(lines)
      }),
    )
  })

  test('through CSV', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
        const [read] = await readWorkbook(utf8(writeCsv(columns, lines)), { titles })
        expect(await linesOf(read)).toEqual(lines)
      }),
    )
  })
})

const one: Line = { key: 'KT1', amount: 1234.5, day: '2025-12-31', active: true, note: '=SUM(A1:A9)' }

describe('a CSV file for Danish Excel', () => {
  test('has mark, semicolons, decimal comma and full lines', () => {
    expect(writeCsv(columns, [one])).toBe(
      "\uFEFFNøgle;Beløb (t.kr.);Dato;Aktiv;Note\r\nKT1;1234,5;2025-12-31;ja;'=SUM(A1:A9)\r\n",
    )
  })

  test.each(['=1', '+1', '-1', '@a', '\tx', "'=1"])('never lets the text »%s« become a formula', (note) => {
    expect(writeCsv(columns, [{ ...one, note }])).toContain(`;'${note}\r\n`)
  })

  test('leaves negative numbers as numbers', () => {
    expect(writeCsv(columns, [{ ...one, amount: -5 }])).toContain(';-5;')
  })
})

describe('a workbook for Excel', () => {
  const parts = async () => unzipSync(await book([one]))

  test('shows title, purpose, mark and guidance above the row of titles, which is found again', async () => {
    const [read] = await readWorkbook(await book([one]), { titles })
    expect(read?.header?.number).toBe(5)
    const [first] = await readWorkbook(await book([one]))
    expect(first?.header?.cells.map((cell) => cell.text)).toEqual(['Plan & mål'])
  })

  test('keeps the titles in sight on screen and on paper, and names itself', async () => {
    const files = await parts()
    const xml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(xml).toMatch(/<pane [^>]*ySplit="5"[^>]*state="frozen"/)
    expect(xml).toContain('<autoFilter ref="A5:E6"')
    expect(xml).toContain('Side &amp;P af &amp;N')
    expect(xml).toContain('Plan &amp;&amp; mål')
    expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())).toMatch(/_xlnm\.Print_Titles[^>]*>Plan!\$5:\$5</)
    expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).toContain('Plan &amp; mål')
  })

  test('offers the values that can be chosen, also in rows to come', async () => {
    const xml = strFromU8((await parts())['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(xml).toMatch(/<dataValidation [^>]*sqref="D6:D506"[^>]*>\s*<formula1>"ja,nej"/)
    expect(xml).toMatch(/<dataValidation [^>]*sqref="E6:E506"[^>]*>\s*<formula1>"a,b"/)
  })

  test('writes a text like a formula as text', async () => {
    const files = await parts()
    expect(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>')
    expect(strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('>=SUM(A1:A9)<')
  })

  test('refuses a text longer than a cell can hold rather than cutting it', async () => {
    await expect(book([{ ...one, note: 'x'.repeat(32_768) }])).rejects.toThrow('højst kan have 32.767 tegn')
  })

  test('holds sheets of different rows', async () => {
    const bytes = await writeWorkbook({
      title: 'To ark',
      sheets: [
        sheet({ name: 'Plan', columns, rows: [one] }),
        sheet<number>({
          name: 'Tal',
          columns: [{ key: 'n', title: 'Tal', kind: 'number', value: (number) => number }],
          rows: [1, 2],
        }),
      ],
    })
    const read = await readWorkbook(bytes, { titles: [...titles, 'Tal'] })
    expect(read.map((found) => found.name)).toEqual(['Plan', 'Tal'])
    const numbers: unknown[] = []
    for await (const row of read[1]?.rows ?? []) numbers.push(cell(row, 'tal').value)
    expect(numbers).toEqual([1, 2])
  })
})
