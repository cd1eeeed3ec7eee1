import { z } from 'zod'
import { type Action, type Ask, form, page } from '../../platform/action.ts'
import { day, text } from '../../platform/values/fields.ts'
import { OfficeRulesPage, RulePage, RulesPage } from './pages.tsx'
import { mustChange, mustNotBeginBefore, rulesOn, valueIn, valueText } from './rule.ts'
import { addParameter, allParameters } from './store.ts'

const rules = async ({ db, today }: Pick<Ask, 'db' | 'today'>) => rulesOn(await allParameters(db), today)

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
            value: z.number().optional(),
            values: z.array(z.object({ value: z.number(), validFrom: z.iso.date(), source: z.string() })),
          }),
        ),
      }),
      answer: (all) => ({
        rules: all.map(({ key, label, unit, now, past, coming }) => ({
          key,
          label,
          unit,
          value: now?.value,
          values: [...coming.toReversed(), ...past].map(({ value, validFrom, source }) => ({ value, validFrom, source })),
        })),
      }),
    },
  }),

  page({ path: '/kontor/regler', may: 'office.read', load: rules, view: OfficeRulesPage }),

  form({
    path: '/kontor/regler/:key',
    may: 'parameters.set',
    load: async ({ db, params, today }) => rulesOn(await allParameters(db, params.key), today)[0],
    input: z.object({
      value: text(20, 'Skriv den nye værdi.'),
      validFrom: day('Skriv den dag, værdien gælder fra.'),
      source: text(300, 'Skriv, hvem der har besluttet det, og hvor det står.'),
      reason: text(1000, 'Skriv kort, hvorfor reglen ændres.'),
    }),
    view: RulePage,
    submit: async (
      { db, actor, now, today },
      { value: written, validFrom, source, reason },
      { key, label, unit, past, coming },
    ) => {
      const value = valueIn(written, unit)
      mustNotBeginBefore(today, validFrom)
      mustChange([...coming.toReversed(), ...past], value, validFrom)
      await addParameter(db, { key, label, unit, value, validFrom, source, note: reason, recordedAt: now, actorId: actor.id })
      return {
        subject: `rule:${key}`,
        next: `/kontor/regler/${key}`,
        said: `Reglen er gemt: ${valueText({ value, unit })}.`,
        detail: { value, unit, validFrom, source, reason },
      }
    },
  }),
]
