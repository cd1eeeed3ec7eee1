import type { Sql } from '../../../platform/db.ts'
import type { NewYear } from '../row.ts'

export type StagedYear = { number: number; sheet: string; change: 'new' | 'changed' | 'same'; name: string; account: NewYear }

export const clearStaged = (sql: Sql, draftId: string) => sql`delete from account_row where draft_id = ${draftId}`

export const stage = (sql: Sql, draftId: string, rows: readonly StagedYear[]) => sql`
  insert into account_row (draft_id, number, sheet, change, account, name)
  select ${draftId}, x.number, x.sheet, x.change, x.account, x.name
  from jsonb_to_recordset(${sql.json(rows as never)}) as x(number int, sheet text, change text, account jsonb, name text)`

/** What confirming would write. */
export const stagedYears = (sql: Sql, draftId: string): Promise<StagedYear[]> => sql<StagedYear[]>`
  select number, sheet, change, account, name from account_row where draft_id = ${draftId} and change <> 'same' order by sheet, number`
