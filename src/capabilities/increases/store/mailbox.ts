import type { Sql } from '../../../platform/db.ts'

/** Where Socialtilsyn Øst takes reports. Danish: postkasse til indberetninger. */
export type ReportMailbox = { mailbox: string; source: string; actorName: string; example: boolean; recordedAt: Date }

/** The one in use; an invented one is used for invented cases alone. undefined: nobody has said. */
export async function reportMailbox(sql: Sql, isExample = false): Promise<ReportMailbox | undefined> {
  const [newest] = await sql<ReportMailbox[]>`
    select mailbox, source, actor_name, example, recorded_at from report_mailbox
    where not example or ${isExample} order by id desc limit 1`
  return newest
}

export const setReportMailbox = (sql: Sql, { actorId, ...set }: ReportMailbox & { actorId: number | undefined }) =>
  sql`insert into report_mailbox ${sql({ ...set, actorId: actorId ?? null })}`
