import { z } from 'zod'
import { form, page } from '../../../platform/action.ts'
import { optionalDay, optionalText, whole } from '../../../platform/values/fields.ts'
import { correctionOf, holdsMany, holdsOn, isField, mustBeNewest, mustBeTrue, mustHaveBeen, valueFrom } from '../../plan/index.ts'
import { ChoosePage } from '../pages/edit/choose.tsx'
import { CorrectPage } from '../pages/edit/correct.tsx'
import type { Editable } from '../reading.ts'
import { editable, ground, say, subjectOf, takeBack } from './editing.ts'

const optionalNumber = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.union([z.undefined(), whole(1, Number.MAX_SAFE_INTEGER)]),
)

/** What holds of a field on a day, newest first. */
const heldOn = ({ facts }: Editable, field: string, day: string) =>
  facts.filter((fact) => fact.field === field && holdsOn(fact, day))

export const correct = [
  page({ path: '/plan/ret/:key', may: 'plan.edit', load: editable, view: ChoosePage }),
  form({
    path: '/plan/ret/:key/felt/:field',
    may: 'plan.edit',
    load: async (ask) => {
      const { field } = ask.params
      const at = isField(field) ? await editable(ask) : undefined
      return at && isField(field) ? { ...at, field, held: heldOn(at, field, ask.today) } : undefined
    },
    input: z.object({
      replaces: optionalNumber,
      value: optionalText(4000),
      from: optionalDay(),
      to: optionalDay(),
      ...ground,
    }),
    view: CorrectPage,
    async submit(ask, input, at) {
      const { item, field, facts, reading } = at
      mustHaveBeen(input.day, ask.today)
      const value = valueFrom(field, input, reading.names)
      mustBeTrue(field, value, ask.today)
      const spoken = facts.filter((fact) => fact.field === field && fact.validUntil === undefined)
      if (!holdsMany(field)) mustBeNewest(input.day, spoken[0]?.validFrom)
      const { ends } = correctionOf(field, value, spoken, input.replaces)
      await takeBack(ask, ends, input)
      if (value !== undefined) await say(ask, item.id, field, value, input)
      return {
        subject: subjectOf(item),
        next: item.href,
        said:
          value === undefined
            ? 'Oplysningen gælder ikke mere. Den står stadig i historikken.'
            : 'Oplysningen er gemt. Den gamle står i historikken.',
        detail: { field, value, ended: ends.map(({ id }) => id), from: input.day, source: input.source },
      }
    },
  }),
]
