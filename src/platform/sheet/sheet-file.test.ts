import { strToU8, type Zippable, zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { dayFrom, numberIn, type ReadOptions, type ReadRow, type ReadSheet, readWorkbook } from '../sheet.ts'
import { columnName } from './cell.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const links = (...of: string[]) =>
  `<Relationships>${of.map((kind, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${kind.split(' ')[0]}" Target="${kind.split(' ')[1]}"/>`).join('')}</Relationships>`

/** The smallest workbook there is, with a sheet as given. */
const parts = (rows: string, after = ''): Zippable => ({
  '_rels/.rels': strToU8(links('officeDocument xl/workbook.xml')),
  'xl/workbook.xml': strToU8(
    `<x:workbook xmlns:x="${main}" xmlns:r="${relations}"><x:sheets><x:sheet name="Mål &amp; midler" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    links('worksheet worksheets/sheet1.xml', 'styles /xl/styles.xml', 'sharedStrings sharedStrings.xml'),
  ),
  'xl/styles.xml': strToU8(
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="171" formatCode="#,##0.00\\ &quot;kr. pr. dag&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="171"/></cellXfs></styleSheet>',
  ),
  'xl/sharedStrings.xml': strToU8(
    '<sst><si><t>Nøgle</t></si><si><r><t>Be</t></r><r><t xml:space="preserve">løb </t></r><rPh><t>x</t></rPh></si><si/></sst>',
  ),
  'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`),
})

const titles = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
const book = (rows: string, after = '') => zipSync(parts(titles + rows, after))
const read = (bytes: Uint8Array, options: ReadOptions = {}) =>
  readWorkbook(bytes, { titles: ['Nøgle', 'Beløb', 'Dato'], ...options })

async function rowsOf(sheets: ReadSheet[]): Promise<ReadRow[]> {
  const rows: ReadRow[] = []
  for (const sheet of sheets) for await (const row of sheet.rows) rows.push(row)
  return rows
}

const amounts = async (cells: string, after = '') =>
  (await rowsOf(await read(book(cells, after)))).map((row) => row.cells.get('beløb'))
const amount = async (cell: string) => (await amounts(`<row r="2"><c r="A2"><v>1</v></c>${cell}</row>`))[0]

describe('a cell', () => {
  test('is named as the user sees it', async () => {
    expect(await amount('<c r="B2"><v>17.5</v></c>')).toEqual({ ref: 'B2', text: '17,5', value: 17.5 })
    expect(await amount('')).toEqual({ ref: 'B2', text: '', value: undefined })
  })

  test('needs not say where it stands', async () => {
    const [row] = await rowsOf(
      await read(zipSync(parts('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c/><c><v>5</v></c></row>'))),
    )
    expect(row?.number).toBe(2)
    expect(row?.cells.get('beløb')).toMatchObject({ ref: 'B2', value: 5 })
  })

  test('with a formula has the value Excel kept for it', async () => {
    expect(await amount('<c r="B2"><f>A2*2</f><v>2</v></c>')).toMatchObject({ value: 2 })
    expect(await amount('<c r="B2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>')).toMatchObject({ value: 'ab' })
  })

  test('with a formula nobody calculated says so', async () => {
    const cell = await amount('<c r="B2"><f>A2*2</f></c>')
    expect(cell).toMatchObject({ ref: 'B2', value: undefined })
    expect(cell?.error).toContain('Formlen er ikke regnet ud')
  })

  test.each(['#REF!', '#DIV/0!', '#VALUE!', '#N/A', '#NAME?'])('with %s has an error and no value', async (error) => {
    const cell = await amount(`<c r="B2" t="e"><f>1/0</f><v>${error}</v></c>`)
    expect(cell?.value).toBeUndefined()
    expect(cell?.error).toContain(`Formlen giver fejlen ${error}`)
  })

  test('is a date when it is shown as one, and no date when kr. pr. dag is', async () => {
    expect(dayFrom((await amount('<c r="B2" s="1"><v>46022</v></c>')) ?? { value: undefined })).toBe('2025-12-31')
    expect(await amount('<c r="B2" s="2"><v>46022.99</v></c>')).toMatchObject({ text: '31-12-2025' })
    expect(await amount('<c r="B2" s="3"><v>46022</v></c>')).toMatchObject({ value: 46_022 })
  })

  test('can hold Danish and English numbers side by side', async () => {
    const texts = ['1.234,5', '1,234.5', '1234.5']
    const cells = await amounts(
      texts.map((text, at) => `<row r="${at + 2}"><c r="B${at + 2}" t="inlineStr"><is><t>${text}</t></is></c></row>`).join(''),
    )
    expect(cells.map((cell) => cell && numberIn(cell))).toEqual([1234.5, 1234.5, 1234.5])
  })

  test('keeps its text whole across entities, CDATA, runs and comments', async () => {
    expect(
      await amount(
        '<!-- > --><c r="B2" t="inlineStr"><is><r><t>a&lt;&#230;</t></r><r><t><![CDATA[<b> &]]>_x000D_</t></r></is></c>',
      ),
    ).toMatchObject({ value: 'a<æ<b> &\r' })
  })

  test('merged with others has its value in the first; the others say which it is', async () => {
    const cells = await amounts(
      '<row r="2"><c r="B2"><v>5</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>',
      '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>',
    )
    expect(cells[0]).toMatchObject({ value: 5, merged: 'B2:B3' })
    expect(cells[0]?.error).toBeUndefined()
    expect(cells[1]).toEqual({
      ref: 'B3',
      text: '',
      value: undefined,
      merged: 'B2:B3',
      error: 'Cellen er flettet sammen med B2. Ophæv fletningen af B2:B3, og skriv værdien i hver celle.',
    })
  })
})

describe('the row of titles', () => {
  test('is found below a heading, and rows keep the numbers of the sheet', async () => {
    const csv = 'Rapport\r\nÅr;2025\r\n\r\n NØGLE ;Beløb*;Andet\r\n\r\nKT1;5;x\r\n'
    const [sheet] = await read(strToU8(csv))
    expect(sheet?.header?.number).toBe(4)
    expect(
      (await rowsOf(sheet ? [sheet] : [])).map((row) => [row.number, row.cells.get('nøgle')?.ref, row.cells.get('andet')?.text]),
    ).toEqual([[6, 'A6', 'x']])
  })

  test('that knows none of our titles gives no rows, so that a wrong sheet is seen at once', async () => {
    const [sheet] = await read(strToU8('Navn;Alder\r\nx;1\r\n'))
    expect(sheet?.header).toBeUndefined()
    expect(await rowsOf(sheet ? [sheet] : [])).toEqual([])
  })

  test('with a title twice uses the first and says so at the second', async () => {
    const [sheet] = await read(strToU8('Nøgle;Beløb;Beløb\r\nKT1;1;2\r\n'))
    expect(sheet?.header?.cells[2]?.error).toContain('»Beløb« står også i B1')
    expect((await rowsOf(sheet ? [sheet] : []))[0]?.cells.get('beløb')?.text).toBe('1')
  })
})

describe('a CSV file', () => {
  const first = async (bytes: Uint8Array) => (await rowsOf(await read(bytes)))[0]?.cells.get('beløb')?.text

  test.each([
    ['semicolons', 'Nøgle;Beløb\n1;2,5\n', '2,5'],
    ['commas', 'Nøgle,Beløb\n1,"2,5"\n', '2,5'],
    ['tabs', 'Nøgle\tBeløb\n1\t2,5\n', '2,5'],
    ['what its first line says', 'sep=|\nNøgle|Beløb\n1|a;b\n', 'a;b'],
    ['a text of many lines', 'Nøgle;Beløb\n1;"a;\n""b"""\n', 'a;\n"b"'],
  ])('with %s is read', async (_, csv, text) => {
    expect(await first(strToU8(csv))).toBe(text)
  })

  test('is read in the letters of old Danish Excel and in UTF-16', async () => {
    expect(await first(Buffer.from('Nøgle;Beløb\n1;æøå', 'latin1'))).toBe('æøå')
    expect(await first(Buffer.from('\uFEFFNøgle\tBeløb\n1\tæøå', 'utf16le'))).toBe('æøå')
  })
})

describe('a file that is not read', () => {
  const why = async (bytes: Uint8Array, options: ReadOptions = {}) => {
    try {
      await rowsOf(await read(bytes, options))
      return 'read'
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : ''
    }
  }

  const ole = (stream: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000), Buffer.from(stream, 'utf16le')])
  const row = (cells: number) =>
    `<row r="2">${Array.from({ length: cells }, (_, at) => `<c r="${columnName(at)}2"><v>1</v></c>`).join('')}</row>`

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'Filen er tom'],
    ['a PDF', strToU8('%PDF-1.7'), 'Filen er ikke et regneark'],
    ['a page', strToU8('<html><table></table></html>'), 'Filen er ikke et regneark'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'Filen er ikke et regneark'],
    ['a Word file', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'Filen er ikke et regneark'],
    ['an old workbook', ole('Workbook'), 'det gamle format .xls'],
    ['an encrypted workbook', ole('EncryptedPackage'), 'beskyttet med en adgangskode'],
    [
      'an OpenDocument sheet',
      zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }),
      'et format, der ikke kan læses her',
    ],
    ['half a workbook', book(row(5)).subarray(0, 700), 'beskadiget eller ikke hel'],
    ['a path that leads out', zipSync({ ...parts(titles), '../evil.xml': strToU8('x') }), 'ikke hører hjemme i et regneark'],
    [
      'a document type',
      zipSync({ ...parts(titles), 'xl/worksheets/sheet1.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><x/>') }),
      'ikke hører hjemme',
    ],
    ['16,000 columns', book(row(16_000)), 'Arket »Mål & midler« har mere end 500 kolonner'],
    [
      'a tag that never ends',
      zipSync({ ...parts(titles), 'xl/worksheets/sheet1.xml': strToU8(`<x ${'a'.repeat(2_000_000)}`) }, { level: 0 }),
      'beskadiget eller ikke hel',
    ],
  ])('%s: told in Danish', async (_, bytes, sentence) => {
    expect(await why(bytes)).toContain(`Refusal: `)
    expect(await why(bytes)).toContain(sentence)
  })

  test('a bomb is refused by its directory, before anything is unpacked', async () => {
    const zeros = new Uint8Array(60 * 1024 * 1024)
    const bomb = zipSync({ ...parts(titles), 'xl/media/image1.bin': zeros }, { level: 9 })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await why(bomb)).toContain('fylder alt for meget')
  })

  test('a bomb that lies about its size is stopped on the way', async () => {
    const bytes = Buffer.from(book(`<row r="2"><c r="A2"><v>1</v></c></row>${' '.repeat(50_000)}`))
    const name = 'xl/worksheets/sheet1.xml'
    const entry = bytes.lastIndexOf(name) - 46
    bytes.writeUInt32LE(600, entry + 24)
    expect(await why(bytes)).toContain('fylder alt for meget')
  })

  test('more parts, rows or text than allowed', async () => {
    const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`x${at}`, new Uint8Array()]))
    expect(await why(zipSync({ ...parts(titles), ...many }))).toContain('fylder alt for meget')
    expect(
      await why(book('<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>'), { limits: { rows: 2 } }),
    ).toContain('mere end 2 rækker')
    expect(await why(strToU8('Nøgle\n1\n2\n'), { limits: { rows: 2 } })).toContain('Filen har mere end 2 rækker')
    expect(await why(strToU8(`Nøgle\n"${'a'.repeat(200_000)}`))).toContain('Teksten i celle A2 er længere end 100.000 tegn')
  })

  test('rows without content count for nothing, however many', async () => {
    const empty = Array.from({ length: 5_000 }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" s="1"/></row>`).join('')
    expect(await why(book(empty), { limits: { rows: 10 } })).toBe('read')
  })
})

test('a sheet that nobody sees is not read', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Plan', rows: [['Nøgle'], ['KT1']] },
      { name: 'Lister', hidden: true, rows: [['Nøgle'], ['x']] },
    ],
  })
  expect((await read(bytes)).map((sheet) => sheet.name)).toEqual(['Plan'])
})

test('while a long sheet is read, others are let in and told how far it is', async () => {
  const bytes = strToU8(`Nøgle\n${'KT1\n'.repeat(2_000)}`)
  const told: number[] = []
  let others = 0
  const visitor = setInterval(() => (others += 1), 0)
  await rowsOf(await read(bytes, { onProgress: ({ rows }) => told.push(rows) }))
  clearInterval(visitor)
  expect(told).toEqual([500, 1000, 1500, 2000])
  expect(others).toBeGreaterThan(0)
})
