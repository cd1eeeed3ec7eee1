import { type Action, type Ask, download, page } from '../../../platform/action.ts'
import { csvFile, jsonFile, sheet, xlsxFile } from '../../../platform/sheet.ts'
import { idIn } from '../../../platform/values/id.ts'
import { addressOf, foundOf, judgedOn, offersWith } from '../../offers/index.ts'
import { foundAnswer, foundOutput } from '../answer.ts'
import { findingQuery } from '../finding-query.ts'
import { ComparePage } from '../pages/compare.tsx'
import { FindPage } from '../pages/find.tsx'
import { type Search, search } from '../reading.ts'
import { foundColumns } from '../sheets.ts'

const MOST_IN_FILE = 200_000

const nameOf = ({ rows }: Search, today: string, ending: string): string =>
  `faelles-tilbud-${today}${rows.some(({ example }) => example) ? '-eksempeldata' : ''}.${ending}`

const everything = (ask: Ask) => search(ask, MOST_IN_FILE)

const MOST_COMPARED = 4

/** The offers named in the address, each once, at most four. */
const compared = async ({ db, url, today }: Ask) => {
  const ids = url.searchParams.getAll('tilbud').flatMap((value) => value.split(','))
  const known = [...new Set(ids.map(idIn))].filter((id) => id > 0)
  const judged = await judgedOn(db, today)
  const chosen = known.slice(0, MOST_COMPARED)
  const [offers, units] = await Promise.all([offersWith(db, chosen), foundOf(db, chosen, judged)])
  return { offers, units, judged, left: known.length - chosen.length }
}

export const finding: Action[] = [
  page({
    path: '/tilbud',
    may: 'offers.read',
    open: true,
    query: findingQuery,
    load: async (ask) => search(ask),
    view: FindPage,
    apiRead: {
      path: '/offers',
      summary: 'Place lines of offers, found by the same parameters as the page /tilbud, 50 at a time',
      output: foundOutput,
      answer: foundAnswer,
    },
  }),

  download({
    path: '/tilbud/liste.csv',
    may: 'offers.read',
    query: findingQuery,
    load: everything,
    send: (found, { today }) => csvFile(nameOf(found, today, 'csv'), foundColumns(found.judged), found.rows),
  }),

  download({
    path: '/tilbud/liste.xlsx',
    may: 'offers.read',
    query: findingQuery,
    load: everything,
    send: async (found, { today, site }) =>
      xlsxFile(nameOf(found, today, 'xlsx'), {
        title: 'Tilbud',
        sheets: [
          sheet({
            name: 'Tilbud',
            intro: `Fundet ${today} på ${site.baseUrl}${addressOf(found.finding)}. Se altid kolonnen »Oplyst pr.«: mange tal er gamle.`,
            columns: foundColumns(found.judged),
            rows: found.rows,
          }),
        ],
      }),
  }),

  download({
    path: '/tilbud/liste.json',
    may: 'offers.read',
    query: findingQuery,
    load: everything,
    send: (found, { today }) => jsonFile(nameOf(found, today, 'json'), foundAnswer(found)),
  }),

  page({ path: '/tilbud/sammenlign', may: 'offers.read', open: true, load: compared, view: ComparePage }),
]
