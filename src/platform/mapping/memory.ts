import type { Sql } from '../db.ts'
import { plainTitle } from './field.ts'
import type { Remembered } from './propose.ts'

/** How a file was read: what each column was, and what was said of the whole of it. */
export type Reading = {
  columns: readonly { title: string; field: string | undefined }[]
  fixed: Readonly<Record<string, string>>
}

/** Whose workbooks look alike: `purpose` is what is read, `sender` whoever sends it. */
export type From = { purpose: string; sender: string }

type Signed = { now: Date; actorId: number | undefined; actorName: string }

/** Writes down how a sender's columns were read; what was written down before stays. */
export const remember = (sql: Sql, from: From, { columns, fixed }: Reading, { now, actorId, actorName }: Signed) => sql`
  insert into column_mapping ${sql({
    ...from,
    columns: sql.json(columns.map(({ title, field }) => ({ title, field: field ?? null }))),
    fixed: sql.json(fixed),
    recordedAt: now,
    actorId: actorId ?? null,
    actorName,
  })}`

const LAST = 40

/** What a sender's columns were read as last; of a title that was read in two ways the newest holds. */
export async function remembered(
  sql: Sql,
  { purpose, sender }: From,
): Promise<{ titles: Remembered; fixed: Record<string, string> }> {
  const rows = await sql<{ columns: { title: string; field: string | null }[]; fixed: Record<string, string> }[]>`
    select columns, fixed from column_mapping where purpose = ${purpose} and sender = ${sender} order by id desc limit ${LAST}`
  const oldestFirst = rows.reverse().flatMap(({ columns }) => columns)
  return {
    titles: new Map(oldestFirst.map(({ title, field }) => [plainTitle(title), field ?? undefined])),
    fixed: rows.at(-1)?.fixed ?? {},
  }
}
