import type { Ask, File } from '../../platform/action.ts'
import { type Column, csvFile, sheet, xlsxFile } from '../../platform/sheet.ts'
import type { LoadedTariffs } from './actions/tariffs.ts'
import { categories, type Figure, figures, isShare, type Part, sizes, type Tariff } from './tariff.ts'

const tariffColumns: Column<Tariff>[] = [
  { key: 'authority', title: 'Socialtilsyn', kind: 'text', width: 26, value: ({ authority }) => authority },
  { key: 'year', title: 'År', kind: 'number', width: 8, value: ({ year }) => year },
  { key: 'category', title: 'Takst for', kind: 'text', width: 26, value: ({ category }) => categories[category] },
  { key: 'size', title: 'Størrelse', kind: 'text', width: 22, value: ({ size }) => (size ? sizes[size] : 'Alle') },
  {
    key: 'amount',
    title: 'Kroner',
    kind: 'number',
    width: 12,
    value: ({ amountOre }) => (amountOre === undefined ? undefined : amountOre / 100),
  },
  { key: 'changePct', title: 'Ændring i procent', kind: 'number', width: 12, value: ({ changePct }) => changePct },
  { key: 'reservation', title: 'Forbehold', kind: 'text', width: 30, value: ({ reservation }) => reservation },
  { key: 'source', title: 'Kilde', kind: 'text', width: 40, value: ({ source }) => source },
  { key: 'sourceUrl', title: 'Kildens adresse', kind: 'text', width: 40, value: ({ sourceUrl }) => sourceUrl },
]

const figureColumns: Column<Figure>[] = [
  { key: 'authority', title: 'Socialtilsyn', kind: 'text', width: 26, value: ({ authority }) => authority },
  { key: 'key', title: 'Nøgletal', kind: 'text', width: 40, value: ({ key }) => figures[key] },
  { key: 'year', title: 'År', kind: 'number', width: 8, value: ({ year }) => year },
  { key: 'value', title: 'Værdi', kind: 'number', width: 12, value: ({ value }) => value },
  { key: 'unit', title: 'Enhed', kind: 'text', width: 12, value: ({ key }) => (isShare(key) ? 'procent' : '1.000 kr.') },
  { key: 'before', title: 'Året før', kind: 'number', width: 12, value: ({ before }) => before },
  { key: 'statedPct', title: 'Ændring i procent ifølge kilden', kind: 'number', width: 14, value: ({ statedPct }) => statedPct },
  { key: 'reservation', title: 'Forbehold', kind: 'text', width: 30, value: ({ reservation }) => reservation },
  { key: 'source', title: 'Kilde', kind: 'text', width: 40, value: ({ source }) => source },
]

const partColumns: Column<Part>[] = [
  { key: 'name', title: 'Kommune', kind: 'text', width: 20, value: ({ name }) => name },
  { key: 'residents', title: '0-17-årige', kind: 'number', width: 12, value: ({ residents }) => residents },
  { key: 'pct', title: 'Andel i procent', kind: 'number', width: 12, value: ({ pct }) => pct },
  { key: 'kroner', title: 'Kroner', kind: 'number', width: 16, value: ({ ore }) => ore / 100 },
  { key: 'source', title: 'Kilde', kind: 'text', width: 40, value: ({ source }) => source },
  { key: 'example', title: 'Eksempeldata', kind: 'flag', width: 10, value: ({ example }) => example },
]

const holdsExample = ({ parts }: LoadedTariffs) => parts.some(({ example }) => example)

export async function tariffsWorkbook(loaded: LoadedTariffs, { today }: Pick<Ask, 'today'>): Promise<File> {
  const name = `faelles-tilsynstakster-${today}${holdsExample(loaded) ? '-eksempeldata' : ''}.xlsx`
  return xlsxFile(name, {
    title: 'Hvad tilsyn koster',
    ...(holdsExample(loaded) && { mark: 'eksempeldata' }),
    sheets: [
      sheet({ name: 'Takster', columns: tariffColumns, rows: loaded.tariffs }),
      sheet({ name: 'Nøgletal', columns: figureColumns, rows: loaded.figures }),
      sheet({ name: 'Fælles finansiering', columns: partColumns, rows: loaded.parts }),
    ],
  })
}

export const tariffsCsv = ({ tariffs }: LoadedTariffs, { today }: Pick<Ask, 'today'>): File =>
  csvFile(`faelles-tilsynstakster-${today}.csv`, tariffColumns, tariffs)
