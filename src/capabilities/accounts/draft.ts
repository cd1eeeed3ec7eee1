import {
  type CellError,
  type ColumnPlan,
  type Draft as Incoming,
  mustBeRead,
  mustBringNews,
  type Way,
  WORKBOOK,
} from '../../platform/incoming.ts'

/** The columns are remembered for the kind. */
export const way: Way = { kind: 'accounts', jobs: 'accounts', words: WORKBOOK, many: 1000, base: '/takster/regnskaber/regneark' }

/** Whose accounts of which year the file is. */
export type Scope = { year: number; operatorId: number; operatorName: string }

/** What came of reading a file, in rows. */
export type Result = {
  new: number
  changed: number
  same: number
  /** Totals and headings that were passed by. */
  passed: number
  /** The newest account of the operator's it was held against; 0 when there was none. */
  newest: number
  errors: CellError[]
  wrong: number
  unread: string[]
  sheets: string[]
  skipped: string[]
}

export type Draft = Incoming<Scope, Result, ColumnPlan>

export const changes = (result: Pick<Result, 'new' | 'changed'>): number => result.new + result.changed

/** @throws Refusal on top of the form when there is nothing to confirm */
export function mustBeConfirmable(draft: Pick<Draft, 'state' | 'result'>): Result {
  const result = mustBeRead(way, draft)
  mustBringNews(way, changes(result))
  return result
}
