import { page } from '../../../platform/action.ts'
import { asOfQuery } from '../../../platform/as-of.ts'
import type { Day } from '../../../platform/values/day.ts'
import { cyclesOf } from '../../cycles/index.ts'
import { allParties, membersOn } from '../../parties/index.ts'
import type { Item, PlanKind } from '../../plan/index.ts'
import { itemWithKey, itemWithSlug, type Kept } from '../../plan/index.ts'
import { latestOn } from '../../progress/index.ts'
import { areaAnswer, areaOut, initiativeAnswer, initiativeOut, itemAnswer, itemOut } from '../answer.ts'
import { figureOf } from '../figures.ts'
import { AreaPage } from '../pages/area.tsx'
import { FocusListPage, FocusPage } from '../pages/focus.tsx'
import { notThen } from '../pages/frame.tsx'
import { InitiativePage } from '../pages/initiative.tsx'
import { InitiativesPage } from '../pages/lists.tsx'
import { PrinciplePage } from '../pages/principle.tsx'
import { type PlanAsk, type Reading, readingOf } from '../reading.ts'
import { standingOf } from '../standing.ts'
import { overviewOf } from './overview.ts'

/** The item as it was on the day, or since when it is known when it was not there yet. */
type Found = { id: number; reading: Reading; item: Item | undefined; knownFrom: Day | undefined }
type There<F> = F & { item: Item }

const isThere = <F extends Found>(found: F): found is There<F> => found.item !== undefined

async function found(ask: PlanAsk, kept: Kept | undefined, kind: PlanKind): Promise<Found | undefined> {
  if (kept?.kind !== kind) return undefined
  const reading = await readingOf(ask)
  return { id: kept.id, reading, item: reading.plan.withKey(kept.key), knownFrom: kept.knownFrom }
}

const noFacts = { page: '', facts: [], links: [] }

/** What the API answers about a thing that was not in the plan on the day: its key, and nothing said of it. */
const notThenAnswer = (kind: PlanKind, key: string) => ({ key, kind, slug: '', title: key, ...noFacts })

async function areaView(ask: PlanAsk<{ key: string }>) {
  const at = await found(ask, await itemWithKey(ask.db, ask.params.key), 'area')
  if (!at) return undefined
  const { id } = at
  const { day } = at.reading
  const [members, all, reports, figure] = await Promise.all([
    membersOn(ask.db, day),
    allParties(ask.db),
    latestOn(ask.db, day, { areaId: id }),
    figureOf(ask.db, ask.params.key, day),
  ])
  return { ...at, figure, standing: standingOf(id, members, reports, all) }
}

async function initiativeView(ask: PlanAsk<{ key: string }>) {
  const at = await found(ask, await itemWithKey(ask.db, ask.params.key), 'initiative')
  return at && { ...at, cycles: await cyclesOf(ask.db, at.id, at.reading.day) }
}

async function principleView(ask: PlanAsk<{ slug: string }>) {
  const kept = await itemWithSlug(ask.db, 'principle', ask.params.slug)
  if (!kept) return undefined
  const overview = await overviewOf(ask)
  return { id: kept.id, ...overview, item: overview.reading.plan.withKey(kept.key), knownFrom: kept.knownFrom }
}

const focusView = async (ask: PlanAsk<{ slug: string }>) =>
  found(ask, await itemWithSlug(ask.db, 'focus', ask.params.slug), 'focus')

export const items = [
  page({
    path: '/plan/principper/:slug',
    may: 'plan.read',
    open: true,
    query: asOfQuery,
    load: principleView,
    view: (at, ask) => (isThere(at) ? PrinciplePage(at, ask) : notThen(at.reading, ask, 'principle', at.knownFrom)),
    apiRead: {
      path: '/principles/:slug',
      summary: 'One principle, each fact with its source.',
      output: itemOut,
      answer: (at, ask) => (isThere(at) ? itemAnswer(at.item, at.reading) : notThenAnswer('principle', ask.params.slug)),
    },
  }),
  page({
    path: '/plan/indsatsomraader/:key',
    may: 'plan.read',
    open: true,
    query: asOfQuery,
    load: areaView,
    view: (at, ask) => (isThere(at) ? AreaPage(at, ask) : notThen(at.reading, ask, 'area', at.knownFrom)),
    apiRead: {
      path: '/areas/:key',
      summary: 'One action area, each fact with its source, and how many parties have reported.',
      output: areaOut,
      answer: (at, ask) =>
        isThere(at)
          ? areaAnswer(at.item, at.reading, at.standing)
          : { ...notThenAnswer('area', ask.params.key), programmeNumbers: [] },
    },
  }),
  page({
    path: '/plan/initiativer',
    may: 'plan.read',
    open: true,
    query: asOfQuery,
    load: readingOf,
    view: InitiativesPage,
    apiRead: {
      path: '/initiatives',
      summary: 'Initiatives with their phases and milestones, each fact with its source.',
      output: initiativeOut.array(),
      answer: (reading) => reading.plan.of('initiative').map((item) => initiativeAnswer(item, reading)),
    },
  }),
  page({
    path: '/plan/initiativer/:key',
    may: 'plan.read',
    open: true,
    query: asOfQuery,
    load: initiativeView,
    view: (at, ask) => (isThere(at) ? InitiativePage(at, ask) : notThen(at.reading, ask, 'initiative', at.knownFrom)),
    apiRead: {
      path: '/initiatives/:key',
      summary: 'One initiative with its phases and milestones, each fact with its source.',
      output: initiativeOut,
      answer: (at, ask) =>
        isThere(at)
          ? initiativeAnswer(at.item, at.reading)
          : { ...notThenAnswer('initiative', ask.params.key), phases: [], milestones: [] },
    },
  }),
  page({
    path: '/plan/fokusomraader',
    may: 'plan.read',
    open: true,
    query: asOfQuery,
    load: readingOf,
    view: FocusListPage,
    apiRead: {
      path: '/focus-areas',
      summary: 'Focus areas now and before, each fact with its source.',
      output: itemOut.array(),
      answer: (reading) => reading.plan.of('focus').map((item) => itemAnswer(item, reading)),
    },
  }),
  page({
    path: '/plan/fokusomraader/:slug',
    may: 'plan.read',
    open: true,
    query: asOfQuery,
    load: focusView,
    view: (at, ask) => (isThere(at) ? FocusPage(at, ask) : notThen(at.reading, ask, 'focus', at.knownFrom)),
  }),
]
