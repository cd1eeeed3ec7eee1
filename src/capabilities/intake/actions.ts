import type { Action } from '../../platform/action.ts'
import { confirming } from './actions/confirm.ts'
import { mapping } from './actions/map.ts'
import { sending } from './actions/send.ts'

export const actions: Action[] = [...sending, ...mapping, ...confirming]
