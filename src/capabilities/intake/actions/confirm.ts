import { z } from 'zod'
import { type Action, form } from '../../../platform/action.ts'
import { confirmed, type OfDraft, putAway, readAgain, rowsText } from '../../../platform/incoming.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { changes, MOST_ASKED, MOST_SHOWN, mustBeConfirmable, sameReach, scopeOf, way } from '../draft.ts'
import { own, ownersPlace } from '../own-draft.ts'
import { ChoicePage } from '../pages/choice.tsx'
import { DraftPage } from '../pages/draft.tsx'
import { type Choice, choose, chooseAllAlike, type Question, questions } from '../store/choices.ts'
import { previewRows } from '../store/rows.ts'
import { writeOffers } from '../writing.ts'

async function draftInFull(ask: OfDraft) {
  const draft = await own(ask)
  const shows = draft?.state === 'ready' && draft.result && draft.result.wrong === 0
  return draft && { draft, rows: shows ? await previewRows(ask.db, draft.id, MOST_SHOWN) : [] }
}

async function withQuestions(ask: OfDraft) {
  const draft = await own(ask)
  if (draft?.state !== 'ready' || !draft.result || draft.result.asking === 0) return undefined
  return { draft, questions: await questions(ask.db, draft.id, MOST_ASKED) }
}

/** What a form calls the question of a name. */
const answerName = (at: number): string => `svar-${at}`

function choicesIn(asked: readonly Question[], sent: Record<string, unknown>): Choice[] {
  const choices = asked.flatMap(({ offerName, operatorName, candidates }, at): Choice[] => {
    const answer = sent[answerName(at)]
    if (answer === 'ny') return [{ offerName, operatorName, offerId: undefined }]
    const chosen = candidates.find(({ id }) => String(id) === answer)
    return chosen ? [{ offerName, operatorName, offerId: chosen.id }] : []
  })
  if (choices.length === 0) throw new Refusal(answerName(0), 'nothing chosen', 'Svar for mindst ét af navnene. Intet er gemt.')
  return choices
}

export const confirming: Action[] = [
  form({
    path: '/tilbud/indlaes/:id',
    may: 'offers.import',
    at: ownersPlace,
    load: draftInFull,
    input: z.object({ svar: z.enum(['nej']).optional().catch(undefined) }),
    view: DraftPage,
    submit: async ({ db, actor, now, today }, { svar }, { draft }) => {
      if (svar === 'nej') {
        if (draft.state === 'writing' || draft.state === 'done') mustBeConfirmable(draft)
        return putAway(way, db, draft.id, way.base)
      }
      const result = mustBeConfirmable(draft)
      if (!sameReach(scopeOf(actor), draft.scope))
        throw new Refusal(undefined, 'role', 'Din rolle er ændret, siden du sendte filen. Send den igen.')
      const count = changes(result)
      return confirmed(
        way,
        { db, now },
        {
          draft,
          count,
          detail: { new: result.new, changed: result.changed },
          write: () => writeOffers({ sql: db, draft, now, today, tell: () => {} }),
          said: `Filen er gemt: ${rowsText(count)}.`,
        },
      )
    },
  }),

  form({
    path: '/tilbud/indlaes/:id/valg',
    may: 'offers.import',
    at: ownersPlace,
    load: withQuestions,
    input: z.looseObject({ alle: z.enum(['ja']).optional().catch(undefined) }),
    view: ChoicePage,
    submit: async ({ db }, { alle, ...sent }, { draft, questions }) => {
      if (alle === 'ja') await chooseAllAlike(db, draft.id)
      else await choose(db, draft.id, choicesIn(questions, sent))
      return readAgain(way, db, draft.id)
    },
  }),
]
