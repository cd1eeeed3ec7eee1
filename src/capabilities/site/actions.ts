import { type Action, page } from '../../platform/action.ts'
import { allParties } from '../parties/index.ts'
import { planOn } from '../plan/index.ts'
import { lastSaidOn, matrixOn } from '../progress/index.ts'
import { about } from './actions/about.ts'
import { agreementOn, aheadOf, lastMoved, passedUnsaid, reachOf } from './overview.ts'
import { FrontPage } from './pages/front.tsx'

const MOVED = 6
const AHEAD = 6

const front = page({
  path: '/',
  may: 'site.read',
  open: true,
  load: async ({ db, today }) => {
    const [plan, matrix, said, parties] = await Promise.all([
      planOn(db, today),
      matrixOn(db, today),
      lastSaidOn(db, today),
      allParties(db),
    ])
    const ahead = aheadOf(plan, parties, today)
    return {
      plan,
      matrix,
      agreement: agreementOn(plan, today),
      reach: reachOf(matrix),
      moved: lastMoved(said, matrix, MOVED),
      ahead: ahead.slice(0, AHEAD),
      laterAhead: Math.max(0, ahead.length - AHEAD),
      unsaid: passedUnsaid(plan, today),
    }
  },
  view: (loaded, ask) => FrontPage(loaded, ask),
})

export const actions: Action[] = [front, ...about]
