import { z } from 'zod'
import { type Action, type Ask, form, type Outcome, page } from '../../platform/action.ts'
import { optionalDay } from '../../platform/values/fields.ts'
import { keysOf } from '../../platform/values/keys.ts'
import { type ChangeInput, changeInput, changeOf } from './change.ts'
import { OfficeRulesPage, RulePage, RulesPage } from './pages.tsx'
import { type Rule, rulesOn, topics, valueText } from './rule.ts'
import { addParameter, allParameters } from './store.ts'

const rules = async ({ db, today }: Pick<Ask, 'db' | 'today'>) => rulesOn(await allParameters(db), today)

/** A number, or the word of a rule that is a choice. */
const said = z.union([z.number(), z.string()])

export const ruleWith = async ({ db, today }: Pick<Ask, 'db' | 'today'>, key: string): Promise<Rule | undefined> =>
  rulesOn(await allParameters(db, { key }), today)[0]

/** Sets a value, or moves the day of one. */
export async function changeRule({ db, actor, now, today }: Ask, input: ChangeInput, rule: Rule): Promise<Outcome> {
  const values = changeOf(rule, today, input)
  for (const value of values) await addParameter(db, { ...value, recordedAt: now, actorId: actor.id })
  const { value: _, ...told } = input
  const set = values.at(-1)
  return {
    subject: `rule:${rule.key}`,
    next: `/kontor/regler/${rule.key}`,
    said: `Reglen er gemt: ${set ? valueText(set) : ''}.`,
    detail: { ...told, value: set?.word ?? set?.value, unit: rule.unit },
  }
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
            topic: z.enum(keysOf(topics)),
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
    load: (ask) => ruleWith(ask, ask.params.key),
    query: z.object({ flyt: optionalDay().catch(undefined) }),
    input: changeInput,
    view: RulePage,
    submit: changeRule,
  }),
]
