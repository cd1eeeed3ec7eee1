import { z } from 'zod'
import { form } from '../../../platform/action.ts'
import { day, optionalText, text } from '../../../platform/values/fields.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Item } from '../../plan/index.ts'
import { mustBeLater, mustBeNewest, mustHaveBeen, periodOf } from '../../plan/index.ts'
import { DonePage, PostponePage } from '../pages/edit/postpone.tsx'
import type { Editable } from '../reading.ts'
import { editable, ground, say, subjectOf } from './editing.ts'

/**
 * What is done cannot be put off, and cannot be done again.
 * @throws Refusal on top
 */
function mustNotBeDone(item: Item): void {
  if (item.said('done')) {
    throw new Refusal(undefined, 'done', 'Det står allerede som gennemført. Er det forkert, så brug »Ret en oplysning«.')
  }
}

const whenPlanned = (at: Editable | undefined): Editable | undefined => (at?.item.period('planned') ? at : undefined)

const canBeDone: readonly Item['kind'][] = ['phase', 'milestone', 'initiative', 'activity']

export const postpone = [
  form({
    path: '/plan/ret/:key/udsaet',
    may: 'plan.edit',
    load: async (ask) => whenPlanned(await editable(ask)),
    input: z.object({
      from: day('Skriv den første dag i den nye periode.'),
      to: day('Skriv den sidste dag i den nye periode.'),
      words: optionalText(100),
      reason: text(1000, 'Skriv, hvorfor det er udsat. Kendes grunden ikke, så skriv det.'),
      ...ground,
    }),
    view: PostponePage,
    async submit(ask, input, { item }) {
      mustHaveBeen(input.day, ask.today)
      mustNotBeDone(item)
      const old = item.period('planned')
      const next = periodOf(input.from, input.to, input.words)
      if (old) mustBeLater(old, next)
      mustBeNewest(input.day, item.said('planned')?.from)
      await say(ask, item.id, 'planned', next, input)
      await say(ask, item.id, 'postponed', `Før: ${old?.text}. Nu: ${next.text}. ${input.reason}`, {
        ...input,
        note: undefined,
      })
      return {
        subject: subjectOf(item),
        next: item.href,
        said: `Udsat. Den nye tid er ${next.text}. Den gamle tid står stadig.`,
        detail: { from: old, to: next, reason: input.reason, source: input.source },
      }
    },
  }),
  form({
    path: '/plan/ret/:key/gennemfoert',
    may: 'plan.edit',
    load: async (ask) => {
      const at = await editable(ask)
      return at && canBeDone.includes(at.item.kind) ? at : undefined
    },
    input: z.object({ day: day('Skriv den dag, det blev gennemført.'), source: ground.source, note: ground.note }),
    view: DonePage,
    async submit(ask, input, { item }) {
      mustHaveBeen(input.day, ask.today)
      mustNotBeDone(item)
      await say(ask, item.id, 'done', input.day, input)
      return {
        subject: subjectOf(item),
        next: item.href,
        said: `»${item.title}« er meldt gennemført.`,
        detail: { done: input.day, source: input.source },
      }
    },
  }),
]
