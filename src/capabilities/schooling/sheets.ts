import type { File } from '../../platform/action.ts'
import { type Column, csvFile, sheet, xlsxFile } from '../../platform/sheet.ts'
import { countShownText, sumShownText } from '../../platform/values/small-count.ts'
import type { LoadedMatrix } from './actions/look.ts'
import { coordinatedTexts, type MatrixRow, schoolYearText } from './usage.ts'

/** The files are made of the same matrix as the page, so they hold nothing the page does not show. */

const offerColumns = ({ year }: LoadedMatrix): Column<MatrixRow>[] => [
  { key: 'offer', title: 'Tilbud', kind: 'text', width: 34, value: ({ offer }) => offer.name },
  { key: 'year', title: 'Skoleår', kind: 'text', value: () => schoolYearText(year) },
  { key: 'users', title: 'Brugt af kommuner', kind: 'number', value: ({ users }) => users },
  { key: 'silent', title: 'Ikke oplyst af', kind: 'number', value: ({ silent }) => silent },
  { key: 'coordinated', title: 'Koordineres', kind: 'text', value: (row) => coordinatedTexts[row.coordinated] },
  { key: 'sum', title: 'Elever', kind: 'text', value: ({ sum }) => (sum.told === 0 ? undefined : sumShownText(sum)) },
]

type Cell = { row: MatrixRow; code: number; name: string }

const cellColumns = ({ year, limit }: LoadedMatrix): Column<Cell>[] => [
  { key: 'offer', title: 'Tilbud', kind: 'text', width: 34, value: ({ row }) => row.offer.name },
  { key: 'code', title: 'Kommunekode', kind: 'number', value: ({ code }) => code },
  { key: 'municipality', title: 'Kommune', kind: 'text', value: ({ name }) => name },
  { key: 'year', title: 'Skoleår', kind: 'text', value: () => schoolYearText(year) },
  {
    key: 'pupils',
    title: 'Elever',
    kind: 'text',
    value: ({ row, code }) => {
      const count = row.cells.get(code)
      return count === undefined ? 'ikke oplyst' : countShownText(count, limit)
    },
  },
]

const cellsOf = ({ matrix, municipalities }: LoadedMatrix): Cell[] =>
  matrix.rows.flatMap((row) => municipalities.map(({ code, name }) => ({ row, code, name })))

const nameOf = ({ year, matrix }: LoadedMatrix, ending: string) =>
  `faelles-specialundervisning-${year}${matrix.example ? '-eksempeldata' : ''}.${ending}`

export const usageWorkbook = async (loaded: LoadedMatrix): Promise<File> =>
  xlsxFile(nameOf(loaded, 'xlsx'), {
    title: `Specialundervisning ${schoolYearText(loaded.year)}`,
    ...(loaded.matrix.example && { mark: 'eksempeldata' }),
    sheets: [
      sheet({ name: 'Tilbud', columns: offerColumns(loaded), rows: loaded.matrix.rows }),
      sheet({ name: 'Kommuner', columns: cellColumns(loaded), rows: cellsOf(loaded) }),
    ],
  })

export const usageCsv = (loaded: LoadedMatrix): File => csvFile(nameOf(loaded, 'csv'), cellColumns(loaded), cellsOf(loaded))
