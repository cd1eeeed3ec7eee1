import { type Ask, page } from '../../../platform/action.ts'
import { allNotes } from '../../plan/index.ts'
import { parameterOn } from '../../rules/index.ts'
import { isOld, standingOn } from '../listing.ts'
import { OverviewPage } from '../pages/overview.tsx'
import { allCases } from '../store/cases.ts'
import { allSpecialised } from '../store/listing.ts'
import { progressesOf } from './progress.ts'

/** What the sources leave uncertain about all the offers together. */
const NOTES = ['K17', 'K26', 'K28']

async function load(ask: Ask) {
  const { db, today } = ask
  const [all, cases, notes, months] = await Promise.all([
    allSpecialised(db),
    allCases(db, { internal: false }),
    allNotes(db),
    parameterOn(db, 'specialised.assessMonths', today),
  ])
  const on = all.map((one) => standingOn(one, today)).filter((standing) => standing.on)
  return {
    listed: on.length,
    followUp: on.filter(({ assessed }) => assessed?.followUp).length,
    old: on.filter((standing) => isOld(standing, today, months)).length,
    cases: await progressesOf(ask, cases),
    notes: notes.filter(({ key }) => NOTES.includes(key)),
  }
}

export type LoadedOverview = Awaited<ReturnType<typeof load>>

export const overview = page({ path: '/tilbud/saerlige', may: 'specialised.read', open: true, load, view: OverviewPage })
