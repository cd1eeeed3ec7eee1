import type { Action } from '../../platform/action.ts'
import { look } from './actions/look.ts'
import { reading } from './actions/read.ts'
import { reporting } from './actions/report.ts'
import { settling } from './actions/settle.ts'

/** The named addresses of a party come before its areas', since an area's key stands in the same place. */
export const actions: Action[] = [...look, ...settling, ...reporting, ...reading]
