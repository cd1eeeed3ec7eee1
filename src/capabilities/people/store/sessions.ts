import type { Actor, Grant } from '../../../access.ts'
import type { NewSession } from '../../../platform/action.ts'
import type { Sql } from '../../../platform/db.ts'
import type { Secrets } from '../../../platform/oidc.ts'
import { drawToken, hashOf } from '../../../platform/token.ts'
import type { ApiKey, Session } from '../person.ts'

type ActorRow = { id: number; name: string; grants: { role: Grant['role']; partyId: number | null }[] }

const actorFrom = ({ id, name, grants }: ActorRow): Actor => ({
  id,
  name,
  grants: grants.map(({ role, partyId }) => ({ role, partyId: partyId ?? undefined })),
})

/** The roles held now. Who had a role at a party has it at its successor too, from the successor's first day. */
const withGrants = (sql: Sql, now: Date) => sql`
  left join lateral (
    select jsonb_agg(jsonb_build_object('role', role, 'partyId', at_party)) as grants
    from (
      select role, party_id as at_party from role_grant where person_id = p.id and ended_at is null
      union
      select h.role, heir.id from role_grant h join party old on old.id = h.party_id join party heir on heir.id = old.successor_id
      where h.person_id = p.id and h.ended_at is null and heir.valid_from <= (${now}::timestamptz at time zone 'Europe/Copenhagen')::date
    ) held
  ) g on true`

/** The person behind a session cookie, with the roles held now; undefined when the session is unknown or over. */
export async function actorOfSession(sql: Sql, token: string, now: Date): Promise<Actor | undefined> {
  const [row] = await sql<ActorRow[]>`
    select p.id, p.name, coalesce(g.grants, '[]') as grants
    from session s
    join person p on p.id = s.person_id
    ${withGrants(sql, now)}
    where s.token_hash = ${hashOf(token)} and s.expires_at > ${now}`
  return row && actorFrom(row)
}

/** The person behind a key to the open API. */
export async function actorOfApiToken(sql: Sql, token: string, now: Date): Promise<Actor | undefined> {
  const [row] = await sql<(ActorRow & { keyId: number; stale: boolean })[]>`
    select p.id, p.name, coalesce(g.grants, '[]') as grants, t.id as key_id,
      coalesce(t.last_used < ${now}::timestamptz - interval '1 hour', true) as stale
    from api_token t
    join person p on p.id = t.person_id
    ${withGrants(sql, now)}
    where t.token_hash = ${hashOf(token)} and t.expires_at > ${now} and t.ended_at is null`
  if (row?.stale) await sql`update api_token set last_used = ${now} where id = ${row.keyId}`
  return row && actorFrom(row)
}

/** Begins a session and gives the token for the cookie; only its hash is kept. */
export async function beginSession(sql: Sql, personId: number, expiresAt: Date, now = new Date()): Promise<string> {
  const token = drawToken()
  await sql`insert into session ${sql({ tokenHash: hashOf(token), personId, createdAt: now, expiresAt })}`
  return token
}

export const endSession = (sql: Sql, token: string) => sql`delete from session where token_hash = ${hashOf(token)}`

/** Ends every session of a person, but the one whose token is given. */
export const endSessionsOf = (sql: Sql, personId: number, but?: string) => sql`
  delete from session where person_id = ${personId} and token_hash is distinct from ${but ? hashOf(but) : null}`

export const sessionsOf = (sql: Sql, personId: number, now: Date, current?: string): Promise<Session[]> => sql<Session[]>`
  select created_at, expires_at, token_hash is not distinct from ${current ? hashOf(current) : null} as current
  from session where person_id = ${personId} and expires_at > ${now} order by created_at desc`

/** A sign-in on its way to the identity provider and back. `next` is where it leads. */
type Pending = { secrets: Secrets; next: string | undefined; until: string }

/** Keeps a sign-in on its way: in the browser's own session where it has one, and in a new one, which is nobody's, where not. */
export async function keepPending(sql: Sql, token: string | undefined, pending: Pending, now: Date): Promise<NewSession> {
  const content = sql.json(pending)
  const until = new Date(pending.until)
  if (token) {
    const [kept] = await sql<{ expiresAt: Date }[]>`
      update session set pending = ${content},
        expires_at = case when person_id is null then greatest(expires_at, ${until}::timestamptz) else expires_at end
      where token_hash = ${hashOf(token)} and expires_at > ${now} returning expires_at`
    if (kept) return { token, expiresAt: kept.expiresAt }
  }
  const fresh = drawToken()
  await sql`insert into session ${sql({ tokenHash: hashOf(fresh), createdAt: now, expiresAt: until, pending: content })}`
  return { token: fresh, expiresAt: until }
}

/** Takes the sign-in that was on its way, once: whoever asks again finds nothing. */
export async function takePending(sql: Sql, token: string, now: Date): Promise<Pending | undefined> {
  const [row] = await sql<{ pending: Pending }[]>`
    with begun as (select token_hash, pending from session where token_hash = ${hashOf(token)} for update)
    update session s set pending = null from begun
    where s.token_hash = begun.token_hash and begun.pending is not null
    returning begun.pending`
  return row && new Date(row.pending.until) > now ? row.pending : undefined
}

/** Sessions that are over are of no use to anybody. */
export const removeExpired = (sql: Sql, now: Date) => sql`delete from session where expires_at <= ${now}`

/** Makes a key to the open API; what is given back is shown once and kept nowhere. */
export async function addKey(sql: Sql, personId: number, key: { name: string; expiresAt: Date; now: Date }): Promise<string> {
  const token = `faelles_${drawToken()}`
  await sql`
    insert into api_token ${sql({ personId, name: key.name, tokenHash: hashOf(token), createdAt: key.now, expiresAt: key.expiresAt })}`
  return token
}

export const keysOf = (sql: Sql, personId: number): Promise<ApiKey[]> => sql<ApiKey[]>`
  select id, name, created_at, expires_at, ended_at, last_used from api_token where person_id = ${personId} order by created_at desc`

export const endKey = (sql: Sql, id: number, now: Date) => sql`
  update api_token set ended_at = ${now} where id = ${id} and ended_at is null`

export const endKeysOf = (sql: Sql, personId: number, now: Date) => sql`
  update api_token set ended_at = ${now} where person_id = ${personId} and ended_at is null`
