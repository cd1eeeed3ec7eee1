import type { Action } from '../../platform/action.ts'
import { reading } from './actions/read.ts'
import { sharing } from './actions/sharing.ts'
import { prices } from './actions/tariffs.ts'
import { writing } from './actions/write.ts'

export const actions: Action[] = [...reading, ...writing, ...prices, ...sharing]
