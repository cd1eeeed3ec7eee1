import type { Action } from '../../platform/action.ts'
import { add } from './actions/add.ts'
import { connect } from './actions/connect.ts'
import { correct } from './actions/correct.ts'
import { items } from './actions/items.ts'
import { overview } from './actions/overview.ts'
import { postpone } from './actions/postpone.ts'
import { readingPages } from './actions/reading-pages.ts'

export const actions: Action[] = [...overview, ...items, ...readingPages, ...correct, ...postpone, ...add, ...connect]
