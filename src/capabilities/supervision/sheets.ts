import type { Ask, File } from '../../platform/action.ts'
import { type Column, csvFile, sheet, xlsxFile } from '../../platform/sheet.ts'
import { nameOf, outcomes, stateTexts } from './fact.ts'
import type { Read, ReadFact } from './reading.ts'

const columns: Column<ReadFact>[] = [
  { key: 'offerId', title: 'Tilbud nr.', kind: 'number', width: 10, value: ({ offerId }) => offerId },
  { key: 'offer', title: 'Tilbud', kind: 'text', width: 34, value: ({ offerName }) => offerName },
  { key: 'municipality', title: 'Kommune', kind: 'text', width: 16, value: ({ municipality }) => municipality },
  { key: 'kind', title: 'Afgørelse', kind: 'text', width: 24, value: nameOf },
  { key: 'day', title: 'Afgjort', kind: 'day', width: 12, value: ({ day }) => day },
  { key: 'validFrom', title: 'Gælder fra', kind: 'day', width: 12, value: ({ validFrom }) => validFrom },
  { key: 'lastDay', title: 'Sidste dag eller frist', kind: 'day', width: 12, value: ({ lastDay }) => lastDay },
  {
    key: 'state',
    title: 'Hvordan den står',
    kind: 'text',
    width: 20,
    value: ({ state, withdrawn }) => (withdrawn ? 'Trukket tilbage' : stateTexts[state]),
  },
  { key: 'authority', title: 'Myndighed', kind: 'text', width: 24, value: ({ authority }) => authority },
  { key: 'text', title: 'Afgørelsen i én sætning', kind: 'text', width: 50, value: ({ text }) => text },
  {
    key: 'since',
    title: 'Hvad der er sket siden',
    kind: 'text',
    width: 40,
    value: (fact) => fact.outcomes.map(({ kind, day, authority }) => `${outcomes[kind]} af ${authority} ${day}`).join('; '),
  },
  { key: 'publishedUrl', title: 'Offentliggjort', kind: 'text', width: 40, value: ({ publishedUrl }) => publishedUrl },
  { key: 'source', title: 'Kilde', kind: 'text', width: 30, value: ({ source }) => source },
  { key: 'open', title: 'Ses af alle', kind: 'flag', width: 10, value: ({ open }) => open },
  { key: 'example', title: 'Eksempeldata', kind: 'flag', width: 10, value: ({ example }) => example },
]

const nameOfFile = ({ facts }: Pick<Read, 'facts'>, { today }: Pick<Ask, 'today'>, ending: string): string => {
  const closed = facts.some(({ open }) => !open) ? '-ikke-for-alle' : ''
  return `faelles-tilsyn-${today}${closed}${facts.some(({ example }) => example) ? '-eksempeldata' : ''}.${ending}`
}

const INTRO = 'Afgørelser fra socialtilsynet. At der intet står om et tilbud, betyder ikke, at der intet er afgjort.'

export async function factsWorkbook(read: Pick<Read, 'facts'>, ask: Pick<Ask, 'today'>): Promise<File> {
  return xlsxFile(nameOfFile(read, ask, 'xlsx'), {
    title: 'Afgørelser fra socialtilsynet',
    ...(read.facts.some(({ example }) => example) && { mark: 'eksempeldata' }),
    sheets: [sheet({ name: 'Afgørelser', intro: INTRO, columns, rows: read.facts })],
  })
}

export const factsCsv = (read: Pick<Read, 'facts'>, ask: Pick<Ask, 'today'>): File =>
  csvFile(nameOfFile(read, ask, 'csv'), columns, read.facts)
