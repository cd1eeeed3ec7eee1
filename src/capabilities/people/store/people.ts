import type { Grant } from '../../../access.ts'
import type { Sql } from '../../../platform/db.ts'
import type { Identity } from '../../../platform/oidc.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Deed, Person } from '../person.ts'
import type { HeldRole, Origin } from '../role.ts'

const columns = (sql: Sql) => sql`id, subject, name, email, demo, created_at, last_sign_in`

export async function personWithId(sql: Sql, id: number): Promise<Person | undefined> {
  const [person] = await sql<Person[]>`select ${columns(sql)} from person where id = ${id}`
  return person
}

export async function personWithSubject(sql: Sql, subject: string): Promise<Person | undefined> {
  const [person] = await sql<Person[]>`select ${columns(sql)} from person where subject = ${subject}`
  return person
}

/** A person as the list of people shows one: with the roles held now. */
type Listed = Person & { roles: Pick<HeldRole, 'role' | 'partyName'>[] }

/** People whose name, e-mail or subject holds the words, in Danish order; `limit` at most. */
export const peopleLike = (sql: Sql, words: string, limit: number): Promise<Listed[]> => sql<Listed[]>`
  select ${columns(sql)}, coalesce((
    select jsonb_agg(jsonb_build_object('role', g.role, 'partyName', party.name) order by g.role, party.name)
    from role_grant g left join party on party.id = g.party_id
    where g.person_id = person.id and g.ended_at is null), '[]') as roles
  from person
  where position(plain(${words}) in plain(concat_ws(' ', name, email, subject))) > 0
  order by name collate danish, id limit ${limit}`

/** A person the office knows of before the first sign-in, which will set name and e-mail. */
export async function addPerson(sql: Sql, person: Pick<Person, 'subject' | 'name' | 'email'>, now: Date): Promise<number> {
  const [row] = await sql<{ id: number }[]>`insert into person ${sql({ ...person, createdAt: now })} returning id`
  if (!row) throw new Error('a person was not added')
  return row.id
}

/** Notes a sign-in, the first or another; undefined when the subject is a demo person's, which no provider speaks for. */
export async function welcome(sql: Sql, { subject, name, email }: Identity, now: Date): Promise<number | undefined> {
  const person = { subject, name: name.slice(0, 200), email: email ?? null, createdAt: now, lastSignIn: now }
  const [row] = await sql<{ id: number }[]>`
    insert into person ${sql(person)}
    on conflict (subject) do update set name = excluded.name, email = excluded.email, last_sign_in = excluded.last_sign_in
    where not person.demo returning id`
  return row?.id
}

export const noteSignIn = (sql: Sql, id: number, now: Date) => sql`update person set last_sign_in = ${now} where id = ${id}`

/** Every role a person holds or held, those held now first. */
export const rolesOf = (sql: Sql, personId: number): Promise<HeldRole[]> => sql<HeldRole[]>`
  select g.id, g.role, g.party_id, party.name as party_name, g.origin, g.granted_at, giver.name as granted_by, g.ended_at
  from role_grant g
  left join party on party.id = g.party_id
  left join person giver on giver.id = g.granted_by
  where g.person_id = ${personId}
  order by g.ended_at desc nulls first, g.granted_at desc, g.id desc`

export const beginRole = (
  sql: Sql,
  personId: number,
  { role, partyId }: Grant,
  by: { origin: Origin; actorId?: number | undefined; now: Date },
) => sql`
  insert into role_grant
    ${sql({ personId, role, partyId: partyId ?? null, origin: by.origin, grantedAt: by.now, grantedBy: by.actorId ?? null })}`

export const endRoles = (sql: Sql, ids: readonly number[], by: { actorId?: number | undefined; now: Date }) => sql`
  update role_grant set ended_at = ${by.now}, ended_by = ${by.actorId ?? null} where id = any(${[...ids]}::bigint[]) and ended_at is null`

/** How many people are administrators now. */
export async function countAdministrators(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(distinct person_id) as count from role_grant where role = 'administrator' and ended_at is null`
  return row?.count ?? 0
}

type DemoPerson = {
  id: number
  name: string
  role: Grant['role']
  partyName: string | undefined
  partySlug: string | undefined
}

/** The demo people whose party is there on a day, parties in Danish order. */
export const demoPeople = (sql: Sql, day: Day): Promise<DemoPerson[]> => sql<DemoPerson[]>`
  select person.id, person.name, g.role, party.name as party_name, party.slug as party_slug
  from person
  join role_grant g on g.person_id = person.id and g.origin = 'demo' and g.ended_at is null
  left join party on party.id = g.party_id
  where person.demo and coalesce(party.valid_from, '-infinity') <= ${day}::date and ${day}::date < coalesce(party.valid_until, 'infinity')
  order by party.kind <> 'municipality', party.name collate danish, person.id`

/** What a person did, newest first; everything when there is no limit. */
export const deedsOf = (sql: Sql, personId: number, limit?: number): Promise<Deed[]> => sql<Deed[]>`
  select at, name, subject, said, actor_roles as roles from deed where actor_id = ${personId} order by at desc, id desc limit ${limit ?? null}`

export async function countMailTo(sql: Sql, person: Pick<Person, 'id' | 'email'>): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from outbox where recipient_id = ${person.id} or recipient = ${person.email ?? ''}`
  return row?.count ?? 0
}
