import { strToU8, zipSync } from 'fflate'

/** Workbooks as they come from Excel when something has gone wrong in them, written part by part. */

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const links = (...of: [kind: string, target: string][]) =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${of
      .map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${kind}" Target="${target}"/>`)
      .join('')}</Relationships>`,
  )

const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`
const number = (ref: string, value: number) => `<c r="${ref}"><v>${value}</v></c>`

/** A formula in H2 that gives an error, or that nobody has reckoned. */
const formulas = {
  '#REF!': '<c r="H2" t="e"><f>#REF!*2</f><v>#REF!</v></c>',
  '#DIV/0!': '<c r="H2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
  'never reckoned': '<c r="H2"><f>2*3</f></c>',
}

/** One row of Bøgely, Nord under eight titles or more, where the eighth holds a formula that went wrong. */
export function broken(titles: readonly string[], how: keyof typeof formulas): Uint8Array {
  const head = titles.map((title, at) => text(`${String.fromCharCode(65 + at)}1`, title)).join('')
  const row = [
    text('A2', 'Bøgely'),
    text('B2', 'Nord'),
    number('D2', 2027),
    number('E2', 10),
    number('F2', 100),
    number('G2', 365),
  ]
  const rows = `<row r="1">${head}</row><row r="2">${row.join('')}${formulas[how]}</row>`
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': links(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Takster" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': links(['worksheet', 'worksheets/sheet1.xml']),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
  })
}

/** What Excel saves when a password is asked for: an old container with the workbook enciphered in it. */
export const lockedWorkbook = (): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000), Buffer.from('EncryptedPackage', 'utf16le')])
