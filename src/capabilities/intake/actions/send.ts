import { z } from 'zod'
import { type Action, type Ask, form, raw } from '../../../platform/action.ts'
import { addDraft, askFor, draftsOf, LARGEST_FORM, mustBeSendable, progressOf } from '../../../platform/incoming.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { operators } from '../../offers/index.ts'
import { parameterOn } from '../../rules/index.ts'
import { isOpen, KIND, mayWrite, type Result, scopeOf } from '../draft.ts'
import { CHECK } from '../jobs.ts'
import { address, ownDraft, ownersPlace, somewhere } from '../own-draft.ts'
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
      open: ask.actor.id === undefined ? [] : (await draftsOf<Result>(ask.db, KIND, ask.actor.id)).filter(isOpen).slice(0, 3),
      operators: await ownOperators(ask),
      maxMegabytes: await parameterOn(ask.db, 'upload.maxMegabytes', ask.today),
    }),
    input: z.object({
      file: z.instanceof(File, { error: 'Vælg den fil, der skal læses ind.' }),
      operator: z.string().max(20).default(''),
    }),
    view: SendPage,
    submit: async ({ db, actor, now }, { file, operator }, { operators, maxMegabytes }) => {
      mustBeSendable(file, maxMegabytes)
      if (actor.id === undefined) throw new Refusal(undefined, 'nobody', 'Log ind for at læse et regneark ind.')
      const [only, second] = operators
      const from = operators.find(({ id }) => String(id) === operator) ?? (second ? undefined : only)
      if (operator !== '' && !from) throw new Refusal('operator', 'not yours', 'Vælg en driftsherre på listen. Intet er sendt.')
      const draft = {
        kind: KIND,
        personId: actor.id,
        scope: scopeOf(actor, from?.id),
        fileName: file.name,
        size: file.size,
        createdAt: now,
      }
      const id = await addDraft(db, draft, file)
      await askFor(db, CHECK, id)
      return { subject: `import:${id}`, next: address(id), detail: { size: file.size } }
    },
  }),

  raw({
    path: '/tilbud/indlaes/:id/fremdrift',
    may: 'offers.import',
    at: ownersPlace,
    handle: async (ask, c) =>
      c.json(progressOf(await ownDraft(ask), address(ask.params.id)), 200, { 'cache-control': 'no-store' }),
  }),
]
