import { type Action, download } from '../../../platform/action.ts'
import { type Column, sheet, writeCsv, xlsxFile } from '../../../platform/sheet.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { warningsOfSheet } from '../reviewing.ts'
import type { Standing } from '../store/rounds.ts'
import type { Warning } from '../warning.ts'
import { sheetHref, sheetParty, standingAt } from './at.ts'

const columnsFor = (baseUrl: string, standing: Standing): Column<Warning>[] => [
  { key: 'text', title: 'Hvad er der at se på', kind: 'text', width: 90, value: ({ text }) => text },
  { key: 'origin', title: 'Stod i regnearket', kind: 'text', width: 24, value: ({ at }) => at?.origin },
  { key: 'offer', title: 'Tilbud', kind: 'text', width: 30, value: ({ at }) => at?.offerName },
  { key: 'unit', title: 'Afdeling', kind: 'text', width: 24, value: ({ at }) => at?.unitName },
  { key: 'service', title: 'Ydelse', kind: 'text', width: 22, value: ({ at }) => at?.service },
  { key: 'level', title: 'Niveau', kind: 'text', width: 14, value: ({ at }) => at?.level },
  {
    key: 'address',
    title: 'Ret den her',
    kind: 'text',
    width: 40,
    value: ({ lineId }) => (lineId === undefined ? undefined : `${baseUrl}${sheetHref(standing)}/linje/${lineId}`),
  },
]

const nameOf = ({ year, operatorId }: Standing, ending: string) => `advarsler-${year}-${operatorId}.${ending}`

/** Written as it is found, so that a long sheet is never held whole. */
async function* asCsv(columns: Column<Warning>[], parts: AsyncIterable<Warning[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const titles = writeCsv(columns, [])
  yield encoder.encode(titles)
  for await (const part of parts) yield encoder.encode(writeCsv(columns, part).slice(titles.length))
}

/** More rows than people look through in Excel; the CSV file has them all. */
const MOST_IN_WORKBOOK = 20_000

async function firstOf(parts: AsyncIterable<Warning[]>): Promise<Warning[]> {
  const first: Warning[] = []
  for await (const part of parts) {
    first.push(...part.slice(0, MOST_IN_WORKBOOK - first.length))
    if (first.length === MOST_IN_WORKBOOK) break
  }
  return first
}

const introOf = (rows: readonly Warning[]) =>
  rows.length < MOST_IN_WORKBOOK
    ? 'Øverst på skemaets side står, om noget skal rettes, før det kan indsendes. Skriv ellers gerne en forklaring på taksten.'
    : `Her står de første ${numberText(MOST_IN_WORKBOOK)}. Alle står i CSV-filen.`

/** Everything there is to look at in a sheet, a row for each. */
export const warningFiles: Action[] = [
  download({
    path: '/takster/skema/:year/:id/advarsler.csv',
    may: 'tariffSheets.write',
    at: sheetParty,
    load: standingAt,
    send: (standing, ask) => ({
      name: nameOf(standing, 'csv'),
      type: 'text/csv; charset=utf-8',
      body: ReadableStream.from(
        asCsv(columnsFor(ask.site.baseUrl, standing), warningsOfSheet(ask, standing)),
      ) as ReadableStream<Uint8Array>,
    }),
  }),
  download({
    path: '/takster/skema/:year/:id/advarsler.xlsx',
    may: 'tariffSheets.write',
    at: sheetParty,
    load: standingAt,
    send: async (standing, ask) => {
      const rows = await firstOf(warningsOfSheet(ask, standing))
      const columns = columnsFor(ask.site.baseUrl, standing)
      return xlsxFile(nameOf(standing, 'xlsx'), {
        title: `Advarsler: ${standing.operatorName} ${standing.year}`,
        sheets: [sheet({ name: 'Advarsler', intro: introOf(rows), columns, rows })],
      })
    },
  }),
]
