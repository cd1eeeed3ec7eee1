import { z } from 'zod'
import { type Action, type Ask, download, form, page } from '../../../platform/action.ts'
import { day, optionalDay, optionalText, text, whole } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { offerWith, operatorWith, ownerOf } from '../../offers/index.ts'
import { parameterOn } from '../../rules/index.ts'
import { lastDayOf, newReturns, openIn, quarterIn, quartersBefore, quarterText, returnsInput } from '../occupancy.ts'
import { AnnouncePage, CapacityPage } from '../pages/capacity.tsx'
import { OccupancyPage } from '../pages/occupancy.tsx'
import { capacityCsv, capacityWorkbook } from '../sheets.ts'
import { speakingAs } from '../standing-as.ts'
import { choices } from '../store/board.ts'
import { announce, capacityBy, capacityChanges } from '../store/capacity.ts'
import { limitsOn, linesOf } from '../store/lines.ts'
import { addReturns, budgetsOf, reportedIn, returnsOf } from '../store/occupancy.ts'
import { chosen } from './board.ts'

const query = chosen.extend({ kvartal: z.string().optional() })
type Asked = Ask<unknown, z.output<typeof query>>

const quarterAsked = ({ query: { kvartal }, today }: Asked) =>
  quarterIn(kvartal) ?? quartersBefore(today, 1)[0] ?? { year: 0, quarter: 1 }

async function load(ask: Asked) {
  const { db, today } = ask
  const wish = { groupId: ask.query.maalgruppe, municipalityCode: ask.query.kommune }
  const limits = await limitsOn(db, today)
  const by = { today, limits }
  const quarter = quarterAsked(ask)
  const [[total], places, groups, reported, changes, points, all] = await Promise.all([
    capacityBy(db, 'all', wish, by),
    capacityBy(db, 'municipality', wish, by),
    capacityBy(db, 'group', wish, by),
    reportedIn(db, quarter, today),
    capacityChanges(db),
    parameterOn(db, 'capacity.deviationPoints', lastDayOf(quarter)),
    choices(db),
  ])
  return { ...wish, total, places, groups, quarter, reported, changes, points, limits, choices: all }
}

export type LoadedCapacity = Awaited<ReturnType<typeof load>>

const out = async (ask: Asked) => {
  const { db, today } = ask
  const wish = { groupId: ask.query.maalgruppe, municipalityCode: ask.query.kommune }
  const [rows, { returns }] = await Promise.all([
    capacityBy(db, 'both', wish, { today, limits: await limitsOn(db, today) }),
    reportedIn(db, quarterAsked(ask), today),
  ])
  return { rows, returns, today }
}

const optionalWhole = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
  whole(0, 9999).optional(),
)

const operatorParty = async ({ db, params }: Ask<{ id: string }>) => {
  const operator = await operatorWith(db, idIn(params.id))
  return operator && { partyId: operator.partyId }
}

export const capacity: Action[] = [
  page({ path: '/tilbud/kapacitet', may: 'vacancies.read', open: true, query, load, view: CapacityPage }),
  download({ path: '/tilbud/kapacitet.xlsx', may: 'vacancies.read', open: true, query, load: out, send: capacityWorkbook }),
  download({ path: '/tilbud/kapacitet.csv', may: 'vacancies.read', open: true, query, load: out, send: capacityCsv }),

  form({
    path: '/ledige/driftsherre/:id/belaegning',
    may: 'vacancies.confirm',
    at: operatorParty,
    query: z.object({ kvartal: z.string().optional() }),
    load: async (ask) => {
      const { db, params, today } = ask
      const operator = await operatorWith(db, idIn(params.id))
      if (!operator) return undefined
      const scope = { operatorId: operator.id }
      const quarter = quarterIn(ask.query.kvartal) ?? quartersBefore(today, 1)[0] ?? { year: 0, quarter: 1 }
      const [lines, returns, budgets] = await Promise.all([
        linesOf(db, scope, today),
        returnsOf(db, scope, quarter),
        budgetsOf(db, scope, lastDayOf(quarter)),
      ])
      return { operator, quarter, lines: lines.filter((line) => openIn(line, quarter)), returns, budgets }
    },
    input: returnsInput,
    view: OccupancyPage,
    submit: async ({ db, actor, today, now }, written, { operator, quarter, lines, returns }) => {
      const fresh = newReturns(written, { lines, returns, quarter, today })
      await addReturns(db, quarter, fresh, {
        role: speakingAs(actor, operator.partyId),
        actorId: actor.id,
        actorName: actor.name,
        now,
      })
      return {
        subject: `operator:${operator.id}`,
        next: `/ledige/driftsherre/${operator.id}`,
        said: `Belægningen for ${quarterText(quarter)} er gemt: ${fresh.length} ${fresh.length === 1 ? 'ny' : 'nye'} af ${lines.length} pladslinjer.`,
        detail: { ...quarter, returns: fresh.map(({ lineId, average, budgeted }) => ({ lineId, average, budgeted })) },
      }
    },
  }),

  form({
    path: '/ledige/tilbud/:id/kapacitet',
    may: 'capacity.announce',
    at: async ({ db, params }) => {
      const owner = await ownerOf(db, idIn(params.id))
      return owner && { partyId: owner.partyId }
    },
    load: async ({ db, params }) => (await offerWith(db, idIn(params.id)))?.offer,
    input: z.object({
      what: text(1000, 'Skriv kort, hvad der ændres.'),
      before: optionalWhole,
      after: optionalWhole,
      effectiveOn: optionalDay(),
      decidedBy: optionalText(200),
      announcedOn: day('Skriv den dag, det blev meldt ud.'),
      source: text(300, 'Skriv, hvor det står, fx mødet eller brevet.'),
    }),
    view: AnnouncePage,
    submit: async ({ db, actor, now, today }, { before, after, ...change }, offer) => {
      if (change.announcedOn > today)
        throw new Refusal(
          'announcedOn',
          'in the future',
          'Dagen er ikke kommet endnu. Skriv den dag, det blev meldt ud. Intet er gemt.',
        )
      await announce(db, {
        ...change,
        placesBefore: before,
        placesAfter: after,
        offerId: offer.id,
        actorId: actor.id,
        actorName: actor.name,
        recordedAt: now,
      })
      return {
        subject: `offer:${offer.id}`,
        next: '/tilbud/kapacitet#aendringer',
        said: `Ændringen hos ${offer.name} er meldt ud.`,
        detail: { ...change, before, after },
      }
    },
  }),
]
