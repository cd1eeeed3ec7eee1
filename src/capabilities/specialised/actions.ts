import type { Action } from '../../platform/action.ts'
import { caseActions } from './actions/cases.ts'
import { listActions } from './actions/listing.ts'
import { overview } from './actions/overview.ts'
import { stepActions } from './actions/steps.ts'

export const actions: Action[] = [overview, ...listActions, ...caseActions, ...stepActions]
