import { z } from 'zod'
import { ownParties } from '../../../access.ts'
import { type Action, type Ask, form } from '../../../platform/action.ts'
import {
  confirmed,
  draftsOf,
  LARGEST_FORM,
  type OfDraft,
  ownDraft,
  progress,
  putAway,
  rowsText,
  takeIn,
} from '../../../platform/incoming.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { parameterOn } from '../../rules/index.ts'
import { changes, type Draft, isOpen, mustBeConfirmable, type Result, sameScope, scopeOf, way } from '../draft.ts'
import { DraftPage } from '../pages/draft.tsx'
import { ExchangePage } from '../pages/exchange.tsx'
import { previewOf } from '../preview.ts'
import { writeDraft } from '../writing.ts'

/** Anybody who may bring in something, wherever that is. */
const somewhere = ({ actor }: Pick<Ask, 'actor'>) => ({ partyId: ownParties(actor, 'plan.import')[0] })

const own = (ask: OfDraft) => ownDraft<Draft>(way, ask)

const ownersPlace = async (ask: OfDraft) => ((await own(ask)) ? somewhere(ask) : undefined)

async function draftInFull(ask: OfDraft) {
  const draft = await own(ask)
  return draft && { draft, ...(await previewOf(ask.db, draft)) }
}

export const incoming: Action[] = [
  form({
    path: '/regneark',
    may: 'plan.import',
    at: somewhere,
    maxBytes: LARGEST_FORM,
    load: async ({ db, actor, may, today }) => ({
      maxMegabytes: await parameterOn(db, 'upload.maxMegabytes', today),
      open: actor.id === undefined ? [] : (await draftsOf<Result>(db, way.kind, actor.id)).filter(isOpen).slice(0, 3),
      plan: may('plan.edit'),
      others: may('status.reportForOthers'),
    }),
    input: z.object({ file: z.instanceof(File, { error: 'Vælg den fil, der skal læses ind.' }) }),
    view: ExchangePage,
    submit: (ask, { file }, { maxMegabytes }) => takeIn(way, ask, { file, scope: scopeOf(ask.actor), maxMegabytes }),
  }),

  form({
    path: '/regneark/:id',
    may: 'plan.import',
    at: ownersPlace,
    load: draftInFull,
    input: z.object({ svar: z.enum(['nej']).optional().catch(undefined) }),
    view: DraftPage,
    submit: async ({ db, actor, now, today }, { svar }, { draft }) => {
      const result = mustBeConfirmable(draft)
      if (svar === 'nej') return putAway(way, db, draft.id, way.base)
      if (!sameScope(scopeOf(actor), draft.scope))
        throw new Refusal(undefined, 'role', 'Din rolle er ændret, siden du sendte regnearket. Send det igen.')
      const count = changes(result)
      return confirmed(
        way,
        { db, now },
        {
          draft,
          count,
          detail: { status: result.status, plan: result.plan },
          write: () => writeDraft({ sql: db, draft, now, today, tell: () => {} }),
          said: `Regnearket er gemt: ${rowsText(count)}.`,
        },
      )
    },
  }),

  progress(way, { may: 'plan.import', at: ownersPlace }),
]
