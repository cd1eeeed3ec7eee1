import { z } from 'zod'
import { ownParties } from '../../../access.ts'
import { type Action, form, page } from '../../../platform/action.ts'
import type { Day } from '../../../platform/values/day.ts'
import { day, optionalText, text, whole } from '../../../platform/values/fields.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Ownership } from '../../offers/index.ts'
import { DeadlinesPage, MinePage, NewRoundPage, RoundPage, RoundsPage } from '../pages/rounds.tsx'
import { deadlineOf } from '../round.ts'
import { deadlineRules, deadlinesOf, openRound, roundOf, rounds, setDeadlines, standings } from '../store/rounds.ts'
import { yearIn } from './at.ts'

const dueFields = {
  municipal: day('Skriv kommunernes frist.'),
  regional: day('Skriv regionens frist.'),
  self_governing: day('Skriv de selvejendes frist.'),
  private: day('Skriv de privates frist.'),
}

/** @throws Refusal at the deadline that does not lie before the year */
function deadlinesFrom(due: Record<Ownership, Day>, year: number, source: (ownership: Ownership) => string) {
  return (['municipal', 'regional', 'self_governing', 'private'] as const).map((ownership) => {
    if (due[ownership] >= `${year}-01-01` || due[ownership] < `${year - 2}-01-01`)
      throw new Refusal(
        ownership,
        'other year',
        `Fristen for takster i ${year} skal ligge før 1. januar ${year}. Ret dagen, eller ret året. Intet er gemt.`,
      )
    return { ownership, day: due[ownership], source: source(ownership) }
  })
}

export const roundDeeds: Action[] = [
  page({
    path: '/takster/runder',
    may: 'tariffs.publish',
    load: async ({ db }) => ({ rounds: await rounds(db) }),
    view: RoundsPage,
  }),

  form({
    path: '/takster/runder/ny',
    may: 'tariffs.publish',
    load: async ({ db, today }) => {
      const next = Number(today.slice(0, 4)) + 1
      const [rules, all] = await Promise.all([deadlineRules(db, today), rounds(db)])
      const year = all.some((round) => round.year === next) ? next + 1 : next
      return { year, rules, due: new Map(rules.map((rule) => [rule.ownership, deadlineOf(rule, year)])) }
    },
    input: z.object({ year: whole(2000, 2100), note: optionalText(1000), ...dueFields }),
    view: NewRoundPage,
    submit: async ({ db, actor, now, today }, { year, note, ...due }, { rules }) => {
      if (await roundOf(db, year))
        throw new Refusal('year', 'there already', `Takstrunden for ${year} er allerede åbnet. Åbn den på listen. Intet er gemt.`)
      const deadlines = deadlinesFrom(due, year, (ownership) => {
        const rule = rules.find((one) => one.ownership === ownership)
        return rule && deadlineOf(rule, year) === due[ownership] ? rule.source : `${actor.name}, da runden blev åbnet`
      })
      const signed = { actorId: actor.id, actorName: actor.name, recordedAt: now }
      await openRound(db, { year, openedOn: today, note: note ?? '' }, deadlines, signed)
      return {
        subject: `tariff-round:${year}`,
        next: `/takster/runder/${year}`,
        said: `Takstrunden for ${year} er åben. Driftsherrerne får mail, når fristen nærmer sig.`,
        detail: due,
      }
    },
  }),

  page({
    path: '/takster/runder/:year',
    may: 'tariffs.publish',
    load: async ({ db, params }) => {
      const year = yearIn(params.year)
      const round = await roundOf(db, year)
      return round && { round, standings: await standings(db, year), deadlines: await deadlinesOf(db, year) }
    },
    view: RoundPage,
  }),

  form({
    path: '/takster/runder/:year/frister',
    may: 'tariffs.publish',
    load: async ({ db, params }) => {
      const round = await roundOf(db, yearIn(params.year))
      return round && { round, deadlines: await deadlinesOf(db, round.year) }
    },
    input: z.object({ source: text(300, 'Skriv, hvor det er besluttet.'), ...dueFields }),
    view: DeadlinesPage,
    submit: async ({ db, actor, now }, { source, ...due }, { round, deadlines }) => {
      const changed = deadlinesFrom(due, round.year, () => source).filter(
        (one) => deadlines.find(({ ownership }) => ownership === one.ownership)?.day !== one.day,
      )
      if (changed.length === 0) throw new Refusal(undefined, 'nothing', 'Ingen af fristerne er ændret. Intet er gemt.')
      await setDeadlines(db, round.year, changed, { actorId: actor.id, actorName: actor.name, recordedAt: now })
      return {
        subject: `tariff-round:${round.year}`,
        next: `/takster/runder/${round.year}`,
        said: 'Fristerne er ændret.',
        detail: { changed },
      }
    },
  }),

  page({
    path: '/takster/mine',
    may: 'tariffSheets.write',
    at: ({ actor }) => ({ partyId: ownParties(actor, 'tariffSheets.write')[0] }),
    load: async ({ db, actor }) => {
      const partyIds = ownParties(actor, 'tariffSheets.write')
      const open = await rounds(db)
      const all = await Promise.all(open.map(({ year }) => standings(db, year, { partyIds })))
      return { standings: all.flat() }
    },
    view: MinePage,
  }),
]
