import type { Action } from '../../../platform/action.ts'

export const feeds: Action[] = []
