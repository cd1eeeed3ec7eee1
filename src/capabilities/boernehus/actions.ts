import type { Action } from '../../platform/action.ts'
import { look } from './actions/look.ts'
import { write } from './actions/write.ts'

export const actions: Action[] = [...look, ...write]
