import { type Action, page } from '../../platform/action.ts'
import { allParties } from '../parties/index.ts'
import { type PlanField, planOn } from '../plan/index.ts'
import { statusOn } from '../progress/index.ts'
import { about } from './actions/about.ts'
import { agreementOn, aheadOf, lastMoved, passedUnsaid, reachOf } from './overview.ts'
import { FrontPage } from './pages/front.tsx'

/** What the front page tells of the plan. */
const TOLD: PlanField[] = ['title', 'summary', 'period', 'planned', 'actual', 'done']
const MOVED = 6
const AHEAD = 6

const front = page({
  path: '/',
  may: 'site.read',
  open: true,
  load: async ({ db, today }) => {
    const [plan, status, parties] = await Promise.all([planOn(db, today, TOLD), statusOn(db, today), allParties(db)])
    const ahead = aheadOf(plan, parties, today)
    return {
      plan,
      status,
      agreement: agreementOn(plan, today),
      reach: reachOf(status),
      moved: lastMoved(status.reports, MOVED),
      ahead: ahead.slice(0, AHEAD),
      laterAhead: Math.max(0, ahead.length - AHEAD),
      unsaid: passedUnsaid(plan, today),
    }
  },
  view: (loaded, ask) => FrontPage(loaded, ask),
})

export const actions: Action[] = [front, ...about]
