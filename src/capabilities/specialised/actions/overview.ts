import { type Ask, page } from '../../../platform/action.ts'
import { boernehusFigures, boernehusStanding } from '../../boernehus/index.ts'
import { allFigures, conclusions, groups, linesOf } from '../../national/index.ts'
import { allNotes } from '../../plan/index.ts'
import { parameterOn } from '../../rules/index.ts'
import { yearsTold } from '../../schooling/index.ts'
import { overviewAnswer, overviewOutput } from '../answer.ts'
import { isOld, standingOn } from '../listing.ts'
import { OverviewPage } from '../pages/overview.tsx'
import { allCases } from '../store/cases.ts'
import { allSpecialised } from '../store/listing.ts'
import { progressesOf } from './progress.ts'

/** What the sources leave uncertain about all the offers together. */
const NOTES = ['K17', 'K26', 'K28']

async function load(ask: Ask) {
  const { db, today } = ask
  const [all, cases, notes, months, national, kinds, texts, years, childrens] = await Promise.all([
    allSpecialised(db),
    allCases(db, { internal: false }),
    allNotes(db),
    parameterOn(db, 'specialised.assessMonths', today),
    allFigures(db),
    groups(db),
    conclusions(db),
    yearsTold(db),
    boernehusFigures(db, { municipal: false }),
  ])
  const on = all.map((one) => standingOn(one, today)).filter((standing) => standing.on)
  return {
    listed: on.length,
    followUp: on.filter(({ assessed }) => assessed?.followUp).length,
    old: on.filter((standing) => isOld(standing, today, months)).length,
    cases: await progressesOf(ask, cases),
    notes: notes.filter(({ key }) => NOTES.includes(key)),
    occupancy: linesOf(national, 'occupancy').filter(({ nationalOfferId }) => nationalOfferId === undefined),
    groups: kinds,
    concluded: texts[0]?.year,
    schoolYear: years[0],
    boernehus: boernehusStanding(childrens).findLast(({ kind }) => kind === 'actual'),
  }
}

export type LoadedOverview = Awaited<ReturnType<typeof load>>

export const overview = page({
  path: '/tilbud/saerlige',
  may: 'specialised.read',
  open: true,
  load,
  view: OverviewPage,
  apiRead: {
    path: '/special-offers',
    summary:
      'The offers that are looked after in particular, in figures: most specialised, task force, national, schooling, Børnehus',
    output: overviewOutput,
    answer: overviewAnswer,
  },
})
