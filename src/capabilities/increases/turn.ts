import { ownParties } from '../../access.ts'
import type { Ask } from '../../platform/action.ts'
import { type Case, usualNext } from './case.ts'

/** Does the case wait for whoever asks? The secretariat may take any step, but only its own wait for it. */
export function waitsForReader(of: Case, { actor, may }: Pick<Ask, 'actor' | 'may'>): boolean {
  const own = (permission: 'increases.report' | 'increases.explain', partyId: number | undefined) =>
    partyId === undefined ? may('increases.conclude') : ownParties(actor, permission).includes(partyId)
  switch (usualNext(of)) {
    case 'asked':
    case 'assessed':
    case 'sent':
      return own('increases.report', of.partyId)
    case 'explained':
      return own('increases.explain', of.operatorPartyId ?? of.partyId)
    case 'received':
    case 'feedback':
      return may('increases.supervise') && !may('increases.conclude')
    case 'discussed':
    case 'closed':
      return may('increases.conclude')
    default:
      return false
  }
}
