import { type Grant, type Role, roles } from '../../access.ts'
import { keysOf } from '../../platform/values/keys.ts'
import { Refusal } from '../../platform/values/refusal.ts'

/** A role a person can hold; everybody else is a citizen. Danish: rolle. */
export type GivenRole = Exclude<Role, 'citizen'>

/** Must a role be held at a party, may it, or can it not? */
export const partyNeed: Record<GivenRole, 'must' | 'may' | 'never'> = {
  reader: 'may',
  contributor: 'must',
  approver: 'must',
  secretariat: 'never',
  administrator: 'never',
  provider: 'may',
  socialtilsyn: 'may',
}

export const givenRoles = keysOf(partyNeed)

/** Who said that a person holds a role. Only what the browser gave is ended in the browser. */
export type Origin = 'given' | 'identity provider' | 'demo'

/** A role as a person held it, from when to when. Danish: tildelt rolle. */
export type HeldRole = {
  id: number
  role: GivenRole
  partyId: number | undefined
  partyName: string | undefined
  origin: Origin
  grantedAt: Date
  grantedBy: string | undefined
  endedAt: Date | undefined
}

/** 'Indberetter, Faxe'. */
export const roleName = ({ role, partyName }: { role: Role; partyName?: string | undefined }): string =>
  partyName ? `${roles[role]}, ${partyName}` : roles[role]

/** A role of a party needs one, and a role for everybody has none; otherwise a Refusal at the party. */
export function mustFit(role: GivenRole, partyId: number | undefined): void {
  const need = partyNeed[role]
  if (need === 'must' && partyId === undefined)
    throw new Refusal('part', 'party-needed', `Vælg den part, personen skal være ${roles[role].toLowerCase()} for.`)
  if (need === 'never' && partyId !== undefined)
    throw new Refusal('part', 'party-not-possible', `Rollen ${roles[role]} gælder alle parter. Vælg ingen part.`)
}

/** The same role twice would be ended once and held still: a Refusal. */
export function mustBeNew(held: readonly HeldRole[], { role, partyId }: Grant): void {
  if (held.some((one) => one.endedAt === undefined && isSame(one, { role, partyId })))
    throw new Refusal('rolle', 'held-already', 'Personen har allerede denne rolle.')
}

/**
 * May a role be ended in the browser? Refusal when it is over, when the identity provider gives it (it would come back), and
 * when it is the last administrator's, since then nobody could give roles. `administrators` counts the people who are.
 */
export function mustBeEndable(held: HeldRole, administrators: number): void {
  if (held.endedAt) throw new Refusal(undefined, 'ended-already', 'Rollen er allerede afsluttet.')
  if (held.origin === 'identity provider')
    throw new Refusal(
      undefined,
      'from-provider',
      'Rollen kommer fra arbejdsloginet. Fjern den dér: så slutter den her ved næste log ind.',
    )
  if (held.role === 'administrator' && administrators <= 1)
    throw new Refusal(undefined, 'last-administrator', 'Der skal være mindst én administrator. Giv rollen til en anden først.')
}

/**
 * What a sign-in changes: roles the identity provider no longer sends end, new ones begin, and what was given in the browser
 * is left alone. Sent and given at once is held once, as given.
 * @example held contributor at Faxe (from the provider), sent approver at Faxe → end the first, begin the second
 */
export function roleChanges(held: readonly HeldRole[], sent: readonly Grant[]): { end: number[]; begin: Grant[] } {
  const now = held.filter(({ endedAt }) => endedAt === undefined)
  const end = now.filter((one) => one.origin === 'identity provider' && !sent.some((grant) => isSame(one, grant)))
  const begin = sent.filter(
    (grant, at) => !now.some((one) => isSame(one, grant)) && sent.findIndex((other) => isSame(other, grant)) === at,
  )
  return { end: end.map(({ id }) => id), begin }
}

const isSame = (a: Grant, b: Grant): boolean => a.role === b.role && a.partyId === b.partyId

/**
 * What OIDC_ROLES calls a role: 'secretariat' or 'contributor:faxe'. undefined when there is no such role or party, or when
 * the role does not fit the party.
 */
export function grantNamed(name: string, parties: readonly { id: number; key: string }[]): Grant | undefined {
  const [role, key] = name.trim().split(':')
  const known = givenRoles.find((one) => one === role)
  const partyId = key === undefined ? undefined : parties.find((party) => party.key === key)?.id
  if (!known || (key !== undefined && partyId === undefined)) return undefined
  const need = partyNeed[known]
  const fits = need === 'may' || (need === 'must') === (partyId !== undefined)
  return fits ? { role: known, partyId } : undefined
}
