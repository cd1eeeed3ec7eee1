import { type Action, type Ask, download, page } from '../../../platform/action.ts'
import { parameterOn } from '../../rules/index.ts'
import { nationalAnswer, nationalOutput } from '../answer.ts'
import { NationalPage } from '../pages/national.tsx'
import { nationalCsv, nationalWorkbook } from '../sheets.ts'
import { allFigures, conclusions, groups, nationalOffers } from '../store/national.ts'

export const NATIONAL = '/tilbud/saerlige/landsdaekkende'

export async function load({ db, today }: Pick<Ask, 'db' | 'today'>) {
  const [kinds, offers, figures, texts, months] = await Promise.all([
    groups(db),
    nationalOffers(db),
    allFigures(db),
    conclusions(db),
    parameterOn(db, 'national.staleMonths', today),
  ])
  return { groups: kinds, offers, figures, conclusions: texts, months, today }
}

export type LoadedNational = Awaited<ReturnType<typeof load>>

export const look: Action[] = [
  page({
    path: NATIONAL,
    may: 'specialised.read',
    open: true,
    load,
    view: NationalPage,
    apiRead: {
      path: '/special-offers/national',
      summary: 'National and part-national offers: groups, offers known by name, occupancy and counts that hold, conclusions',
      output: nationalOutput,
      answer: nationalAnswer,
    },
  }),
  download({ path: `${NATIONAL}.xlsx`, may: 'specialised.read', open: true, load, send: nationalWorkbook }),
  download({ path: `${NATIONAL}.csv`, may: 'specialised.read', open: true, load, send: nationalCsv }),
]
