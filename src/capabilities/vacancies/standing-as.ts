import type { Actor } from '../../access.ts'
import type { StatingRole } from './line.ts'

const roles = ['provider', 'contributor', 'approver'] as const

/** In which capacity an actor speaks for a party: his own role there, otherwise the secretariat's. */
export const speakingAs = ({ grants }: Actor, partyId: number | undefined): Exclude<StatingRole, 'link'> =>
  roles.find((role) => partyId !== undefined && grants.some((grant) => grant.role === role && grant.partyId === partyId)) ??
  'secretariat'
