import type { Action } from '../../platform/action.ts'
import { files } from './actions/files.ts'
import { listing } from './actions/list.ts'
import { notes } from './actions/notes.ts'
import { version } from './actions/version.ts'

/** Addresses with words in them go before /takster/:id. */
export const actions: Action[] = [...listing, ...files, ...notes, ...version]
