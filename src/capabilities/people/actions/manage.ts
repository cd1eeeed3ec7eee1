import { z } from 'zod'
import { type Action, type Ask, form, page } from '../../../platform/action.ts'
import { choice, optionalText, text } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { allParties, type Party } from '../../parties/index.ts'
import { EndRolePage, GiveRolePage, NewPersonPage, PeoplePage, PersonPage, SignOutPersonPage } from '../pages/manage.tsx'
import { givenRoles, mustBeEndable, mustBeNew, mustFit, roleName } from '../role.ts'
import {
  addPerson,
  beginRole,
  countAdministrators,
  endRoles,
  peopleLike,
  personWithId,
  personWithSubject,
  rolesOf,
} from '../store/people.ts'
import { endKeysOf, endSessionsOf, keysOf, sessionsOf } from '../store/sessions.ts'

const MOST = 200

const person = ({ db, params }: Ask<{ id: string }>) => personWithId(db, idIn(params.id))

async function personWithRoles(ask: Ask<{ id: string }>) {
  const found = await person(ask)
  return found && { person: found, roles: await rolesOf(ask.db, found.id) }
}

async function wholePerson(ask: Ask<{ id: string }>) {
  const found = await personWithRoles(ask)
  if (!found) return undefined
  const { id } = found.person
  const keys = (await keysOf(ask.db, id)).filter(({ endedAt, expiresAt }) => !endedAt && expiresAt > ask.now)
  return { ...found, sessions: await sessionsOf(ask.db, id, ask.now), keys }
}

async function personAndParties(ask: Ask<{ id: string }>) {
  const found = await personWithRoles(ask)
  return (
    found && { ...found, parties: (await allParties(ask.db)).filter(({ validUntil }) => !validUntil || validUntil > ask.today) }
  )
}

async function personAndRole(ask: Ask<{ id: string; roleId: string }>) {
  const found = await personWithRoles(ask)
  const held = found?.roles.find(({ id }) => id === idIn(ask.params.roleId))
  return found && held && { person: found.person, held }
}

function partyNamed(parties: readonly Party[], key: string | undefined): Party | undefined {
  if (key === undefined) return undefined
  const party = parties.find((one) => one.key === key)
  if (!party) throw new Refusal('part', 'no-party', 'Vælg en part på listen.')
  return party
}

export const manage: Action[] = [
  page({
    path: '/kontor/personer',
    may: 'people.manage',
    query: z.object({ soeg: z.string().trim().max(200).catch('').default('') }),
    load: ({ db, query }) => peopleLike(db, query.soeg, MOST),
    view: (people, { query }) => PeoplePage(people, query.soeg, MOST),
  }),

  form({
    path: '/kontor/personer/ny',
    may: 'people.manage',
    input: z.object({
      navn: text(120, 'Skriv personens navn eller funktion.'),
      subject: text(255, 'Skriv personens id i arbejdsloginet.'),
      email: optionalText(200),
    }),
    load: async () => ({}),
    view: (_, __, form) => NewPersonPage(form),
    async submit({ db, now }, { navn, subject, email }) {
      if (await personWithSubject(db, subject)) throw new Refusal('subject', 'known', 'Der er allerede en person med dette id.')
      const id = await addPerson(db, { subject, name: navn, email }, now)
      return { subject: `person:${id}`, next: `/kontor/personer/${id}`, said: `${navn} er tilføjet. Giv nu en rolle.` }
    },
  }),

  page({ path: '/kontor/personer/:id', may: 'people.manage', load: wholePerson, view: (whole) => PersonPage(whole) }),

  form({
    path: '/kontor/personer/:id/roller/ny',
    may: 'people.manage',
    input: z.object({ rolle: choice(givenRoles, 'Vælg en rolle.'), part: optionalText(80) }),
    load: personAndParties,
    view: ({ person, parties }, _, form) => GiveRolePage(person, parties, form),
    async submit({ db, actor, now }, { rolle: role, part }, { person, roles, parties }) {
      const party = partyNamed(parties, part)
      mustFit(role, party?.id)
      mustBeNew(roles, { role, partyId: party?.id })
      await beginRole(db, person.id, { role, partyId: party?.id }, { origin: 'given', actorId: actor.id, now })
      const name = roleName({ role, partyName: party?.name })
      return {
        subject: `person:${person.id}`,
        next: `/kontor/personer/${person.id}`,
        said: `${person.name} har nu rollen ${name}.`,
        detail: { role, party: party?.key },
      }
    },
  }),

  form({
    path: '/kontor/personer/:id/roller/:roleId/slut',
    may: 'people.manage',
    load: personAndRole,
    view: ({ person, held }, _, form) => EndRolePage(person, held, form),
    async submit({ db, actor, now }, _, { person, held }) {
      mustBeEndable(held, await countAdministrators(db))
      await endRoles(db, [held.id], { actorId: actor.id, now })
      return {
        subject: `person:${person.id}`,
        next: actor.id === person.id && held.role === 'administrator' ? '/mig' : `/kontor/personer/${person.id}`,
        said: `${person.name} har ikke længere rollen ${roleName(held)}.`,
        detail: { role: held.role, partyId: held.partyId },
      }
    },
  }),

  form({
    path: '/kontor/personer/:id/log-ud',
    may: 'people.manage',
    load: person,
    view: (person, _, form) => SignOutPersonPage(person, form),
    async submit({ db, actor, now, session }, _, person) {
      await endSessionsOf(db, person.id, actor.id === person.id ? session : undefined)
      await endKeysOf(db, person.id, now)
      return {
        subject: `person:${person.id}`,
        next: `/kontor/personer/${person.id}`,
        said: `${person.name} er logget ud alle steder${actor.id === person.id ? ' undtagen her' : ''}, og ingen nøgler virker længere.`,
      }
    },
  }),
]
