import type { File } from '../../platform/action.ts'
import { pdfFile } from '../../platform/document.ts'
import { type Column, csvFile, sheet, xlsxFile } from '../../platform/sheet.ts'
import type { Day } from '../../platform/values/day.ts'
import { type Exact, rounded } from '../../platform/values/exact.ts'
import { ownerships, priceUnits } from '../offers/index.ts'
import { type Case, standText } from './case.ts'
import { halfYearDocument } from './documents.ts'
import { halfYearKey, outcomeText } from './half-year.ts'
import type { LoadedHalfYear } from './halves.ts'
import { baselineKeys, baselines, type Increase } from './increase.ts'
import type { Rise } from './reading.ts'

const kroner = (ore: Exact): number => Number(rounded(ore)) / 100
const number = ({ n, d }: Exact): number => Math.round((Number(n) / Number(d)) * 10_000) / 10_000
const percentOf = (increase: Increase): number | undefined => ('percent' in increase ? number(increase.percent) : undefined)

const riseColumns: Column<Rise>[] = [
  { key: 'tariff', title: 'Takst nr.', kind: 'number', value: ({ judged }) => judged.row.id },
  { key: 'operator', title: 'Driftsherre', kind: 'text', width: 28, value: ({ judged }) => judged.row.operatorName },
  { key: 'offer', title: 'Tilbud', kind: 'text', width: 28, value: ({ judged }) => judged.row.offerName },
  { key: 'unit', title: 'Afdeling', kind: 'text', width: 28, value: ({ judged }) => judged.row.unitName },
  {
    key: 'service',
    title: 'Ydelse',
    kind: 'text',
    value: ({ judged: { row } }) => [row.service, row.level].filter(Boolean).join(', '),
  },
  {
    key: 'ownership',
    title: 'Ejerform',
    kind: 'text',
    value: ({ judged: { row } }) => row.ownership && ownerships[row.ownership],
  },
  { key: 'per', title: 'Pr.', kind: 'text', value: ({ judged }) => priceUnits[judged.row.per] },
  { key: 'from', title: 'Gælder fra', kind: 'day', value: ({ judged }) => judged.row.validFrom },
  { key: 'now', title: 'Takst i kr.', kind: 'number', value: ({ judged }) => judged.row.amountOre / 100 },
  ...baselineKeys.map(
    (key): Column<Rise> => ({
      key,
      title: `Stigning i pct. mod ${baselines[key]}`,
      kind: 'number',
      value: ({ judged }) => percentOf(judged.increases[key]),
    }),
  ),
  {
    key: 'decides',
    title: 'Afgøres af',
    kind: 'text',
    width: 34,
    value: ({ judged: { rules } }) => rules.baseline && baselines[rules.baseline],
  },
  {
    key: 'limit',
    title: 'Grænse i pct.',
    kind: 'number',
    value: ({ judged: { rules } }) => rules.limit && number(rules.limit.percent),
  },
  { key: 'limitSource', title: 'Grænsens kilde', kind: 'text', width: 34, value: ({ judged }) => judged.rules.limit?.source },
  { key: 'case', title: 'Sag', kind: 'number', value: ({ found }) => found?.id },
  { key: 'example', title: 'Eksempeldata', kind: 'flag', value: ({ judged }) => judged.row.example },
]

const markOf = (isExample: boolean) => (isExample ? { mark: 'eksempeldata' } : {})

export const risesWorkbook = async ({ rises }: { rises: Rise[] }): Promise<File> =>
  xlsxFile('faelles-takststigninger.xlsx', {
    title: 'Takststigninger over grænsen',
    ...markOf(rises.some(({ judged }) => judged.row.example)),
    sheets: [sheet({ name: 'Stigninger', columns: riseColumns, rows: rises })],
  })

export const risesCsv = ({ rises }: { rises: Rise[] }): File => csvFile('faelles-takststigninger.csv', riseColumns, rises)

const caseColumns = (today: Day): Column<Case>[] => [
  { key: 'id', title: 'Sag', kind: 'number', value: ({ id }) => id },
  { key: 'operator', title: 'Driftsherre', kind: 'text', width: 28, value: ({ operatorName }) => operatorName },
  { key: 'offer', title: 'Tilbud', kind: 'text', width: 28, value: ({ offerName }) => offerName },
  { key: 'what', title: 'Ydelse', kind: 'text', width: 28, value: ({ what }) => what },
  { key: 'ownership', title: 'Ejerform', kind: 'text', value: ({ ownership }) => ownership && ownerships[ownership] },
  { key: 'party', title: 'Kommune', kind: 'text', value: ({ party }) => party },
  { key: 'effective', title: 'Gælder fra', kind: 'day', value: ({ effectiveOn }) => effectiveOn },
  { key: 'before', title: 'Før i kr.', kind: 'number', value: ({ from }) => kroner(from) },
  { key: 'now', title: 'Nu i kr.', kind: 'number', value: ({ to }) => kroner(to) },
  { key: 'percent', title: 'Stigning i pct.', kind: 'number', value: ({ percent }) => number(percent) },
  { key: 'limit', title: 'Grænse i pct.', kind: 'number', value: ({ limit }) => number(limit) },
  { key: 'found', title: 'Fundet', kind: 'day', value: ({ foundOn }) => foundOn },
  { key: 'stand', title: 'Står ved', kind: 'text', width: 34, value: (one) => standText(one, today) },
  { key: 'outcome', title: 'Vurdering', kind: 'text', width: 30, value: outcomeText },
  { key: 'example', title: 'Eksempeldata', kind: 'flag', value: ({ example }) => example },
]

type LoadedCases = { cases: Case[]; today: Day }

export const casesWorkbook = async ({ cases, today }: LoadedCases): Promise<File> =>
  xlsxFile(`faelles-takstindberetninger-${today}.xlsx`, {
    title: 'Takstindberetninger',
    ...markOf(cases.some(({ example }) => example)),
    sheets: [sheet({ name: 'Indberetninger', columns: caseColumns(today), rows: cases })],
  })

export const casesCsv = ({ cases, today }: LoadedCases): File =>
  csvFile(`faelles-takstindberetninger-${today}.csv`, caseColumns(today), cases)

export const halfYearPdf = async (loaded: LoadedHalfYear): Promise<File> =>
  pdfFile(`takstindberetninger-${halfYearKey(loaded.list.halfYear)}.pdf`, halfYearDocument(loaded), { inline: true })

export const halfYearWorkbook = ({ list, asOf }: LoadedHalfYear): Promise<File> =>
  casesWorkbook({ cases: list.cases, today: asOf }).then((file) => ({
    ...file,
    name: `takstindberetninger-${halfYearKey(list.halfYear)}.xlsx`,
  }))
