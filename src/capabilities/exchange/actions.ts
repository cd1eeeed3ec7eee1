import type { Action } from '../../platform/action.ts'
import { downloads } from './actions/downloads.ts'
import { feeds } from './actions/feeds.ts'
import { incoming } from './actions/incoming.ts'

export const actions: Action[] = [...downloads, ...feeds, ...incoming]
