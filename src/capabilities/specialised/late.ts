import type { Ask } from '../../platform/action.ts'
import { progressesOf } from './actions/progress.ts'
import { allCases } from './store/cases.ts'

/** How many open cases have a deadline that has passed. */
export async function lateCases(ask: Pick<Ask, 'db' | 'today'>): Promise<number> {
  const cases = await progressesOf(ask, await allCases(ask.db, { internal: false }))
  return cases.filter(({ progress }) => progress.late.length > 0).length
}
