import { ownParties } from '../../access.ts'
import type { Ask } from '../../platform/action.ts'
import { type OfDraft, ownDraft } from '../../platform/incoming.ts'
import { type Draft, way } from './draft.ts'

/** What every deed on a file begins with: a file is the sender's alone. */

/** Anybody who may bring in something, wherever that is. */
export const somewhere = ({ actor }: Pick<Ask, 'actor'>) => ({ partyId: ownParties(actor, 'offers.import')[0] })

export const own = (ask: OfDraft) => ownDraft<Draft>(way, ask)

export const ownersPlace = async (ask: OfDraft) => ((await own(ask)) ? somewhere(ask) : undefined)
