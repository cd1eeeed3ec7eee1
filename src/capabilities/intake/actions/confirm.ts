import { z } from 'zod'
import { type Action, type Ask, form, type Outcome } from '../../../platform/action.ts'
import type { Sql } from '../../../platform/db.ts'
import { askFor, checkAgain, remove, rowsText, setWaiting, setWriting, tell } from '../../../platform/incoming.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { changes, type Draft, MANY, MOST_ASKED, MOST_SHOWN, mustBeConfirmable, sameReach, scopeOf } from '../draft.ts'
import { CHECK, WRITE } from '../jobs.ts'
import { address, ownDraft, ownersPlace } from '../own-draft.ts'
import { ChoicePage } from '../pages/choice.tsx'
import { DraftPage } from '../pages/draft.tsx'
import { type Choice, choose, chooseAllAlike, type Question, questions } from '../store/choices.ts'
import { previewRows } from '../store/rows.ts'
import { writeOffers } from '../writing.ts'

type OfDraft = Pick<Ask<{ id: string }>, 'db' | 'actor' | 'params'>

async function draftInFull(ask: OfDraft) {
  const draft = await ownDraft(ask)
  const shows = draft?.state === 'ready' && draft.result && draft.result.wrong === 0
  return draft && { draft, rows: shows ? await previewRows(ask.db, draft.id, MOST_SHOWN) : [] }
}

/** Nothing of it was saved, and nothing of it is kept. */
async function discard(db: Sql, draft: Draft): Promise<Outcome> {
  if (draft.state === 'writing' || draft.state === 'done') mustBeConfirmable(draft)
  await remove(db, draft.id)
  return { subject: `import:${draft.id}`, next: '/tilbud/indlaes', said: 'Filen er lagt væk. Intet er gemt.' }
}

async function withQuestions(ask: OfDraft) {
  const draft = await ownDraft(ask)
  if (draft?.state !== 'ready' || !draft.result || draft.result.asking === 0) return undefined
  return { draft, questions: await questions(ask.db, draft.id, MOST_ASKED) }
}

/** What a form calls the question of a name. */
export const answerName = (at: number): string => `svar-${at}`

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
      if (svar === 'nej') return discard(db, draft)
      const result = mustBeConfirmable(draft)
      if (!sameReach(scopeOf(actor), draft.scope))
        throw new Refusal(undefined, 'role', 'Din rolle er ændret, siden du sendte filen. Send den igen.')
      const count = changes(result)
      const outcome = {
        subject: `import:${draft.id}`,
        next: address(draft.id),
        detail: { new: result.new, changed: result.changed },
      }
      if (count > MANY) {
        await setWriting(db, draft.id, now)
        await tell(db, draft.id, 0, count)
        await askFor(db, WRITE, draft.id)
        return { ...outcome, said: 'Filen er bekræftet og bliver gemt nu.' }
      }
      const done = await writeOffers({ sql: db, draft, now, today, tell: () => {} })
      if (done === 'done') return { ...outcome, said: `Filen er gemt: ${rowsText(count)}.` }
      await checkAgain(db, CHECK, draft.id)
      return { ...outcome, detail: {}, said: 'Intet er gemt endnu: nogen har skrevet imens. Se det, der er nyt, igen.' }
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
      await setWaiting(db, draft.id, { checkedAgain: false })
      await askFor(db, CHECK, draft.id)
      return { subject: `import:${draft.id}`, next: address(draft.id) }
    },
  }),
]
