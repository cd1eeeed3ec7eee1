import type { Action } from '../../platform/action.ts'
import { open } from './actions/open.ts'
import { own } from './actions/own.ts'
import { workbook } from './actions/workbook.ts'

/** Addresses with words in them go before those with a name of a thing. */
export const actions: Action[] = [...workbook, ...own, ...open]
