import type { Action } from '../../platform/action.ts'
import { caseActions } from './actions/cases.ts'
import { explainByLink } from './actions/explain.ts'
import { halfYearActions } from './actions/half-year.ts'
import { letterActions } from './actions/letters.ts'
import { mailboxActions } from './actions/mailbox.ts'
import { ruleActions } from './actions/rules.ts'
import { stepActions } from './actions/steps.ts'

export const actions: Action[] = [
  ...ruleActions,
  ...mailboxActions,
  ...caseActions,
  ...stepActions,
  ...halfYearActions,
  ...letterActions,
  explainByLink,
]
