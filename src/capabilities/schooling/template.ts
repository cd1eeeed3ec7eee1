import { type Column, type ReadCell, type ReadSheet, sheet, titleKey, type Workbook } from '../../platform/sheet.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { NewUsage } from './store.ts'
import { type Municipality, type SchoolOffer, schoolYearText, type Usage } from './usage.ts'

/** The workbook that goes out to be filled in, and comes back: a row an offer, a column a municipality. Danish: skabelon. */

const NUMBER = 'Tilbud nr.'
const NAME = 'Tilbud'
const MOST = 10_000

type Ground = { offers: readonly SchoolOffer[]; municipalities: readonly Municipality[]; usage: readonly Usage[] }

export const templateBook = ({ offers, municipalities, usage }: Ground, year: number): Workbook => ({
  title: `Specialundervisning ${schoolYearText(year)}`,
  ...(usage.some(({ example }) => example) && { mark: 'eksempeldata' }),
  sheets: [
    sheet({
      name: `Elever ${year}`,
      intro: 'Skriv antal elever. 0 er et svar; lad cellen være tom, hvis I ikke ved det. Ret ikke overskrifterne.',
      columns: [
        { key: 'id', title: NUMBER, kind: 'number', value: ({ id }) => id },
        { key: 'name', title: NAME, kind: 'text', width: 34, value: ({ name }) => name },
        ...municipalities.map(
          ({ code, name }): Column<SchoolOffer> => ({
            key: String(code),
            title: name,
            kind: 'number',
            value: ({ id }) => usage.find((one) => one.offerId === id && one.municipalityCode === code)?.pupils,
          }),
        ),
      ],
      rows: offers,
    }),
  ],
})

/** Titles by which the row of titles is found. */
export const titlesOf = (municipalities: readonly Municipality[]): string[] => [
  NUMBER,
  NAME,
  ...municipalities.map(({ name }) => name),
]

const number = ({ value, text }: ReadCell): number | undefined => {
  const written = typeof value === 'number' ? value : /^\d{1,5}$/.test(text) ? Number(text) : undefined
  return written !== undefined && Number.isInteger(written) && written >= 0 && written <= MOST ? written : undefined
}

const refused = (wrong: readonly string[]): Refusal => {
  const shown = wrong.slice(0, 5).join(' ')
  const more = wrong.length > 5 ? ` Og ${wrong.length - 5} fejl til.` : ''
  return new Refusal('file', 'wrong cells', `Intet er gemt. ${shown}${more}`)
}

type Read = { cells: NewUsage[]; unchanged: number }

/**
 * What is new in a filled-in workbook; an empty cell says nothing.
 * @throws Refusal at `file` naming the cells that cannot be used: then nothing of it is
 */
export async function readTemplate(sheets: readonly ReadSheet[], { offers, municipalities, usage }: Ground): Promise<Read> {
  const read = sheets.find(({ header }) => header?.cells.some(({ text }) => titleKey(text) === titleKey(NUMBER)))
  if (!read?.header)
    throw new Refusal(
      'file',
      'other workbook',
      `Der er ingen kolonne »${NUMBER}«. Hent skabelonen her på siden, og udfyld den. Intet er gemt.`,
    )
  const known = new Set(titlesOf(municipalities).map(titleKey))
  const wrong = read.header.cells
    .filter(({ text }) => text !== '' && !known.has(titleKey(text)))
    .map(({ ref, text }) => `${ref}: »${text.slice(0, 40)}« er ingen kommune i aftalen.`)
  const found: NewUsage[] = []
  const seen = new Set<number>()
  for await (const row of read.rows) {
    const first = row.cells.get(titleKey(NUMBER))
    const offer = offers.find(({ id }) => id === (first && number(first)))
    if (!offer || seen.has(offer.id)) {
      wrong.push(
        `Række ${row.number}: ${offer ? 'Tilbuddet står der to gange.' : `»${first?.text.slice(0, 20) ?? ''}« er intet tilbud i skabelonen.`}`,
      )
      continue
    }
    seen.add(offer.id)
    for (const { code, name } of municipalities) {
      const cell = row.cells.get(titleKey(name))
      if (!cell || (cell.text === '' && !cell.error)) continue
      const pupils = number(cell)
      if (pupils === undefined)
        wrong.push(`${cell.ref}: ${cell.error ?? `»${cell.text.slice(0, 20)}« er ikke et helt tal fra 0 til 10.000.`}`)
      else found.push({ offerId: offer.id, municipalityCode: code, pupils })
    }
  }
  if (wrong.length > 0) throw refused(wrong)
  const cells = found.filter((cell) => !usage.some((now) => isSame(now, cell)))
  return { cells, unchanged: found.length - cells.length }
}

export const isSame = (now: Usage, cell: NewUsage): boolean =>
  now.offerId === cell.offerId && now.municipalityCode === cell.municipalityCode && now.pupils === cell.pupils
