import type { Grant } from '../../access.ts'
import type { Sql } from '../../platform/db.ts'
import { allParties } from '../parties/index.ts'
import { type GivenRole, roleName } from './role.ts'

type Demo = { name: string; role: GivenRole; partyKey?: string; partyId?: number }

/** People for trying things out, named by what they do: role names, nobody in particular. */
export async function loadDemoPeople(sql: Sql): Promise<void> {
  const parties = await allParties(sql)
  const operator = parties.find(({ key }) => key === DEMO_OPERATOR)
  const provider: Demo = { name: roleName({ role: 'provider', partyName: operator?.name }), role: 'provider' }
  const ofParties = parties
    .filter(({ member }) => member)
    .flatMap(({ id, key, name }): Demo[] =>
      (['contributor', 'approver'] as const).map((role) => ({
        name: roleName({ role, partyName: name }),
        role,
        partyKey: key,
        partyId: id,
      })),
    )
  const all = [...common, operator ? { ...provider, partyKey: operator.key, partyId: operator.id } : provider, ...ofParties]
  for (const demo of all) await putInPlace(sql, demo)
}

/** Whose places the demo provider keeps: it runs several units, for children and for adults. */
const DEMO_OPERATOR = 'marjatta'

const common: Demo[] = [
  { name: 'Sekretariatet', role: 'secretariat' },
  { name: 'Administrator', role: 'administrator' },
  { name: 'Læser', role: 'reader' },
  { name: 'Socialtilsyn Øst', role: 'socialtilsyn' },
]

/** A role somebody ended while trying does not come back. */
async function putInPlace(sql: Sql, { name, role, partyKey, partyId }: Demo): Promise<void> {
  const [person] = await sql<{ id: number }[]>`
    insert into person ${sql({ subject: `demo:${role}${partyKey ? `:${partyKey}` : ''}`, name, demo: true })}
    on conflict (subject) do nothing returning id`
  if (!person) return
  const grant: Grant = { role, partyId }
  await sql`insert into role_grant ${sql({ ...grant, partyId: partyId ?? null, personId: person.id, origin: 'demo' })}`
}

/** Where demo sign-in is not possible no demo person is signed in, and none has a key: also not from before. */
export async function shutDemoPeopleOut(sql: Sql): Promise<void> {
  await sql`delete from session where person_id in (select id from person where demo)`
  await sql`update api_token set ended_at = now() where ended_at is null and person_id in (select id from person where demo)`
}
