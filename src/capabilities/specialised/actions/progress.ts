import type { Ask } from '../../../platform/action.ts'
import { parameterOn } from '../../rules/index.ts'
import { type Case, type Progress, progressOf } from '../task-force.ts'

export type Running = { of: Case; progress: Progress }

/** Where cases stand today. Each is judged by the rule of the day it was raised. */
export const progressesOf = ({ db, today }: Pick<Ask, 'db' | 'today'>, cases: readonly Case[]): Promise<Running[]> =>
  Promise.all(
    cases.map(async (of) => ({
      of,
      progress: progressOf(of, today, await parameterOn(db, 'taskForce.conveneDays', of.raisedOn)),
    })),
  )
