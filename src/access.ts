/**
 * Permissions, roles and who may: the only list of each.
 * A role reaches `any` thing or only those of the `own` party; what is not listed is not allowed.
 */
export const roles = {
  citizen: 'Borger (ikke logget ind)',
  reader: 'Læser',
  contributor: 'Indberetter',
  approver: 'Godkender',
  secretariat: 'Rammeaftalesekretariatet',
  administrator: 'Administrator',
  provider: 'Leverandør',
  socialtilsyn: 'Socialtilsyn',
} as const

export type Role = keyof typeof roles
type Reach = 'any' | 'own'

const everyone: Partial<Record<Role, Reach>> = {
  citizen: 'any',
  reader: 'any',
  contributor: 'any',
  approver: 'any',
  secretariat: 'any',
  administrator: 'any',
  provider: 'any',
  socialtilsyn: 'any',
}
const { citizen: _, ...signedIn } = everyone

export const permissions = {
  'site.read': everyone,
  'me.read': signedIn,
  'plan.read': everyone,
  'plan.edit': { secretariat: 'any' },
  'plan.import': { secretariat: 'any', contributor: 'own', approver: 'own' },
  'status.read': everyone,
  'status.readInternal': { reader: 'own', contributor: 'own', approver: 'own', secretariat: 'any' },
  'status.report': { contributor: 'own', approver: 'own' },
  'status.reportForOthers': { secretariat: 'any' },
  'status.approve': { approver: 'own' },
  'status.policy': { approver: 'own' },
  'cycles.read': everyone,
  'cycles.write': { contributor: 'own', approver: 'own', secretariat: 'any' },
  'snapshots.read': everyone,
  'snapshots.freeze': { secretariat: 'any' },
  'office.read': { administrator: 'any', secretariat: 'any' },
  'reminders.send': { secretariat: 'any' },
  'reminders.stop': signedIn,
  'reminders.stopByLink': everyone,
  'terms.read': everyone,
  'terms.edit': { secretariat: 'any' },
  'offers.read': everyone,
  'offers.edit': { contributor: 'own', approver: 'own', provider: 'own', secretariat: 'any' },
  'offers.import': { contributor: 'own', approver: 'own', provider: 'own', secretariat: 'any' },
  'vacancies.read': everyone,
  'vacancies.answerByLink': everyone,
  'vacancies.confirm': { contributor: 'own', approver: 'own', provider: 'own', secretariat: 'any' },
  'vacancies.chase': { secretariat: 'any' },
  'specialised.read': everyone,
  'specialised.edit': { secretariat: 'any' },
  'taskForce.run': { secretariat: 'any' },
  'national.edit': { secretariat: 'any' },
  'schooling.edit': { secretariat: 'any' },
  'boernehus.edit': { secretariat: 'any' },
  'capacity.announce': { contributor: 'own', approver: 'own', provider: 'own', secretariat: 'any' },
  'tariffs.read': everyone,
  'tariffs.readInside': { contributor: 'own', approver: 'own', provider: 'own', secretariat: 'any', socialtilsyn: 'any' },
  'tariffs.publish': { secretariat: 'any' },
  'supervision.read': everyone,
  'supervision.readAll': { contributor: 'any', approver: 'any', provider: 'own', secretariat: 'any', socialtilsyn: 'any' },
  'supervision.setTariffs': { secretariat: 'any', socialtilsyn: 'any' },
  'supervision.write': { secretariat: 'any', socialtilsyn: 'any' },
  'tariffSheets.write': { contributor: 'own', approver: 'own', provider: 'own', secretariat: 'any' },
  'tariffSheets.handIn': { approver: 'own', secretariat: 'any' },
  'accounts.write': { contributor: 'own', approver: 'own', provider: 'own', secretariat: 'any' },
  'increases.list': everyone,
  'increases.read': {
    reader: 'any',
    contributor: 'any',
    approver: 'any',
    secretariat: 'any',
    administrator: 'any',
    provider: 'own',
    socialtilsyn: 'any',
  },
  'increases.report': { contributor: 'own', approver: 'own', secretariat: 'any' },
  'increases.explain': { provider: 'own', contributor: 'own', approver: 'own', secretariat: 'any' },
  'increases.explainByLink': everyone,
  'increases.supervise': { socialtilsyn: 'any', secretariat: 'any' },
  'increases.conclude': { secretariat: 'any' },
  'letters.write': { secretariat: 'any' },
  'parameters.set': { secretariat: 'any' },
  'people.manage': { administrator: 'any' },
  'outbox.read': { administrator: 'any', secretariat: 'any' },
  'outbox.readFiles': { secretariat: 'any' },
  'outbox.decide': { administrator: 'any', secretariat: 'any' },
  'audit.read': { administrator: 'any', secretariat: 'any' },
  'examples.remove': { administrator: 'any', secretariat: 'any' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>

export type Permission = keyof typeof permissions

export type Grant = { role: Role; partyId: number | undefined }

/** Who asks. A citizen has no id and no grants. */
export type Actor = { id: number | undefined; name: string; grants: readonly Grant[] }

export const citizen: Actor = { id: undefined, name: 'Borger', grants: [] }

/** Whose the thing is; nobody's in particular when `partyId` is undefined. */
export type At = { partyId?: number | undefined }

/** What every role may, a person who is signed in and has no role yet may too. */
const needsNoRole = (actor: Actor, reaches: Partial<Record<Role, Reach>>): boolean =>
  reaches.citizen !== undefined || (reaches === signedIn && actor.id !== undefined)

/** May this actor do this, on a thing of this party? `own` needs a grant at the party; a thing that is nobody's is nobody's own. */
export function may(actor: Actor, permission: Permission, at: At = {}): boolean {
  const reaches: Partial<Record<Role, Reach>> = permissions[permission]
  if (needsNoRole(actor, reaches)) return true
  return actor.grants.some(({ role, partyId }) => {
    const reach = reaches[role]
    return reach === 'any' || (reach === 'own' && partyId !== undefined && partyId === at.partyId)
  })
}

/** May this actor do this on anything at all? Decides whether a link is worth showing. */
export function maySomewhere(actor: Actor, permission: Permission): boolean {
  const reaches: Partial<Record<Role, Reach>> = permissions[permission]
  return needsNoRole(actor, reaches) || actor.grants.some(({ role }) => reaches[role] !== undefined)
}

/** The parties at which the actor holds one of the roles a permission asks for with reach `own`. */
export function ownParties(actor: Actor, permission: Permission): number[] {
  const reaches: Partial<Record<Role, Reach>> = permissions[permission]
  return actor.grants.flatMap(({ role, partyId }) => (reaches[role] === 'own' && partyId !== undefined ? [partyId] : []))
}
