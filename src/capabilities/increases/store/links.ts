import type { Sql } from '../../../platform/db.ts'
import { drawToken, hashOf } from '../../../platform/token.ts'
import type { Day } from '../../../platform/values/day.ts'

/** Lets an operator explain an increase without signing in, once. Danish: svarlink. */
export type Link = { id: number; caseId: number; worksUntil: Day; usedAt: Date | undefined }

export async function linkWithToken(sql: Sql, token: string): Promise<Link | undefined> {
  const [link] = await sql<Link[]>`
    select id, case_id, works_until, used_at from increase_link where token_hash = ${hashOf(token)}`
  return link
}

export const useUp = (sql: Sql, id: number, at: Date) =>
  sql`update increase_link set used_at = ${at} where id = ${id} and used_at is null`

/** A new link; only the hash of its token stays. Gives the token. */
export async function makeLink(
  sql: Sql,
  link: { caseId: number; worksUntil: Day; sentAt: Date; example: boolean },
): Promise<string> {
  const token = drawToken()
  await sql`insert into increase_link ${sql({ ...link, tokenHash: hashOf(token) })}`
  return token
}
