import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { type Field, findTitles, isSettled, mappedRows, propose, similarity, surveyOf } from '../mapping.ts'
import { firstRows, openSheets } from '../sheet.ts'
import { plainTitle } from './field.ts'

const field = (key: string, label: string, ...titles: string[]): Field => ({ key, label, group: 'Alt', titles, kind: 'text' })
const fields = [
  field('operator', 'Driftsherre', 'Driftsherre navn', 'Leverandør'),
  field('cvr', 'CVR-nummer', 'CVR'),
  field('offer', 'Tilbud', 'Tilbuddets navn', 'Navn på tilbud'),
  field('places', 'Godkendte pladser', 'Antal pladser', 'Normering'),
  field('price', 'Pris', 'Takst'),
]
const words = fields.flatMap(({ label, titles }) => [label, ...titles])

type Merge = { startRow: number; endRow: number; startCol: number; endCol: number }
const bookOf = async (rows: (string | number | null)[][], merges: Merge[] = []) =>
  openSheets(await writeXlsx({ sheets: [{ name: 'Ark1', rows, merges }] }))
const titlesOf = async (rows: (string | number | null)[][], merges: Merge[] = [], at?: number) => {
  const [sheet] = await bookOf(rows, merges)
  const found = sheet && findTitles(await firstRows(sheet, 30), words, at)
  return found && { rows: [found.from, found.to], titles: found.columns.map(({ title }) => title) }
}
const across = (row: number, from: number, to: number): Merge => ({ startRow: row, endRow: row, startCol: from, endCol: to })

test('titles are found below title lines', async () => {
  const found = await titlesOf([
    ['Tilbud i Faxe Kommune 2026'],
    ['Udfyldt af driftsafdelingen', null, null, 'Version 3'],
    [],
    ['Tilbud', 'Driftsherre', 'Normering', 'Noget helt andet'],
    ['Lindegården', 'Faxe', 12, 'x'],
  ])
  expect(found).toEqual({ rows: [4, 4], titles: ['Tilbud', 'Driftsherre', 'Normering', 'Noget helt andet'] })
})

test('two rows of titles are one, where the upper is merged across the lower', async () => {
  const found = await titlesOf(
    [
      ['Skema 7', null, null, null, null],
      ['Driftsherre', null, 'Tilbud', null, 'Takst'],
      ['Navn', 'CVR', 'Navn', 'Normering', null],
      ['Faxe', 29188475, 'Lindegården', 12, 2530],
    ],
    [across(0, 0, 4), across(1, 0, 1), across(1, 2, 3), { startRow: 1, endRow: 2, startCol: 4, endCol: 4 }],
  )
  expect(found).toEqual({
    rows: [2, 3],
    titles: ['Driftsherre: Navn', 'Driftsherre: CVR', 'Tilbud: Navn', 'Tilbud: Normering', 'Takst'],
  })
})

test('a group that is not merged reaches to the next one', async () => {
  const found = await titlesOf([
    ['Driftsherre', null, 'Tilbud', null],
    ['Navn', 'CVR', 'Navn', 'Normering'],
    ['Faxe', '29188475', 'Lindegården', 12],
  ])
  expect(found?.titles).toEqual(['Driftsherre: Navn', 'Driftsherre: CVR', 'Tilbud: Navn', 'Tilbud: Normering'])
})

test('a title that stands twice is told apart, and a column without a title is not lost', async () => {
  const found = await titlesOf([
    ['Tilbud', 'Pris', 'Pris', null],
    ['Lindegården', 1, 2, 'bemærkning'],
  ])
  expect(found?.titles).toEqual(['Tilbud', 'Pris', 'Pris (2)', 'Kolonne D'])
})

test('a person can say where the titles are', async () => {
  const rows = [
    ['Tilbud', 'Driftsherre', 'Normering'],
    ['A', 'B', 'C'],
    ['Lindegården', 'Faxe', 12],
  ]
  expect((await titlesOf(rows))?.rows).toEqual([1, 1])
  expect((await titlesOf(rows, [], 2))?.titles).toEqual(['Tilbud: A', 'Driftsherre: B', 'Normering: C'])
})

test('no text, no titles', async () => {
  expect(
    await titlesOf([
      [1, 2],
      [3, 4],
    ]),
  ).toBeUndefined()
})

const column = (at: number, title: string) => ({ at, letter: String.fromCharCode(65 + at), title, samples: [] })
const proposed = (...titles: string[]) =>
  propose(
    titles.map((title, at) => column(at, title)),
    fields,
  ).map(({ field }) => field)

test('columns are proposed by the likeness of their titles, and no field twice', () => {
  expect(proposed('Tilbudets navn', 'Driftherre', 'Antal godk. pladser', 'CVR nr.', 'Farve')).toEqual([
    'offer',
    'operator',
    'places',
    'cvr',
    undefined,
  ])
  expect(proposed('Driftsherre: Navn', 'Tilbud: Navn')).toEqual(['operator', 'offer'])
  expect(proposed('Pris', 'Takst')).toEqual(['price', undefined])
})

test('what was remembered goes before what is alike, also that a column is not to be read', () => {
  const remembered = new Map([
    ['xyz', 'price'],
    ['pris', undefined],
  ])
  const proposals = propose([column(0, 'XYZ'), column(1, 'Pris')], fields, remembered)
  expect(proposals.map(({ field, by }) => [field, by])).toEqual([
    ['price', 'remembered'],
    [undefined, 'remembered'],
  ])
  expect(isSettled(proposals)).toBe(true)
  expect(isSettled(propose([column(0, 'XYZ')], fields))).toBe(false)
})

test('likeness is from 0 to 1, the same both ways, and 1 for the same title alone', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (a, b) => {
      const likeness = similarity(a, b)
      expect(likeness).toBeCloseTo(similarity(b, a), 10)
      expect(likeness).toBeGreaterThanOrEqual(0)
      expect(likeness === 1).toBe(plainTitle(a) === plainTitle(b) && plainTitle(a) !== '')
    }),
  )
})

test('the sheet with most columns we know is read, its rows by field, merged cells in each of them', async () => {
  const sheets = await openSheets(
    await writeXlsx({
      sheets: [
        { name: 'Forside', rows: [['Kære modtager'], ['Her er listen']] },
        {
          name: 'Liste',
          rows: [
            ['Driftsherre', 'Tilbud', 'Normering', 'Andet'],
            ['Faxe', 'Lindegården', 12, 'hej'],
            [null, 'Skoven', 4, null],
            [],
          ],
          merges: [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }],
        },
      ],
    }),
  )
  const survey = await surveyOf(sheets, fields)
  expect(survey.sheet).toBe('Liste')
  const source = sheets.find(({ name }) => name === survey.sheet)
  const rows = []
  if (source) for await (const row of mappedRows(source, survey)) rows.push(row)
  expect(
    rows.map(({ number, cells }) => [number, ...['operator', 'offer', 'places'].map((key) => cells.get(key)?.value)]),
  ).toEqual([
    [2, 'Faxe', 'Lindegården', 12],
    [3, 'Faxe', 'Skoven', 4],
  ])
  expect(rows[0]?.others.map(({ ref, text }) => [ref, text])).toEqual([['D2', 'hej']])
  expect(rows[1]?.cells.get('operator')?.ref).toBe('A3')
})
