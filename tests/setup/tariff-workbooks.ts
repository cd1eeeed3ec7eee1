import { type CellValue, writeXlsx } from 'hucre'

/** Workbooks of tariffs as seven different operators would build them: always the same four tariffs. */

export type Built = { bytes: Uint8Array; choices: Record<string, string> }

type Row = CellValue[]
type Merge = { startRow: number; startCol: number; endRow: number; endCol: number }

const book = (sheets: { name: string; rows: Row[]; merges?: Merge[] }[]) => writeXlsx({ sheets })

/** Titles that need no choosing. */
export const numbered = (rows: readonly Row[]): Promise<Uint8Array> =>
  book([
    {
      name: 'Takster',
      rows: [['Tilbud', 'Afdeling', 'Pladser', 'Belægning, procent', 'Løn, kr.', 'Ydelse'], ...rows.map((row) => [...row])],
    },
  ])

/** Merged title lines and a merged offer down over its units; kroner as numbers. */
const merged = () =>
  book([
    {
      name: 'Budget 2027',
      rows: [
        ['Takstberegning 2027 – Faxe Kommune', null, null, null, null],
        [],
        ['Tilbud', 'Afdeling', 'Antal pladser', 'Belægningsprocent', 'Lønudgifter'],
        ['Bøgely', 'Nord', 10, 100, 7_300_000],
        [null, 'Syd', 7.5, 98, 5_475_000],
        ['Egely', 'Nord', 12, 97, 9_125_000],
        [null, 'Syd', 5, 95, 3_650_000.5],
      ],
      merges: [
        { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
        { startRow: 3, startCol: 0, endRow: 4, endCol: 0 },
        { startRow: 5, startCol: 0, endRow: 6, endCol: 0 },
      ],
    },
  ])

/** Thousands of kroner with a decimal comma, as text; occupancy as a share. */
const thousands = () =>
  book([
    {
      name: 'Ark1',
      rows: [
        ['Institution', 'Afdelingsnavn', 'Normering', 'Belægning', 'Løn (t.kr.)'],
        ['Bøgely', 'Nord', '10', 1, '7.300,0'],
        ['Bøgely', 'Syd', '7,5', 0.98, '5.475,0'],
        ['Egely', 'Nord', '12', 0.97, '9.125,0'],
        ['Egely', 'Syd', '5', 0.95, '3.650,0005'],
      ],
    },
  ])

/** A decimal point, and sums inside the table. */
const sums = () =>
  book([
    {
      name: 'Takster',
      rows: [
        ['Tilbuddets navn', 'Afdelingens navn', 'Pladser', 'Belægning i pct', 'Personaleudgifter', 'Udgifter i alt'],
        ['Bøgely', 'Nord', '10', '100 %', '7,300,000.00', '7,300,000.00'],
        ['Bøgely', 'Syd', '7.5', '98 %', '5,475,000.00', '5,475,000.00'],
        ['Bøgely i alt', null, null, null, '12,775,000.00', '12,775,000.00'],
        ['Egely', 'Nord', '12', '97 %', '9,125,000.00', '9,125,000.00'],
        ['Egely', 'Syd', '5', '95 %', '3,650,000.50', '3,650,000.50'],
        ['Hovedtotal', null, null, null, '25,550,000.50', '25,550,000.50'],
      ],
    },
  ])

/** Titles in two rows, the upper grouping the lower. */
const twoRows = () =>
  book([
    {
      name: 'Skema',
      rows: [
        ['Sted', null, 'Grundlag', null, 'Udgifter', null],
        ['Tilbud', 'Afdeling', 'Pladser', 'Belægning', 'Løn', 'Øvrig drift'],
        ['Bøgely', 'Nord', 10, 100, 7_300_000, 0],
        ['Bøgely', 'Syd', 7.5, 98, 5_475_000, 0],
        ['Egely', 'Nord', 12, 97, 9_125_000, 0],
        ['Egely', 'Syd', 5, 95, 3_650_000.5, 0],
      ],
      merges: [
        { startRow: 0, startCol: 0, endRow: 0, endCol: 1 },
        { startRow: 0, startCol: 2, endRow: 0, endCol: 3 },
        { startRow: 0, startCol: 4, endRow: 0, endCol: 5 },
      ],
    },
  ])

/** A sheet for each offer, named by it, beside a sheet of text. */
const sheets = () => {
  const titles = ['Afdeling', 'Helårspladser', 'Forudsat belægning', 'Lønninger']
  return book([
    { name: 'Vejledning', rows: [['Udfyld et ark for hvert tilbud.']] },
    { name: 'Bøgely', rows: [titles, ['Nord', 10, 100, 7_300_000], ['Syd', 7.5, 98, 5_475_000]] },
    { name: 'Egely', rows: [titles, ['Nord', 12, 97, 9_125_000], ['Syd', 5, 95, 3_650_000.5]] },
  ])
}

/** Headings between the rows, dates as Danes write them, and columns nobody knows. */
const headings = () =>
  book([
    {
      name: 'Oversigt',
      rows: [
        ['Løbenr', 'Botilbud', 'Bosted', 'Startdato', 'Pladser', 'Belægning', 'Personale', 'Konteringsstreng'],
        [null, 'Bøgely', null, null, null, null, null, null],
        [1, null, 'Nord', '01.01.2027', 10, '100', '7.300.000 kr.', 'X-100'],
        [2, null, 'Syd', '1/1/2027', '7,5', '98', '5.475.000 kr.', 'X-101'],
        [null, 'Egely', null, null, null, null, null, null],
        [3, null, 'Nord', '1. januar 2027', 12, '97', '9.125.000 kr.', 'X-102'],
        [4, null, 'Syd', '2027-01-01', 5, '95', '3.650.000,50 kr.', 'X-103'],
      ],
    },
  ])

/** Dates as Excel's own numbers and as dates, occupancy as a share, as percent and as text, and sums that the sheet reckoned itself. */
const serials = () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`)
  return book([
    {
      name: 'Takster 2027',
      rows: [
        ['Faxe Kommune', null, null, null, null, null, null, 'i hele kroner'],
        ['Tilbuddets navn', 'Bosted', 'Gyldig fra', 'Gyldig til', 'Normering', 'Belægning i pct', 'Lønudgifter', 'I alt'],
        ['Bøgely', 'Nord', 46_388, 46_752, 10, 100, 7_300_000, 7_300_000],
        ['Bøgely', 'Syd', day('2027-01-01'), day('2027-12-31'), 7.5, 0.98, 5_475_000, 5_475_000],
        ['Subtotal', null, null, null, 17.5, null, 12_775_000, 12_775_000],
        ['Egely', 'Nord', '01-01-2027', '31-12-2027', 12, 97, 9_125_000, 9_125_000],
        ['Egely', 'Syd', '1. januar 2027', '31. december 2027', 5, '95 %', 3_650_000.5, 3_650_000.5],
        ['Subtotal', null, null, null, 17, null, 12_775_000.5, 12_775_000.5],
        ['Sum', null, null, null, 34.5, null, 25_550_000.5, 25_550_000.5],
      ],
    },
  ])
}

const builders = { merged, thousands, sums, twoRows, sheets, headings, serials }

export const built = async (which: keyof typeof builders): Promise<Built> => ({ bytes: await builders[which](), choices: {} })

export const workbooks: Record<string, () => Promise<Built>> = {
  'merged title lines and offers merged down': () => built('merged'),
  'thousands of kroner with a decimal comma': () => built('thousands'),
  'a decimal point, and sums inside the table': () => built('sums'),
  'titles in two rows': () => built('twoRows'),
  'a sheet for each offer': () => built('sheets'),
  'headings between the rows, and dates as people write them': () => built('headings'),
  'dates as numbers, occupancy as a share and in percent, and sums of sums': () => built('serials'),
}
