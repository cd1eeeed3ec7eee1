import { quoted, type RowReader } from '../../platform/incoming.ts'
import { amountIn, type Survey } from '../../platform/mapping.ts'
import { dayFrom } from '../../platform/sheet.ts'
import { numberText } from '../../platform/values/danish.ts'
import type { Day } from '../../platform/values/day.ts'
import type { Groups, Municipality } from '../offers/index.ts'
import { digits, isCvr, isEan, isPNumber } from '../offers/index.ts'
import type { LegalBasis, Term } from '../terms/index.ts'
import type { FieldKey } from './fields.ts'
import { type Book, partsOf } from './words.ts'

/** Readers of single cells: what stands there as a value, or an error at the cell and undefined. */

export type Columns = ReadonlyMap<string, Pick<Survey['columns'][number], 'notation' | 'factor'>>

export function wordIn<Key extends string>(
  row: RowReader,
  field: FieldKey,
  words: ReadonlyMap<string, Key>,
  plain: (text: string) => string,
  choices: string,
): Key | undefined {
  const text = row.text(field)
  if (text === undefined) return undefined
  return words.get(plain(text)) ?? row.wrong(field, `${quoted(text)} kendes ikke. Skriv en af: ${choices}.`)
}

/** A number somebody is known by: blanks and hyphens go. */
function numberIn(row: RowReader, field: FieldKey, check: (text: string) => boolean, sentence: string): string | undefined {
  const text = row.text(field)
  if (text === undefined) return undefined
  const number = digits(text)
  return check(number) ? number : row.wrong(field, `${quoted(text)} er ikke ${sentence}`)
}

export const cvrIn = (row: RowReader) =>
  numberIn(row, 'cvr', isCvr, 'et CVR-nummer. Det er otte cifre, der passer sammen. Se efter, om et ciffer er forkert.')
export const eanIn = (row: RowReader) =>
  numberIn(row, 'ean', isEan, 'et EAN-nummer. Det er tretten cifre, der passer sammen. Se efter, om et ciffer er forkert.')
export const pNumberIn = (row: RowReader) => numberIn(row, 'pNumber', isPNumber, 'et P-nummer. Det er ti cifre.')
export const portalIn = (row: RowReader, field: FieldKey) =>
  numberIn(row, field, (text) => /^\d{1,12}$/.test(text), 'et nummer på Tilbudsportalen. Det er kun cifre.')

/** A whole number within bounds. */
export function wholeIn(row: RowReader, field: FieldKey, [min, max]: [number, number], columns: Columns): number | undefined {
  const text = row.text(field)
  if (text === undefined) return undefined
  const number = amountIn(row.cell(field), columns.get(field))
  return number !== undefined && Number.isInteger(number) && number >= min && number <= max
    ? number
    : row.wrong(
        field,
        `${quoted(text)} er ikke et helt tal fra ${numberText(min)} til ${numberText(max)}. Skriv tallet, eller lad cellen være tom.`,
      )
}

export function percentIn(row: RowReader, field: FieldKey, columns: Columns): number | undefined {
  const text = row.text(field)
  if (text === undefined) return undefined
  const number = amountIn(row.cell(field), columns.get(field))
  return number !== undefined && number >= 0 && number <= 150
    ? Math.round(number * 100) / 100
    : row.wrong(field, `${quoted(text)} er ikke en procent fra 0 til 150.`)
}

const MOST_ORE = 10_000_000_000

/** Kroner in, øre out. */
export function oreIn(row: RowReader, field: FieldKey, columns: Columns): number | undefined {
  const text = row.text(field)
  if (text === undefined) return undefined
  const kroner = amountIn(row.cell(field), columns.get(field))
  const ore = kroner === undefined ? 0 : Math.round(kroner * 100)
  return ore > 0 && ore < MOST_ORE
    ? ore
    : row.wrong(field, `${quoted(text)} er ikke et beløb. Skriv kroner, fx 2.530 eller 2.530,50, eller lad cellen være tom.`)
}

/** The day a row is as of; what a source wrote in words is kept as it is, to be known again. */
export function asOfIn(row: RowReader): { asOf?: string; asOfDay?: Day } {
  const text = row.text('asOf')
  if (text === undefined) return {}
  const day = dayFrom(row.cell('asOf'))
  return day === undefined ? { asOf: text } : { asOf: text, asOfDay: day }
}

/** By its number, by its name, or both when they agree. */
export function municipalityIn(row: RowReader, all: readonly Municipality[], columns: Columns): number | undefined {
  const written = row.text('municipalityCode')
  const code = written === undefined ? undefined : wholeIn(row, 'municipalityCode', [1, 999], columns)
  const byCode = all.find((one) => one.code === code)
  if (code !== undefined && !byCode)
    row.wrong('municipalityCode', `Der er ingen kommune med nummeret ${code}. Skriv en kommunes nummer, fx 320 for Faxe.`)
  const name = row.text('municipality')
  if (name === undefined) return byCode?.code
  const byName = all.find((one) => sameMunicipality(one.name, name))
  if (!byName) return row.wrong('municipality', `Der er ingen kommune, der hedder ${quoted(name)}.`)
  if (byCode && byCode !== byName)
    return row.wrong('municipality', `Kommunekode ${byCode.code} er ${byCode.name}, men her står ${quoted(name)}. Ret en af dem.`)
  return byName.code
}

const bareName = (name: string): string =>
  name
    .toLocaleLowerCase('da')
    .replace(/\bkommune\b/g, '')
    .replaceAll('aa', 'å')
    .replace(/[\s-]+/g, ' ')
    .trim()

const sameMunicipality = (a: string, b: string): boolean => bareName(a) === bareName(b)

export function basesIn(row: RowReader, book: Book<LegalBasis>): string[] | undefined {
  const text = row.text('bases')
  if (text === undefined) return undefined
  const found = listed(text, book)
  if ('unknown' in found)
    return row.wrong('bases', `${quoted(found.unknown)} er ikke et retsgrundlag, Fælles kender. Skriv fx SEL § 107.`)
  if ('several' in found)
    return row.wrong(
      'bases',
      `${quoted(found.text)} kan være ${found.several.map(({ code }) => code).join(' eller ')}. Skriv loven med.`,
    )
  return found.things.map(({ key }) => key)
}

export function groupsIn(row: RowReader, book: Book<Term>): Groups | undefined {
  const text = row.text('groups')
  if (text === undefined) return undefined
  const found = listed(text, book)
  if ('unknown' in found)
    return row.wrong(
      'groups',
      `${quoted(found.unknown)} er ikke en målgruppe på listen. Se listen under Begreber, eller lad kolonnen ude.`,
    )
  const things = 'several' in found ? found.several.slice(0, 1) : found.things
  return things.map(({ id }) => ({ termId: id, ageFrom: undefined, ageTo: undefined }))
}

type Listed<Thing> = { things: Thing[] } | { unknown: string } | { several: Thing[]; text: string }

/** What a cell lists, parted by semicolons, else by commas. */
function listed<Thing>(text: string, book: Book<Thing>): Listed<Thing> {
  const parts = partsOf(text).flatMap((part) =>
    book.find(part).length > 0
      ? [part]
      : part
          .split(/,| og /)
          .map((one) => one.trim())
          .filter(Boolean),
  )
  const things: Thing[] = []
  for (const part of parts) {
    const found = book.find(part)
    const [first] = found
    if (first === undefined) return { unknown: part }
    if (found.length > 1) return { several: found, text: part }
    if (!things.includes(first)) things.push(first)
  }
  return { things }
}
