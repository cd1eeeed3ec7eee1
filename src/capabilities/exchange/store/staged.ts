import type { Sql } from '../../../platform/db.ts'

/** What an earlier try to read a file has left goes. */
export async function clearStaged(sql: Sql, draftId: string): Promise<void> {
  await sql`delete from import_status where draft_id = ${draftId}`
  await sql`delete from import_fact where draft_id = ${draftId}`
}
