import type { File } from '../../platform/action.ts'
import { type Column, csvFile, sheet, xlsxFile } from '../../platform/sheet.ts'
import type { LoadedNational } from './actions/look.ts'
import { type Conclusion, type Figure, measures, type NationalOffer, nameOf, standing } from './national.ts'

const told = <Row extends { source: string; sourceDay: string; example: boolean }>(): Column<Row>[] => [
  { key: 'source', title: 'Kilde', kind: 'text', width: 40, value: ({ source }) => source },
  { key: 'sourceDay', title: 'Kildens dato', kind: 'day', value: ({ sourceDay }) => sourceDay },
  { key: 'example', title: 'Eksempeldata', kind: 'flag', value: ({ example }) => example },
]

const figureColumns = (loaded: LoadedNational): Column<Figure>[] => [
  { key: 'of', title: 'Gruppe eller tilbud', kind: 'text', width: 44, value: (figure) => nameOf(figure, loaded) },
  { key: 'measure', title: 'Hvad', kind: 'text', width: 20, value: ({ measure }) => measures[measure] },
  { key: 'year', title: 'År', kind: 'number', value: ({ year }) => year },
  { key: 'quarter', title: 'Kvartal', kind: 'number', value: ({ quarter }) => quarter },
  { key: 'value', title: 'Tal', kind: 'number', value: ({ value }) => value },
  { key: 'note', title: 'Bemærkning', kind: 'text', width: 30, value: ({ note }) => note },
  ...told<Figure>(),
]

const offerColumns = (loaded: LoadedNational): Column<NationalOffer>[] => [
  {
    key: 'group',
    title: 'Gruppe',
    kind: 'text',
    width: 44,
    value: ({ groupKey }) => nameOf({ groupKey, nationalOfferId: undefined }, loaded),
  },
  { key: 'name', title: 'Tilbud', kind: 'text', width: 30, value: ({ name }) => name },
  { key: 'region', title: 'Region', kind: 'text', value: ({ region }) => region },
  { key: 'offer', title: 'Tilbud nr. i registret', kind: 'number', value: ({ offerId }) => offerId },
  { key: 'from', title: 'Fra', kind: 'day', value: ({ validFrom }) => validFrom },
  { key: 'until', title: 'Indtil', kind: 'day', value: ({ validUntil }) => validUntil },
  ...told<NationalOffer>(),
]

const conclusionColumns: Column<Conclusion>[] = [
  { key: 'year', title: 'År', kind: 'number', value: ({ year }) => year },
  { key: 'text', title: 'Konklusion', kind: 'text', width: 80, value: ({ text }) => text },
  { key: 'by', title: 'Besluttet af', kind: 'text', width: 24, value: ({ decidedBy }) => decidedBy },
  { key: 'on', title: 'Besluttet den', kind: 'day', value: ({ decidedOn }) => decidedOn },
  ...told<Conclusion>(),
]

const holdsExample = ({ figures, offers, conclusions }: LoadedNational) =>
  [...figures, ...offers, ...conclusions].some(({ example }) => example)
const fileName = (loaded: LoadedNational, ending: string) =>
  `faelles-landsdaekkende-${loaded.today}${holdsExample(loaded) ? '-eksempeldata' : ''}.${ending}`

export const nationalWorkbook = async (loaded: LoadedNational): Promise<File> =>
  xlsxFile(fileName(loaded, 'xlsx'), {
    title: 'Lands- og landsdelsdækkende tilbud',
    ...(holdsExample(loaded) && { mark: 'eksempeldata' }),
    sheets: [
      sheet({ name: 'Tal', columns: figureColumns(loaded), rows: standing(loaded.figures) }),
      sheet({ name: 'Tilbud', columns: offerColumns(loaded), rows: loaded.offers }),
      sheet({ name: 'Konklusioner', columns: conclusionColumns, rows: loaded.conclusions }),
    ],
  })

export const nationalCsv = (loaded: LoadedNational): File =>
  csvFile(fileName(loaded, 'csv'), figureColumns(loaded), standing(loaded.figures))
