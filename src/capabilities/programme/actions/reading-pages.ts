import { page } from '../../../platform/action.ts'
import { asOfQuery } from '../../../platform/as-of.ts'
import { factsOf, itemWithKey, sourcesThen } from '../../plan/index.ts'
import { milestoneAnswer, milestoneOut, noteAnswer, noteOut, sourceAnswer, sourceOut } from '../answer.ts'
import { momentOf } from '../decision.ts'
import { BackgroundPage } from '../pages/background.tsx'
import { DecisionsPage } from '../pages/decisions.tsx'
import { HistoryPage } from '../pages/history.tsx'
import { NotesPage, SourcesPage } from '../pages/sources.tsx'
import { TimelinePage } from '../pages/timeline.tsx'
import { YearPage } from '../pages/year.tsx'
import { type PlanAsk, readingOf } from '../reading.ts'
import { overviewOf } from './overview.ts'

/** A year that some action area's programme is for, today or on the day. */
async function yearView(ask: PlanAsk<{ year: string }>) {
  const year = Number(ask.params.year)
  const overview = await overviewOf(ask)
  const { plan, later } = overview.reading
  const known = [...plan.areas, ...(later?.areas ?? [])].some((area) => area.number('programmeYear') === year)
  return known ? { ...overview, year } : undefined
}

async function historyView(ask: PlanAsk<{ key: string }>) {
  const kept = await itemWithKey(ask.db, ask.params.key)
  if (!kept) return undefined
  const reading = await readingOf(ask)
  const later = new Set([...reading.sources.values()].filter(({ day }) => day && day > reading.day).map(({ key }) => key))
  const facts = (await factsOf(ask.db, kept.id))
    .filter(({ validFrom }) => validFrom <= reading.day)
    .map((fact) => ({ ...fact, sources: sourcesThen(fact.sources, later) }))
  const now = reading.plan.withKey(kept.key)
  return { reading, facts, item: { key: kept.key, kind: kept.kind, title: now?.title ?? kept.key, href: now?.href } }
}

export const readingPages = [
  page({ path: '/plan/aar/:year', may: 'plan.read', open: true, query: asOfQuery, load: yearView, view: YearPage }),
  page({
    path: '/plan/beslutninger',
    may: 'plan.read',
    open: true,
    query: asOfQuery,
    load: readingOf,
    view: DecisionsPage,
    apiRead: {
      path: '/milestones',
      summary: 'Milestones and decisions with day, body and deliverable, each fact with its source.',
      output: milestoneOut.array(),
      answer: (reading) => reading.plan.of('milestone').map((item) => milestoneAnswer(momentOf(item, reading.day), reading)),
    },
  }),
  page({ path: '/plan/tidslinje', may: 'plan.read', open: true, query: asOfQuery, load: readingOf, view: TimelinePage }),
  page({ path: '/plan/baggrund', may: 'plan.read', open: true, query: asOfQuery, load: readingOf, view: BackgroundPage }),
  page({
    path: '/plan/kilder',
    may: 'plan.read',
    open: true,
    query: asOfQuery,
    load: readingOf,
    view: SourcesPage,
    apiRead: {
      path: '/sources',
      summary: 'The documents everything rests on.',
      output: sourceOut.array(),
      answer: ({ sources }) => [...sources.values()].map(sourceAnswer),
    },
  }),
  page({
    path: '/plan/noter',
    may: 'plan.read',
    open: true,
    query: asOfQuery,
    load: readingOf,
    view: NotesPage,
    apiRead: {
      path: '/notes',
      summary: 'Where the documents disagree or are silent, what each says, and what is shown.',
      output: noteOut.array(),
      answer: ({ notes }) => notes.map(noteAnswer),
    },
  }),
  page({ path: '/plan/historik/:key', may: 'plan.read', open: true, query: asOfQuery, load: historyView, view: HistoryPage }),
]
