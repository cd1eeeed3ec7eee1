import { ownParties } from '../../access.ts'
import type { Ask } from '../../platform/action.ts'
import { draftWith } from '../../platform/incoming.ts'
import { type Draft, KIND } from './draft.ts'

/** What every deed on a file begins with: a file is the sender's alone. */

export const address = (id: string): string => `/tilbud/indlaes/${id}`

/** Anybody who may bring in something, wherever that is. */
export const somewhere = ({ actor }: Pick<Ask, 'actor'>) => ({ partyId: ownParties(actor, 'offers.import')[0] })

type OfDraft = Pick<Ask<{ id: string }>, 'db' | 'actor' | 'params'>

export async function ownDraft({ db, actor, params }: OfDraft): Promise<Draft | undefined> {
  const draft = await draftWith<Draft>(db, KIND, params.id)
  return draft?.personId === actor.id ? draft : undefined
}

export const ownersPlace = async (ask: OfDraft) => ((await ownDraft(ask)) ? somewhere(ask) : undefined)
