import { z } from 'zod'
import { ownParties } from '../../access.ts'
import { type Action, type Ask, form, page } from '../../platform/action.ts'
import type { Sql } from '../../platform/db.ts'
import { choice, day, optional, text } from '../../platform/values/fields.ts'
import { idIn } from '../../platform/values/id.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { membersOn } from '../parties/index.ts'
import { type Item, planOn } from '../plan/index.ts'
import { decisionKeys, mustFollow, stepKeys, steps } from './cycle.ts'
import { CyclePage, CyclesPage, NewCyclePage, NewEntryPage } from './pages.tsx'
import { addEntry, allCycles, beginCycle, cycleAt, cyclesOf } from './store.ts'

const initiative = async (db: Sql, key: string, today: string): Promise<Item | undefined> => {
  const item = (await planOn(db, today)).withKey(key)
  return item?.kind === 'initiative' ? item : undefined
}

type At = Ask<{ key: string; number: string }>

const cycleOf = ({ db, params }: Pick<At, 'db' | 'params'>) => cycleAt(db, params.key, idIn(params.number))

const cycleWithInitiative = async ({ db, params, today }: At) => {
  const [item, cycle] = await Promise.all([initiative(db, params.key, today), cycleOf({ db, params })])
  return item && cycle && { item, cycle }
}

/** A municipality may begin a cycle of its own; the secretariat a joint one, or for anybody. */
const mayBegin = (ask: Ask<{ key: string }>) => ({ partyId: ownParties(ask.actor, 'cycles.write')[0] })

export const actions: Action[] = [
  page({
    path: '/plan/forloeb',
    may: 'cycles.read',
    open: true,
    load: async ({ db, today }) => ({ plan: await planOn(db, today), cycles: await allCycles(db) }),
    view: CyclesPage,
    apiRead: {
      path: '/cycles',
      summary: 'Every improvement cycle with its entries',
      output: z.object({
        cycles: z.array(
          z.object({
            initiative: z.string(),
            number: z.int(),
            title: z.string(),
            party: z.string().optional(),
            example: z.boolean(),
            entries: z.array(
              z.object({
                step: z.enum(stepKeys),
                day: z.iso.date(),
                text: z.string(),
                decision: z.enum(decisionKeys).optional(),
              }),
            ),
          }),
        ),
      }),
      answer: ({ plan, cycles }) => ({
        cycles: cycles.map(({ initiativeId, number, title, partyName, example, entries }) => ({
          initiative: plan.items.find(({ id }) => id === initiativeId)?.key ?? '',
          number,
          title,
          party: partyName,
          example,
          entries: entries.map(({ step, day, text, decision }) => ({ step, day, text, decision })),
        })),
      }),
    },
  }),

  form({
    path: '/plan/initiativer/:key/forloeb/nyt',
    may: 'cycles.write',
    at: mayBegin,
    load: async ({ db, params, today, actor, may }) => {
      const item = await initiative(db, params.key, today)
      const parties = await membersOn(db, today)
      return (
        item && {
          item,
          parties: parties.filter(({ id }) => may('cycles.write', { partyId: id })),
          own: ownParties(actor, 'cycles.write')[0],
        }
      )
    },
    input: z.object({
      title: text(120, 'Giv forløbet en kort titel.'),
      party: z.string().optional(),
      day: day(),
      hypothesis: text(2000, 'Skriv, hvad I tror vil virke.'),
    }),
    view: NewCyclePage,
    submit: async ({ db, now, today, actor, params, may }, { title, party, day, hypothesis }, { item, parties }) => {
      const chosen = parties.find(({ slug }) => slug === party)
      if (!may('cycles.write', { partyId: chosen?.id }))
        throw new Refusal('party', 'not yours', 'Vælg jeres egen kommune. Forløbet er ikke gemt.')
      mustFollow({ entries: [] }, { step: 'hypothesis', day }, today)
      const { id, number } = await beginCycle(db, {
        initiativeId: item.id,
        partyId: chosen?.id,
        title,
        at: now,
        actorId: actor.id,
      })
      await addEntry(db, { cycleId: id, step: 'hypothesis', day, text: hypothesis, recordedAt: now, actorId: actor.id })
      return {
        subject: `cycle:${params.key}/${number}`,
        next: `/plan/initiativer/${params.key}/forloeb/${number}`,
        said: 'Forløbet er begyndt.',
      }
    },
  }),

  page({
    path: '/plan/initiativer/:key/forloeb/:number',
    may: 'cycles.read',
    open: true,
    load: async (ask) => {
      const found = await cycleWithInitiative(ask)
      return found && { ...found, others: await cyclesOf(ask.db, found.item.id, ask.today) }
    },
    view: CyclePage,
  }),

  form({
    path: '/plan/initiativer/:key/forloeb/:number/trin',
    may: 'cycles.write',
    at: async (ask) => {
      const cycle = await cycleOf(ask)
      return cycle && { partyId: cycle.partyId }
    },
    load: cycleWithInitiative,
    input: z.object({
      step: choice(stepKeys, 'Vælg, hvilket trin I skriver om.'),
      day: day(),
      text: text(2000, 'Skriv, hvad der skete.'),
      decision: optional(z.enum(decisionKeys)),
    }),
    view: NewEntryPage,
    submit: async ({ db, now, today, actor, params }, { step, day, text, decision }, { cycle }) => {
      mustFollow(cycle, { step, day, decision }, today)
      await addEntry(db, {
        cycleId: cycle.id,
        step,
        day,
        text,
        decision: step === 'decision' ? decision : undefined,
        recordedAt: now,
        actorId: actor.id,
      })
      return {
        subject: `cycle:${params.key}/${params.number}`,
        next: `/plan/initiativer/${params.key}/forloeb/${params.number}`,
        said: `${steps[step].text} er gemt.`,
      }
    },
    apiWrite: { path: '/initiatives/:key/cycles/:number/entries', summary: 'Write the next entry of an improvement cycle' },
  }),
]
