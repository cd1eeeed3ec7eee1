import { type Action, type Ask, download, page } from '../../../platform/action.ts'
import { parameterOn } from '../../rules/index.ts'
import { boernehusAnswer, boernehusOutput } from '../answer.ts'
import { BoernehusPage } from '../pages/boernehus.tsx'
import { casesCsv, casesWorkbook } from '../sheets.ts'
import { allFigures, municipalitiesTold, targets } from '../store.ts'

export const BOERNEHUS = '/tilbud/saerlige/boernehus'

/** Figures of single municipalities are for the secretariat alone. */
export const load = (ask: Pick<Ask, 'db' | 'today' | 'may'>) => casesFor(ask, ask.may('boernehus.edit'))

/** Files are passed on, so they hold what everybody may see, whoever takes them. */
const toPassOn = (ask: Pick<Ask, 'db' | 'today'>) => casesFor(ask, false)

async function casesFor({ db, today }: Pick<Ask, 'db' | 'today'>, municipal: boolean) {
  const [figures, told, goals, months] = await Promise.all([
    allFigures(db, { municipal }),
    municipalitiesTold(db),
    targets(db),
    parameterOn(db, 'boernehus.staleMonths', today),
  ])
  return { figures, told, targets: goals, months, today }
}

export type LoadedCases = Awaited<ReturnType<typeof casesFor>>

export const look: Action[] = [
  page({
    path: BOERNEHUS,
    may: 'specialised.read',
    open: true,
    load,
    view: BoernehusPage,
    apiRead: {
      path: '/special-offers/boernehus',
      summary: 'Cases of Børnehus Sjælland by year, as told, budgeted and expected, and the targets of its tariff',
      output: boernehusOutput,
      answer: boernehusAnswer,
    },
  }),
  download({ path: `${BOERNEHUS}.xlsx`, may: 'specialised.read', open: true, load: toPassOn, send: casesWorkbook }),
  download({ path: `${BOERNEHUS}.csv`, may: 'specialised.read', open: true, load: toPassOn, send: casesCsv }),
]
