import { type Action, type Ask, download, type File } from '../../../platform/action.ts'
import { type Column, csvFile, jsonFile, sheet, xlsxFile } from '../../../platform/sheet.ts'
import { priceUnits } from '../../offers/index.ts'
import { tariffAnswer } from '../answer.ts'
import { placeText } from '../figures.ts'
import { listAddress } from '../listing.ts'
import type { YearsLooked } from '../pages/years.tsx'
import { type Looked, look } from '../reading.ts'
import { tariffColumns } from '../sheets.ts'
import { type ListedTariff, serviceText } from '../tariff.ts'
import { withYears } from './list.ts'

const MOST_IN_FILE = 200_000

const everything = (ask: Ask) => look(ask, MOST_IN_FILE)

const nameOf = ({ rows }: Looked, today: string, ending: string) =>
  `faelles-takster-${today}${rows.some(({ example }) => example) ? '-eksempeldata' : ''}.${ending}`

const csv = (looked: Looked, columns: Column<ListedTariff>[], { today }: Ask): File =>
  csvFile(nameOf(looked, today, 'csv'), columns, looked.rows)

const xlsx = async (looked: Looked, columns: Column<ListedTariff>[], { today, site }: Ask): Promise<File> =>
  xlsxFile(nameOf(looked, today, 'xlsx'), {
    title: 'Takster',
    ...(looked.rows.some(({ example }) => example) ? { mark: 'eksempeldata' } : {}),
    sheets: [
      sheet({
        name: 'Takster',
        intro: `Hentet ${today} fra ${site.baseUrl}${listAddress(looked.listing)}. Private takster sammenlignes med offentlige uden moms, pr. samme enhed og år.`,
        columns,
        rows: looked.rows,
      }),
    ],
  })

const json = (looked: Looked, tariffs: unknown, { today }: Ask): File =>
  jsonFile(nameOf(looked, today, 'json'), { total: looked.counts.tariffs, withBasis: looked.counts.known, tariffs })

const yearsColumns = ({ years, byYear }: YearsLooked): Column<ListedTariff>[] => [
  { key: 'place', title: 'Tilbud og afdeling', kind: 'text', width: 36, value: placeText },
  { key: 'service', title: 'Ydelse', kind: 'text', width: 24, value: serviceText },
  { key: 'operator', title: 'Driftsherre', kind: 'text', width: 26, value: ({ operatorName }) => operatorName },
  { key: 'per', title: 'Pr.', kind: 'text', width: 8, value: ({ per }) => priceUnits[per] },
  ...years.map(
    (year): Column<ListedTariff> => ({
      key: `year${year}`,
      title: `${year}, kr.`,
      kind: 'number',
      width: 12,
      value: ({ tariffId }) => {
        const ore = byYear.get(tariffId)?.get(year)?.amountOre
        return ore === undefined ? undefined : ore / 100
      },
    }),
  ),
  { key: 'example', title: 'Eksempeldata', kind: 'flag', width: 10, value: ({ example }) => example },
]

const everyYear = async (ask: Ask) => withYears(ask, await everything(ask))

const yearsAnswer = ({ rows, years, byYear }: YearsLooked) =>
  rows.map((row) => ({
    tariffId: row.tariffId,
    offer: row.offerName,
    unit: row.unitName,
    service: row.service,
    level: row.level,
    per: row.per,
    amountsOre: Object.fromEntries(
      years.flatMap((year) => {
        const version = byYear.get(row.tariffId)?.get(year)
        return version ? [[String(year), version.amountOre]] : []
      }),
    ),
  }))

/** Exactly what is shown, all pages of it. */
export const files: Action[] = [
  download({
    path: '/takster/liste.csv',
    may: 'tariffs.read',
    load: everything,
    send: (looked, ask) => csv(looked, tariffColumns(looked.codes), ask),
  }),
  download({
    path: '/takster/liste.xlsx',
    may: 'tariffs.read',
    load: everything,
    send: (looked, ask) => xlsx(looked, tariffColumns(looked.codes), ask),
  }),
  download({
    path: '/takster/liste.json',
    may: 'tariffs.read',
    load: everything,
    send: (looked, ask) => json(looked, looked.rows.map(tariffAnswer), ask),
  }),
  download({
    path: '/takster/aar.csv',
    may: 'tariffs.read',
    load: everyYear,
    send: (looked, ask) => csv(looked, yearsColumns(looked), ask),
  }),
  download({
    path: '/takster/aar.xlsx',
    may: 'tariffs.read',
    load: everyYear,
    send: (looked, ask) => xlsx(looked, yearsColumns(looked), ask),
  }),
  download({
    path: '/takster/aar.json',
    may: 'tariffs.read',
    load: everyYear,
    send: (looked, ask) => json(looked, yearsAnswer(looked), ask),
  }),
]
