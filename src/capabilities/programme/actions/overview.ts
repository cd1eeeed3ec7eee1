import { page } from '../../../platform/action.ts'
import { asOfQuery } from '../../../platform/as-of.ts'
import { allParties, membersOn } from '../../parties/index.ts'
import { latestOn } from '../../progress/index.ts'
import { areaAnswer, areaOut, planAnswer, planOut } from '../answer.ts'
import { AreasPage } from '../pages/lists.tsx'
import { PlanPage } from '../pages/tree.tsx'
import { type PlanAsk, readingOf } from '../reading.ts'
import { standingOf } from '../standing.ts'

/** The plan with how far the parties are with each of its areas. */
export async function overviewOf(ask: PlanAsk) {
  const reading = await readingOf(ask)
  const { db } = ask
  const [members, all, reports] = await Promise.all([membersOn(db, reading.day), allParties(db), latestOn(db, reading.day)])
  const standings = new Map(reading.plan.areas.map(({ id }) => [id, standingOf(id, members, reports, all)]))
  return { reading, standings }
}

export const overview = [
  page({
    path: '/plan',
    may: 'plan.read',
    open: true,
    query: asOfQuery,
    load: overviewOf,
    view: PlanPage,
    apiRead: {
      path: '/plan',
      summary: 'The plan as a tree: agreement, purposes, principles, action areas, initiatives, each fact with its source.',
      output: planOut,
      answer: ({ reading, standings }) => planAnswer(reading, standings),
    },
  }),
  page({
    path: '/plan/indsatsomraader',
    may: 'plan.read',
    open: true,
    query: asOfQuery,
    load: overviewOf,
    view: AreasPage,
    apiRead: {
      path: '/areas',
      summary: 'Action areas with start term, programme year and numbers, and how many parties have reported.',
      output: areaOut.array(),
      answer: ({ reading, standings }) => reading.plan.areas.map((area) => areaAnswer(area, reading, standings.get(area.id))),
    },
  }),
]
