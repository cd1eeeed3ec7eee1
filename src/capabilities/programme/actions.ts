import type { Action } from '../../platform/action.ts'
import { items } from './actions/items.ts'
import { overview } from './actions/overview.ts'
import { readingPages } from './actions/reading-pages.ts'

export const actions: Action[] = [...overview, ...items, ...readingPages]
