import type { File } from '../../platform/action.ts'
import { type Column, csvFile, sheet, xlsxFile } from '../../platform/sheet.ts'
import type { LoadedCases } from './actions/look.ts'
import { type Figure, kinds, outcomes, standing, type Target } from './cases.ts'

/** What everybody may see: never a figure of a single municipality. */

const figureColumns: Column<Figure>[] = [
  { key: 'year', title: 'År', kind: 'number', value: ({ year }) => year },
  {
    key: 'municipality',
    title: 'Kommune',
    kind: 'text',
    width: 20,
    value: ({ municipality }) => municipality ?? 'Hele regionen',
  },
  { key: 'kind', title: 'Hvad', kind: 'text', value: ({ kind }) => kinds[kind] },
  { key: 'cases', title: 'Antal', kind: 'number', value: ({ cases }) => cases },
  { key: 'derived', title: 'Regnet ud', kind: 'flag', value: ({ derived }) => derived },
  { key: 'note', title: 'Bemærkning', kind: 'text', width: 50, value: ({ note }) => note },
  { key: 'source', title: 'Kilde', kind: 'text', width: 40, value: ({ source }) => source },
  { key: 'sourceDay', title: 'Kildens dato', kind: 'day', value: ({ sourceDay }) => sourceDay },
]

const targetColumns: Column<Target>[] = [
  { key: 'year', title: 'År', kind: 'number', value: ({ year }) => year },
  { key: 'text', title: 'Mål', kind: 'text', width: 60, value: ({ text }) => text },
  { key: 'outcome', title: 'Nået', kind: 'text', value: ({ outcome }) => outcomes[outcome] },
  { key: 'source', title: 'Kilde', kind: 'text', width: 40, value: ({ source }) => source },
  { key: 'sourceDay', title: 'Kildens dato', kind: 'day', value: ({ sourceDay }) => sourceDay },
]

export const casesWorkbook = async ({ figures, targets, today }: LoadedCases): Promise<File> =>
  xlsxFile(`faelles-boernehus-${today}.xlsx`, {
    title: 'Børnehus Sjælland',
    sheets: [
      sheet({ name: 'Sager', columns: figureColumns, rows: standing(figures) }),
      sheet({ name: 'Mål', columns: targetColumns, rows: targets }),
    ],
  })

export const casesCsv = ({ figures, today }: LoadedCases): File =>
  csvFile(`faelles-boernehus-${today}.csv`, figureColumns, standing(figures))
