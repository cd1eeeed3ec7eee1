import type { Action } from '../../platform/action.ts'
import { reading } from './actions/read.ts'
import { writing } from './actions/write.ts'

export const actions: Action[] = [...reading, ...writing]
