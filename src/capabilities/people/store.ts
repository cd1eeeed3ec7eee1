import { createHash, randomBytes } from 'node:crypto'
import type { Actor, Grant } from '../../access.ts'
import type { Sql } from '../../platform/db.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

type ActorRow = { id: number; name: string; grants: { role: Grant['role']; partyId: number | null }[] }

const actorFrom = ({ id, name, grants }: ActorRow): Actor => ({
  id,
  name,
  grants: grants.map(({ role, partyId }) => ({ role, partyId: partyId ?? undefined })),
})

/** The person behind a session cookie, with the roles held now; undefined when the session is unknown or over. */
export async function actorOfSession(sql: Sql, token: string, now: Date): Promise<Actor | undefined> {
  const [row] = await sql<ActorRow[]>`
    select p.id, p.name, coalesce(g.grants, '[]') as grants
    from session s
    join person p on p.id = s.person_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('role', role, 'partyId', party_id)) as grants
      from role_grant where person_id = p.id and ended_at is null
    ) g on true
    where s.token_hash = ${hashOf(token)} and s.expires_at > ${now}`
  return row && actorFrom(row)
}

/** The person behind a key to the open API. */
export async function actorOfApiToken(sql: Sql, token: string, now: Date): Promise<Actor | undefined> {
  const [row] = await sql<ActorRow[]>`
    select p.id, p.name, coalesce(g.grants, '[]') as grants
    from api_token t
    join person p on p.id = t.person_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('role', role, 'partyId', party_id)) as grants
      from role_grant where person_id = p.id and ended_at is null
    ) g on true
    where t.token_hash = ${hashOf(token)} and t.expires_at > ${now} and t.ended_at is null`
  return row && actorFrom(row)
}

/** Begins a session and gives the token for the cookie; only its hash is kept. */
export async function beginSession(sql: Sql, personId: number, expiresAt: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await sql`insert into session ${sql({ tokenHash: hashOf(token), personId, expiresAt })}`
  return token
}

export const endSession = (sql: Sql, token: string) => sql`delete from session where token_hash = ${hashOf(token)}`
