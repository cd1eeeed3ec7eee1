import { z } from 'zod'
import { type Action, form } from '../../../platform/action.ts'
import { amountIn } from '../../../platform/mapping.ts'
import { flag, text } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { mustBeMeant } from '../line-input.ts'
import { CorrectPage } from '../pages/correct.tsx'
import { versionWith } from '../store/list.ts'
import { publishVersions } from '../store/publish.ts'
import { netOf } from '../tariff.ts'

const kroner = z.string().max(40).optional()

const oreIn = (field: string, written: string | undefined, negative = false): number | undefined => {
  if (written === undefined || written.trim() === '') return undefined
  const number = amountIn({ value: written })
  if (number === undefined)
    throw new Refusal(field, 'no number', `»${written.slice(0, 20)}« er ikke et beløb. Skriv fx 2.530,50. Intet er gemt.`)
  return mustBeMeant(field, Math.round(number * 100), { negative })
}

export const corrections: Action[] = [
  form({
    path: '/takster/:id/ret',
    may: 'tariffs.publish',
    load: ({ db, params }) => versionWith(db, idIn(params.id)),
    input: z.object({
      amount: kroner,
      temporary: kroner,
      withdrawn: flag(),
      reason: text(500, 'Skriv, hvorfor taksten rettes. Grunden kan ses af alle.'),
      source: text(300, 'Skriv, hvor det nye tal kommer fra.'),
    }),
    view: CorrectPage,
    submit: async ({ db, actor, now, today }, written, found) => {
      if (!found.current)
        throw new Refusal(
          undefined,
          'corrected meanwhile',
          'Taksten er rettet i mellemtiden af en anden. Intet er gemt. Find den gældende version, og ret den.',
        )
      const amountOre = written.withdrawn ? found.amountOre : oreIn('amount', written.amount)
      if (amountOre === undefined || amountOre <= 0)
        throw new Refusal('amount', 'no amount', 'Skriv den rigtige takst i kroner. Intet er gemt.')
      if (
        !written.withdrawn &&
        amountOre === found.amountOre &&
        oreIn('temporary', written.temporary, true) === found.temporaryOre
      )
        throw new Refusal('amount', 'nothing new', 'Taksten er den samme som før, så der er intet at rette. Intet er gemt.')
      const { id, correctsId: _, netOre, ...kept } = found
      const [next = id] = await publishVersions(db, [
        {
          ...kept,
          amountOre,
          temporaryOre: written.withdrawn ? found.temporaryOre : oreIn('temporary', written.temporary, true),
          netOre: found.vatShare === undefined ? netOre : netOf(amountOre, found.vatShare),
          netTold: found.vatShare === undefined && found.netTold && amountOre === found.amountOre,
          exactOre: undefined,
          basis: amountOre === found.amountOre ? found.basis : 'not_received',
          calculationId: amountOre === found.amountOre ? found.calculationId : undefined,
          withdrawn: written.withdrawn,
          correctsId: id,
          reason: written.reason,
          version: found.version + 1,
          source: written.source,
          sourceUrl: undefined,
          asOf: undefined,
          asOfDay: today,
          actorId: actor.id,
          actorName: actor.name,
          publishedAt: now,
        },
      ])
      return {
        subject: `tariff:${next}`,
        next: `/takster/${next}`,
        said: written.withdrawn
          ? 'Taksten er trukket tilbage. Den gamle version står stadig på sin adresse.'
          : 'Rettelsen er offentliggjort som en ny version. Den gamle står stadig på sin adresse.',
        detail: { before: found.amountOre, amountOre, reason: written.reason },
      }
    },
  }),
]
