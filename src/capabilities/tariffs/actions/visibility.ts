import { z } from 'zod'
import { type Action, type Ask, form, page } from '../../../platform/action.ts'
import { dayText } from '../../../platform/values/day.ts'
import { choice, day, text, whole } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { operators } from '../../offers/index.ts'
import { SetVisibilityPage, VisibilityPage } from '../pages/visibility.tsx'
import { ruleSetToday, shownOn } from '../reading.ts'
import { addDecision, decisions } from '../store/visibility.ts'
import { type Level, levelOf, mustBeNewDecision, visibilities } from '../visibility.ts'

const operatorQuery = z.object({ driftsherre: z.string().max(20).optional().catch(undefined) })
type Asking = Ask<unknown, z.output<typeof operatorQuery>>

/** What holds today, what was decided, and the operator somebody asks about. */
async function standing({ db, today, query }: Asking) {
  const [shown, decided, rules, all] = await Promise.all([
    shownOn(db, today),
    decisions(db),
    ruleSetToday(db, today),
    operators(db),
  ])
  const asked = query.driftsherre === undefined ? undefined : all.find(({ id }) => id === idIn(query.driftsherre ?? ''))
  return { shown, decided, rules, operators: all, asked }
}

export type Standing = Awaited<ReturnType<typeof standing>>

const levelOut = z.enum(['full', 'groups', 'price'])

export const visibilityDeeds: Action[] = [
  page({
    path: '/takster/synlighed',
    may: 'tariffs.read',
    open: true,
    query: operatorQuery,
    load: standing,
    view: VisibilityPage,
    apiRead: {
      path: '/tariff-visibility',
      summary:
        'How much of a calculation everybody sees today: by ownership, and the operators for whom something else was decided',
      output: z.object({
        fewestPlaces: z.number().meta({ description: 'Under so many places only the price is shown' }),
        byOwnership: z.record(z.string(), levelOut),
        operators: z.array(z.object({ id: z.int(), name: z.string(), level: levelOut, since: z.iso.date(), source: z.string() })),
      }),
      answer: ({ shown }) => ({
        fewestPlaces: shown.fewestPlaces,
        byOwnership: shown.byOwnership,
        operators: [...shown.byOperator.values()].flatMap(({ operatorId, operatorName, level, validFrom, source }) =>
          level === undefined ? [] : [{ id: operatorId, name: operatorName, level, since: validFrom, source }],
        ),
      }),
    },
  }),

  form({
    path: '/takster/synlighed/ny',
    may: 'tariffs.publish',
    query: operatorQuery,
    load: standing,
    input: z.object({
      operator: z.preprocess((value) => value || undefined, whole(1, 1_000_000_000).optional()),
      level: choice(['full', 'groups', 'price', 'rule'], 'Vælg, hvor meget alle kan se.'),
      validFrom: day('Skriv den dag, det gælder fra.'),
      reason: text(500, 'Skriv, hvorfor det ændres. Grunden kan ses af alle.'),
      source: text(300, 'Skriv, hvem der har besluttet det, og hvor det står.'),
    }),
    view: SetVisibilityPage,
    submit: async (
      { db, actor, now, today },
      { operator: id, level: chosen, ...written },
      { operators: all, decided, shown },
    ) => {
      const operator = all.find((one) => one.id === id)
      if (!operator) throw new Refusal('operator', 'no operator', 'Vælg en driftsherre på listen. Intet er gemt.')
      const level: Level | undefined = chosen === 'rule' ? undefined : chosen
      mustBeNewDecision(
        { level, validFrom: written.validFrom },
        { today, decided: decided.filter(({ operatorId }) => operatorId === operator.id) },
      )
      await addDecision(db, {
        ...written,
        level,
        operatorId: operator.id,
        actorId: actor.id,
        actorName: actor.name,
        recordedAt: now,
      })
      const holds = level ?? levelOf({ operatorId: undefined, ownership: operator.ownership }, shown)
      return {
        subject: `operator:${operator.id}`,
        next: `/takster/synlighed?driftsherre=${operator.id}`,
        said: `Fra ${dayText(written.validFrom)} ser alle ${visibilities[holds].toLowerCase()} hos ${operator.name}${level === undefined ? ', som reglen for ejerformen siger' : ''}.`,
        detail: { before: shown.byOperator.get(operator.id)?.level, level, ...written },
      }
    },
  }),
]
