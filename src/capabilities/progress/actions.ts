import type { Action } from '../../platform/action.ts'
import { look } from './actions/look.ts'

export const actions: Action[] = [...look]
