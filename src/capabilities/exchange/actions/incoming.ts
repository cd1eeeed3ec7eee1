import { z } from 'zod'
import { ownParties } from '../../../access.ts'
import { type Action, type Ask, form, type Outcome, raw } from '../../../platform/action.ts'
import type { Sql } from '../../../platform/db.ts'
import {
  addDraft,
  askFor,
  checkAgain,
  draftsOf,
  draftWith,
  LARGEST_FORM,
  mustBeSendable,
  progressOf,
  remove,
  setWriting,
  tell,
} from '../../../platform/incoming.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { parameterOn } from '../../rules/index.ts'
import { changes, type Draft, isOpen, KIND, MANY, mustBeConfirmable, type Result, sameScope, scopeOf } from '../draft.ts'
import { CHECK, WRITE } from '../jobs.ts'
import { DraftPage } from '../pages/draft.tsx'
import { ExchangePage } from '../pages/exchange.tsx'
import { previewOf } from '../preview.ts'
import { writeDraft } from '../writing.ts'

/** Anybody who may bring in something, wherever that is. */
const somewhere = ({ actor }: Pick<Ask, 'actor'>) => ({ partyId: ownParties(actor, 'plan.import')[0] })

type OfDraft = Pick<Ask<{ id: string }>, 'db' | 'actor' | 'params'>

/** A file is the sender's alone. */
async function ownDraft({ db, actor, params }: OfDraft): Promise<Draft | undefined> {
  const draft = await draftWith<Draft>(db, KIND, params.id)
  return draft?.personId === actor.id ? draft : undefined
}

const ownersPlace = async (ask: OfDraft) => ((await ownDraft(ask)) ? somewhere(ask) : undefined)

async function draftInFull(ask: OfDraft) {
  const draft = await ownDraft(ask)
  return draft && { draft, ...(await previewOf(ask.db, draft)) }
}

/** Nothing of it was saved, and nothing of it is kept. */
async function discard(db: Sql, draft: Draft): Promise<Outcome> {
  mustBeConfirmable(draft)
  await remove(db, draft.id)
  return { subject: `import:${draft.id}`, next: '/regneark', said: 'Regnearket er lagt væk. Intet er gemt.' }
}

const address = (id: string): string => `/regneark/${id}`

export const incoming: Action[] = [
  form({
    path: '/regneark',
    may: 'plan.import',
    at: somewhere,
    maxBytes: LARGEST_FORM,
    load: async ({ db, actor, may, today }) => ({
      maxMegabytes: await parameterOn(db, 'upload.maxMegabytes', today),
      open: actor.id === undefined ? [] : (await draftsOf<Result>(db, KIND, actor.id)).filter(isOpen).slice(0, 3),
      plan: may('plan.edit'),
      others: may('status.reportForOthers'),
    }),
    input: z.object({ file: z.instanceof(File, { error: 'Vælg den fil, der skal læses ind.' }) }),
    view: ExchangePage,
    submit: async ({ db, actor, now }, { file }, { maxMegabytes }) => {
      mustBeSendable(file, maxMegabytes)
      if (actor.id === undefined) throw new Refusal(undefined, 'nobody', 'Log ind for at læse et regneark ind.')
      const draft = {
        kind: KIND,
        personId: actor.id,
        scope: scopeOf(actor),
        fileName: file.name,
        size: file.size,
        createdAt: now,
      }
      const id = await addDraft(db, draft, file)
      await askFor(db, CHECK, id)
      return { subject: `import:${id}`, next: address(id), detail: { size: file.size } }
    },
  }),

  form({
    path: '/regneark/:id',
    may: 'plan.import',
    at: ownersPlace,
    load: draftInFull,
    input: z.object({ svar: z.enum(['nej']).optional().catch(undefined) }),
    view: DraftPage,
    submit: async ({ db, actor, now, today }, { svar }, { draft }) => {
      if (svar === 'nej') return discard(db, draft)
      const result = mustBeConfirmable(draft)
      if (!sameScope(scopeOf(actor), draft.scope))
        throw new Refusal(undefined, 'role', 'Din rolle er ændret, siden du sendte regnearket. Send det igen.')
      const count = changes(result)
      const outcome = {
        subject: `import:${draft.id}`,
        next: address(draft.id),
        detail: { status: result.status, plan: result.plan },
      }
      if (count > MANY) {
        await setWriting(db, draft.id, now)
        await tell(db, draft.id, 0, count)
        await askFor(db, WRITE, draft.id)
        return { ...outcome, said: 'Regnearket er bekræftet og bliver gemt nu.' }
      }
      const done = await writeDraft({ sql: db, draft, now, today, tell: () => {} })
      if (done === 'done')
        return { ...outcome, said: `Regnearket er gemt: ${numberText(count)} ${count === 1 ? 'række' : 'rækker'}.` }
      await checkAgain(db, CHECK, draft.id)
      return { ...outcome, detail: {}, said: 'Intet er gemt endnu: nogen har skrevet imens. Se det, der er nyt, igen.' }
    },
  }),

  raw({
    path: '/regneark/:id/fremdrift',
    may: 'plan.import',
    at: ownersPlace,
    handle: async (ask, c) => {
      const draft = await ownDraft(ask)
      return c.json(progressOf(draft, address(ask.params.id)), 200, { 'cache-control': 'no-store' })
    },
  }),
]
