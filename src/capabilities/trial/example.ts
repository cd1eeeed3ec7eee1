import type { Sql } from '../../platform/db.ts'

/** What a room invents for the trial edition, and how it is taken away again. Danish: eksempeldata. */
export type Example = {
  /** In the plural, for the list of what goes: 'statusindberetninger'. */
  label: string
  count(sql: Sql): Promise<number>
  load?(sql: Sql): Promise<void>
  remove(sql: Sql): Promise<void>
  /** Comes by itself while demo people are about, so that it does not make an edition one with example data. */
  incidental?: true
}
