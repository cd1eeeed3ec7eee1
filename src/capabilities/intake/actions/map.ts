import { z } from 'zod'
import { type Action, form } from '../../../platform/action.ts'
import type { Sql } from '../../../platform/db.ts'
import { type OfDraft, readAgain, setSurvey } from '../../../platform/incoming.ts'
import { chosenColumns, keepable, remember } from '../../../platform/mapping.ts'
import { choice, day, text, whole } from '../../../platform/values/fields.ts'
import { keysOf } from '../../../platform/values/keys.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { priceUnits } from '../../offers/index.ts'
import { type Draft, type Plan, senderOf, way } from '../draft.ts'
import { fields } from '../fields.ts'
import { own, ownersPlace } from '../own-draft.ts'
import { MapPage } from '../pages/map.tsx'
import { namesOffers } from '../planning.ts'
import { forgetChoices } from '../store/choices.ts'

const units = keysOf(priceUnits)

/** A file whose columns can still be said: not while it is read or written, nor when it is done. */
async function mappable(ask: OfDraft) {
  const draft = await own(ask)
  const plan = draft?.survey
  return draft && plan && (draft.state === 'asking' || draft.state === 'ready') ? { draft, plan } : undefined
}

async function again(db: Sql, draft: Draft, plan: Plan) {
  await setSurvey(db, draft.id, plan)
  await forgetChoices(db, draft.id)
  return readAgain(way, db, draft.id)
}

export const mapping: Action[] = [
  form({
    path: '/tilbud/indlaes/:id/kolonner',
    may: 'offers.import',
    at: ownersPlace,
    load: mappable,
    input: z.looseObject({
      svar: z.enum(['find']).optional().catch(undefined),
      sheet: z.string().max(200).default(''),
      row: whole(1, 200),
      asOf: day('Skriv den dag, oplysningerne er fra.'),
      source: text(300, 'Skriv, hvor oplysningerne er fra.'),
      per: choice(units),
      year: whole(1990, 2100),
    }),
    view: MapPage,
    submit: async ({ db, actor, now, today }, { svar, sheet, row, asOf, source, per, year, ...sent }, { draft, plan }) => {
      const fixed = { asOf, source, per, year: String(year) }
      if (svar === 'find') {
        const wanted = { sheet: plan.sheets.some(({ name }) => name === sheet) ? sheet : plan.sheet, row }
        return again(db, draft, { ...plan, fixed, chosen: false, wanted })
      }
      if (asOf > today) throw new Refusal('asOf', 'ahead', 'Skriv en dag, der er kommet. Intet er læst.')
      const columns = chosenColumns(plan.columns, fields, sent)
      if (!namesOffers({ columns }))
        throw new Refusal(undefined, 'no offer', 'Vælg, i hvilken kolonne tilbuddets navn eller nummer står. Intet er læst.')
      const from = { purpose: way.kind, sender: senderOf(draft.scope) }
      await remember(
        db,
        from,
        { columns: keepable(columns), fixed: { per, year: String(year) } },
        { now, actorId: actor.id, actorName: actor.name },
      )
      return again(db, draft, { ...plan, columns, fixed, chosen: true })
    },
  }),
]
