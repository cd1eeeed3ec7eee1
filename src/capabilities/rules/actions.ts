import { z } from 'zod'
import { type Action, type Ask, form, page } from '../../platform/action.ts'
import { day, flag, optionalDay, optionalText, text } from '../../platform/values/fields.ts'
import { OfficeRulesPage, RulePage, RulesPage } from './pages.tsx'
import { mustChange, mustEndAfter, mustNotBeginBefore, type Rule, rulesOn, topics, valueIn, valueText, wordIn } from './rule.ts'
import { addParameter, allParameters } from './store.ts'

const rules = async ({ db, today }: Pick<Ask, 'db' | 'today'>) => rulesOn(await allParameters(db), today)

/** A number, or the word of a rule that is a choice. */
const said = z.union([z.number(), z.string()])

/** What was written, as the rule has it: a number of its unit, or one of its words. */
function saidBy(written: string, { unit, now, past, coming }: Rule) {
  const choices = (now ?? past[0] ?? coming[0])?.choices
  return choices
    ? { value: undefined, word: wordIn(written, choices), choices }
    : { value: valueIn(written, unit), word: undefined, choices: undefined }
}

export const actions: Action[] = [
  page({
    path: '/om/regler',
    may: 'site.read',
    open: true,
    load: rules,
    view: RulesPage,
    apiRead: {
      path: '/rules',
      summary: 'Every rule that may change, with the value in force today and all values before and to come',
      output: z.object({
        rules: z.array(
          z.object({
            key: z.string(),
            label: z.string(),
            unit: z.string(),
            topic: z.enum(Object.keys(topics) as [keyof typeof topics]),
            value: said.optional(),
            values: z.array(
              z.object({ value: said.optional(), validFrom: z.iso.date(), source: z.string(), confirmed: z.boolean() }),
            ),
          }),
        ),
      }),
      answer: (all) => ({
        rules: all.map(({ key, topic, label, unit, now, past, coming }) => ({
          topic,
          key,
          label,
          unit,
          value: now?.word ?? now?.value,
          values: [...coming.toReversed(), ...past].map(({ value, word, validFrom, source, confirmed }) => ({
            value: word ?? value,
            validFrom,
            source,
            confirmed,
          })),
        })),
      }),
    },
  }),

  page({ path: '/kontor/regler', may: 'office.read', load: rules, view: OfficeRulesPage }),

  form({
    path: '/kontor/regler/:key',
    may: 'parameters.set',
    load: async ({ db, params, today }) => rulesOn(await allParameters(db, { key: params.key }), today)[0],
    input: z.object({
      value: text(20, 'Skriv den nye værdi.'),
      validFrom: day('Skriv den dag, værdien gælder fra.'),
      source: text(300, 'Skriv, hvem der har besluttet det, og hvor det står.'),
      law: optionalText(200),
      validUntil: optionalDay(),
      confirmed: flag(),
      reason: text(1000, 'Skriv kort, hvorfor reglen ændres.'),
    }),
    view: RulePage,
    submit: async (
      { db, actor, now, today },
      { value: written, validFrom, validUntil, source, law, confirmed: ticked, reason },
      rule,
    ) => {
      const { key, topic, label, unit, past, coming } = rule
      const confirmed = ticked || topic === 'house'
      const asked = { ...saidBy(written, rule), validUntil, confirmed }
      mustNotBeginBefore(today, validFrom, topic)
      mustEndAfter(validFrom, validUntil)
      mustChange([...coming.toReversed(), ...past], asked, validFrom)
      await addParameter(db, {
        ...{ key, topic, label, unit, validFrom, source, law, recordedAt: now, actorId: actor.id },
        ...asked,
        note: reason,
      })
      return {
        subject: `rule:${key}`,
        next: `/kontor/regler/${key}`,
        said: `Reglen er gemt: ${valueText({ unit, ...asked })}.`,
        detail: { value: asked.word ?? asked.value, unit, validFrom, validUntil, source, law, confirmed, reason },
      }
    },
  }),
]
