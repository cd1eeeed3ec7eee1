import { firstRows, type Source } from '../sheet.ts'
import { Refusal } from '../values/refusal.ts'
import { factorOf, type Notation, notationOf } from './amount.ts'
import type { Field, FoundColumn } from './field.ts'
import { isSettled, type Proposal, propose, type Remembered } from './propose.ts'
import { findTitles, SEARCHED, type Titles } from './titles.ts'

/** What was found in a file before its rows are read: its sheets, the titles of one of them, and what they may be. */
export type Survey = {
  sheets: { name: string; rows: number }[]
  sheet: string
  from: number
  to: number
  columns: (FoundColumn & Pick<Proposal, 'field' | 'by'> & { notation: Notation; factor: number })[]
  /** Nobody need be asked. */
  settled: boolean
}

/** What a person has said of where the titles are. */
export type Wanted = { sheet?: string | undefined; row?: number | undefined }

type Looked = { source: Source; titles: Titles; proposals: Proposal[] }

/**
 * Looks a file over: the sheet with most columns that we know, its titles, and what each column is likely to be.
 * @throws Refusal when no sheet holds a row of titles with something below
 */
export async function surveyOf(
  sources: readonly Source[],
  fields: readonly Field[],
  remembered: Remembered = new Map(),
  { sheet, row }: Wanted = {},
): Promise<Survey> {
  const known = [...fields.flatMap(({ label, titles }) => [label, ...titles]), ...remembered.keys()]
  const asked = sources.filter(({ name }) => sheet === undefined || name === sheet)
  const looked: Looked[] = []
  for (const source of asked) {
    const titles = findTitles(await firstRows(source, Math.max(SEARCHED, (row ?? 0) + SEARCHED)), known, row)
    if (titles) looked.push({ source, titles, proposals: propose(titles.columns, fields, remembered) })
  }
  const best = looked.sort((a, b) => worth(b) - worth(a) || b.source.expected - a.source.expected)[0]
  if (!best) throw new Refusal('row', 'no titles', nothing(row))
  return survey(sources, best)
}

const nothing = (row: number | undefined): string =>
  row === undefined
    ? 'Der er ingen overskrifter i filen. Skriv en overskrift over hver kolonne, og send den igen.'
    : `Der står ingenting i række ${row}. Skriv nummeret på den række, overskrifterne står i.`

const worth = ({ proposals }: Looked): number => proposals.filter(({ field }) => field !== undefined).length

const survey = (sources: readonly Source[], { source, titles, proposals }: Looked): Survey => ({
  sheets: sources.map(({ name, expected }) => ({ name, rows: expected })),
  sheet: source.name,
  from: titles.from,
  to: titles.to,
  columns: proposals.map(({ column, field, by }) => ({
    ...column,
    field,
    by,
    notation: notationOf(column.samples),
    factor: factorOf(column.title),
  })),
  settled: isSettled(proposals),
})
