import type { Visitor, World } from '../world.ts'

/** The header by which a person's program calls the open API. */
export async function apiKeyOf(w: World, { personId }: Pick<Visitor, 'personId'>): Promise<Record<string, string>> {
  const key = `key-${crypto.randomUUID()}`
  await w.sql`insert into api_token (person_id, name, token_hash, expires_at)
    values (${personId ?? 0}, 'Prøve', sha256(${key}::bytea), '2027-01-01')`
  return { authorization: `Bearer ${key}` }
}
