import type { Action } from '../../platform/action.ts'
import { board } from './actions/board.ts'
import { capacity } from './actions/capacity.ts'
import { confirm } from './actions/confirm.ts'
import { link } from './actions/link.ts'
import { office } from './actions/office.ts'

export const actions: Action[] = [...board, ...confirm, ...link, ...office, ...capacity]
