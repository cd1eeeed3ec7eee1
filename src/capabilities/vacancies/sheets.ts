import type { File } from '../../platform/action.ts'
import { type Column, csvFile, sheet, xlsxFile } from '../../platform/sheet.ts'
import type { Day } from '../../platform/values/day.ts'
import { deviationOf, quarterText } from './occupancy.ts'
import type { Capacity } from './store/capacity.ts'
import type { Reported } from './store/occupancy.ts'

const capacityColumns: Column<Capacity>[] = [
  { key: 'group', title: 'Målgruppe', kind: 'text', width: 34, value: ({ group }) => group ?? 'Ikke oplyst' },
  { key: 'municipality', title: 'Kommune', kind: 'text', value: ({ municipality }) => municipality ?? 'Ikke oplyst' },
  { key: 'lines', title: 'Pladslinjer', kind: 'number', value: ({ lines }) => lines },
  { key: 'approved', title: 'Godkendte pladser', kind: 'number', value: (row) => told(row.approved, row.approvedTold) },
  { key: 'approvedTold', title: 'Oplyst af (godkendte)', kind: 'number', value: ({ approvedTold }) => approvedTold },
  { key: 'inUse', title: 'Pladser i brug', kind: 'number', value: (row) => told(row.inUse, row.inUseTold) },
  { key: 'inUseTold', title: 'Oplyst af (i brug)', kind: 'number', value: ({ inUseTold }) => inUseTold },
  { key: 'free', title: 'Ledige pladser', kind: 'number', value: (row) => told(row.free, row.freeTold) },
  { key: 'freeFresh', title: 'Heraf friske', kind: 'number', value: (row) => told(row.freeFresh, row.freeTold) },
  { key: 'freeTold', title: 'Meldt af (ledige)', kind: 'number', value: ({ freeTold }) => freeTold },
  { key: 'example', title: 'Eksempeldata', kind: 'flag', value: ({ example }) => example },
]

const told = (sum: number, lines: number): number | undefined => (lines === 0 ? undefined : sum)

const occupancyColumns: Column<Reported>[] = [
  { key: 'offer', title: 'Tilbud', kind: 'text', width: 34, value: ({ offerName }) => offerName },
  { key: 'unit', title: 'Afdeling', kind: 'text', value: ({ unitName }) => unitName },
  { key: 'municipality', title: 'Kommune', kind: 'text', value: ({ municipality }) => municipality },
  { key: 'quarter', title: 'Kvartal', kind: 'text', value: quarterText },
  { key: 'average', title: 'Belægning i procent', kind: 'number', value: ({ average }) => average },
  { key: 'budgeted', title: 'Budgetteret i procent', kind: 'number', value: ({ budgeted }) => budgeted },
  { key: 'deviation', title: 'Afvigelse i point', kind: 'number', value: deviationOf },
  { key: 'example', title: 'Eksempeldata', kind: 'flag', value: ({ example }) => example },
]

type CapacityOut = { rows: Capacity[]; returns: Reported[]; today: Day }

const holdsExample = ({ rows, returns }: CapacityOut) => [...rows, ...returns].some(({ example }) => example)

const nameOf = (out: CapacityOut, ending: string) =>
  `faelles-kapacitet-${out.today}${holdsExample(out) ? '-eksempeldata' : ''}.${ending}`

const INTRO =
  'En pladslinje med flere målgrupper står ved hver af dem, så rækkerne kan ikke lægges sammen til et samlet pladstal.'

export async function capacityWorkbook(out: CapacityOut): Promise<File> {
  return xlsxFile(nameOf(out, 'xlsx'), {
    title: 'Pladser, belægning og ledige pladser',
    ...(holdsExample(out) && { mark: 'eksempeldata' }),
    sheets: [
      sheet({ name: 'Kapacitet', intro: INTRO, columns: capacityColumns, rows: out.rows }),
      sheet({ name: 'Belægning', columns: occupancyColumns, rows: out.returns }),
    ],
  })
}

export const capacityCsv = (out: CapacityOut): File => csvFile(nameOf(out, 'csv'), capacityColumns, out.rows)
