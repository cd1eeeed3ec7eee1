import { z } from 'zod'
import { type Action, type Ask, form } from '../../../platform/action.ts'
import { draftsOf, LARGEST_FORM, progress, takeIn } from '../../../platform/incoming.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { operators } from '../../offers/index.ts'
import { parameterOn } from '../../rules/index.ts'
import { isOpen, mayWrite, type Result, scopeOf, way } from '../draft.ts'
import { ownersPlace, somewhere } from '../own-draft.ts'
import { SendPage } from '../pages/send.tsx'

/** The operators somebody may bring in offers of. */
const ownOperators = async ({ db, actor }: Pick<Ask, 'db' | 'actor'>) => {
  const scope = scopeOf(actor)
  return (await operators(db)).filter(({ partyId }) => mayWrite(scope, partyId))
}

export const sending: Action[] = [
  form({
    path: '/tilbud/indlaes',
    may: 'offers.import',
    at: somewhere,
    maxBytes: LARGEST_FORM,
    load: async (ask) => ({
      open: ask.actor.id === undefined ? [] : (await draftsOf<Result>(ask.db, way.kind, ask.actor.id)).filter(isOpen).slice(0, 3),
      operators: await ownOperators(ask),
      maxMegabytes: await parameterOn(ask.db, 'upload.maxMegabytes', ask.today),
    }),
    input: z.object({
      file: z.instanceof(File, { error: 'Vælg den fil, der skal læses ind.' }),
      operator: z.string().max(20).default(''),
    }),
    view: SendPage,
    submit: async (ask, { file, operator }, { operators, maxMegabytes }) => {
      const [only, second] = operators
      const from = operators.find(({ id }) => String(id) === operator) ?? (second ? undefined : only)
      if (operator !== '' && !from) throw new Refusal('operator', 'not yours', 'Vælg en driftsherre på listen. Intet er sendt.')
      return takeIn(way, ask, { file, scope: scopeOf(ask.actor, from?.id), maxMegabytes })
    },
  }),

  progress(way, { may: 'offers.import', at: ownersPlace }),
]
