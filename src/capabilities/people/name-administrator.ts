import type { Actor } from '../../access.ts'
import type { Sql } from '../../platform/db.ts'
import { record } from '../../platform/perform.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { holdsCpr } from './person.ts'
import { addPerson, beginRole, personWithSubject, rolesOf } from './store/people.ts'

/** Whoever can start the program on the server may name an administrator, and needs no role for it. */
const operator: Actor = { id: undefined, name: 'npm run admin', grants: [{ role: 'administrator', partyId: undefined }] }

/** Makes the person with this subject administrator, known or not; false when the person is one already. */
export async function nameAdministrator(sql: Sql, subject: string, now: Date): Promise<boolean> {
  mustBeSubject(subject)
  const person = await personWithSubject(sql, subject)
  if (person?.demo) throw new Refusal('subject', 'demo', 'En demoperson kan ikke være administrator her.')
  const id = person?.id ?? (await addPerson(sql, { subject, name: subject, email: undefined }, now))
  const held = await rolesOf(sql, id)
  if (held.some(({ role, endedAt }) => role === 'administrator' && !endedAt)) return false
  await beginRole(sql, id, { role: 'administrator', partyId: undefined }, { origin: 'given', now })
  const outcome = { subject: `person:${id}`, next: `/kontor/personer/${id}`, detail: { subject, role: 'administrator' } }
  await record(
    sql,
    { actor: operator, now, requestId: 'npm run admin' },
    { key: crypto.randomUUID(), name: 'npm run admin', outcome },
  )
  return true
}

function mustBeSubject(subject: string): void {
  if (!/^[\x21-\x7e]{1,255}$/.test(subject))
    throw new Refusal(
      'subject',
      'subject',
      'Et id er op til 255 tegn uden mellemrum: det, arbejdsloginet kalder personen (»sub«).',
    )
  if (holdsCpr({ subject, name: '', email: undefined }))
    throw new Refusal('subject', 'cpr', 'Id’et ligner et CPR-nummer. Det må ikke gemmes her.')
}
