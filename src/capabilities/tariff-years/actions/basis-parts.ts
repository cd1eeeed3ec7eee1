import { z } from 'zod'
import type { Action } from '../../../platform/action.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { type CalculationBasis, type Occupancy, type Regulation, regulationOf, rulesOf } from '../../tariffs/index.ts'
import { withAt, without, withRegulation, yearOf } from '../basis.ts'
import { costFields, costFrom, formIn } from '../cost-input.ts'
import {
  accountYears,
  hourFields,
  hoursFrom,
  occupancyFields,
  occupancyFrom,
  placeFields,
  placesFrom,
  respiteFields,
  respiteFrom,
} from '../counting-input.ts'
import {
  accountFields,
  accountRegulation,
  amountFields,
  amountRegulation,
  gradingFrom,
  gradings,
  isGrading,
  levelFields,
} from '../level-input.ts'
import { notSaved } from '../line-input.ts'
import { CostPage, RemoveCostPage } from '../pages/basis-cost.tsx'
import { HoursPage, OccupancyPage, PlacesPage, RespitePage } from '../pages/basis-counting.tsx'
import { GradingPage, RemoveGradingPage } from '../pages/basis-levels.tsx'
import { AccountPage, RegulationPage, RemoveRegulationPage } from '../pages/basis-regulation.tsx'
import { type BasisLooked, changing } from './basis.ts'

const kept = (looked: BasisLooked, change: Partial<CalculationBasis>, said: string) => ({
  basis: { ...looked.basis, ...change },
  said,
  detail: { before: looked.line.basis, change },
})

/** The cost line whose number stands in the address, counted from 1. */
function costAt(looked: BasisLooked, { nr = '' }: Record<string, string>) {
  const at = /^\d{1,4}$/.test(nr) ? Number(nr) - 1 : -1
  const cost = looked.basis.costs[at]
  return cost && { looked, at, form: cost.form, cost }
}

const costs: Action[] = [
  changing('/omkostning/ny/:form', {
    input: z.object(costFields),
    find: (looked, { form = '' }) => {
      const found = formIn(form)
      return found && { looked, at: looked.basis.costs.length, form: found, cost: undefined }
    },
    view: CostPage,
    change: ({ looked, at, form }, written) => {
      const cost = costFrom(form, written)
      return kept(looked, { costs: withAt(looked.basis.costs, at, cost) }, `»${cost.label}« er lagt til omkostningerne.`)
    },
  }),
  changing('/omkostning/:nr', {
    input: z.object(costFields),
    find: costAt,
    view: CostPage,
    change: ({ looked, at, form }, written) => {
      const cost = costFrom(form, written)
      return kept(looked, { costs: withAt(looked.basis.costs, at, cost) }, `»${cost.label}« er rettet.`)
    },
  }),
  changing('/omkostning/:nr/fjern', {
    input: z.object({}),
    find: costAt,
    view: RemoveCostPage,
    change: ({ looked, at, cost }) =>
      kept(looked, { costs: without(looked.basis.costs, at) }, `»${cost.label}« er fjernet fra omkostningerne.`),
  }),
]

const paidByTheHour = ({ line }: BasisLooked) => line.per === 'hour'

/** The occupancy told before, or that of accounts nobody has told of yet. */
const occupancyOf = ({ basis: { counting } }: BasisLooked): Occupancy =>
  counting.by === 'places' ? counting.occupancy : { from: 'accounts', accounts: [] }

const counting: Action[] = [
  changing('/pladser', {
    input: z.object(placeFields),
    find: (looked) => (paidByTheHour(looked) ? undefined : { looked }),
    view: PlacesPage,
    change: ({ looked }, written) =>
      kept(looked, { counting: placesFrom(written, looked.standing.year, occupancyOf(looked)) }, 'Pladser og dage er gemt.'),
  }),
  changing('/belaegning', {
    input: z.object(occupancyFields),
    find: (looked) => {
      const { counting: by } = looked.basis
      return by.by === 'places' ? { looked, counting: by } : undefined
    },
    view: OccupancyPage,
    change: ({ looked, counting: by }, written) =>
      kept(
        looked,
        { counting: { ...by, occupancy: occupancyFrom(written, accountYears(looked.rules)) } },
        'Belægningen er gemt.',
      ),
  }),
  changing('/timer', {
    input: z.object(hourFields),
    find: (looked) => (paidByTheHour(looked) ? { looked } : undefined),
    view: HoursPage,
    change: ({ looked }, written) => kept(looked, { counting: hoursFrom(written) }, 'Timerne er gemt.'),
  }),
  changing('/aflastning', {
    input: z.object(respiteFields),
    find: (looked) => (paidByTheHour(looked) ? undefined : { looked }),
    view: RespitePage,
    change: ({ looked }, written) => kept(looked, { counting: respiteFrom(written) }, 'Opholdene er gemt.'),
  }),
]

/** Told once and of the right year; a rule nobody has said is told of on the page instead. */
function regulated(looked: BasisLooked, told: Regulation): Partial<CalculationBasis> {
  const regulations = withRegulation(looked.basis.regulations, told)
  try {
    regulationOf(regulations, looked.standing.year, rulesOf(looked.rules), [])
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code !== 'rule not said') throw notSaved('account' in told ? 'accountYear' : 'fromYear', error)
  }
  return { regulations }
}

const regulation: Action[] = [
  changing('/regulering/beloeb', {
    input: z.object(amountFields),
    find: (looked) => ({ looked }),
    view: RegulationPage,
    change: ({ looked }, written) =>
      kept(looked, regulated(looked, amountRegulation(written, looked.standing.year)), 'Reguleringen er gemt.'),
  }),
  changing('/regulering/regnskab', {
    input: z.object(accountFields),
    find: (looked) => ({ looked }),
    view: AccountPage,
    change: ({ looked }, written) => kept(looked, regulated(looked, accountRegulation(written)), 'Regnskabet er gemt.'),
  }),
  changing('/regulering/:from/fjern', {
    input: z.object({}),
    find: (looked, { from = '' }) => {
      const regulation = looked.basis.regulations.find((one) => String(yearOf(one)) === from)
      return regulation && { looked, regulation }
    },
    view: RemoveRegulationPage,
    change: ({ looked, regulation: gone }) =>
      kept(
        looked,
        { regulations: looked.basis.regulations.filter((one) => yearOf(one) !== yearOf(gone)) },
        `Reguleringen fra ${yearOf(gone)} er fjernet.`,
      ),
  }),
]

const levels: Action[] = [
  changing('/niveauer/:how', {
    input: z.object(levelFields),
    find: (looked, { how = '' }) => (isGrading(how) && looked.basis.counting.by === 'places' ? { looked, how } : undefined),
    view: GradingPage,
    change: ({ looked, how }, written) => kept(looked, { grading: gradingFrom(gradings[how], written) }, 'Niveauerne er gemt.'),
  }),
  changing('/uden-niveauer', {
    input: z.object({}),
    find: (looked) => (looked.basis.grading === undefined ? undefined : { looked }),
    view: RemoveGradingPage,
    change: ({ looked }) => {
      const { grading: _, ...rest } = looked.basis
      return { basis: rest, said: 'Niveauerne er fjernet. Taksten er den samme for alle.', detail: { before: looked.line.basis } }
    },
  }),
]

export const basisParts: Action[] = [...costs, ...counting, ...regulation, ...levels]
