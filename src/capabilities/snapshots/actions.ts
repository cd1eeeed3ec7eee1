import { z } from 'zod'
import { type Action, type Ask, download, form, page } from '../../platform/action.ts'
import { asOfQuery, readingDay } from '../../platform/as-of.ts'
import type { Sql } from '../../platform/db.ts'
import { pdfFile, wordFile } from '../../platform/document.ts'
import { slugOf } from '../../platform/values/danish.ts'
import { addMonths, dayText } from '../../platform/values/day.ts'
import { text } from '../../platform/values/fields.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { stateKeys } from '../progress/index.ts'
import { parameterOn } from '../rules/index.ts'
import { ComparePage } from './compare-page.tsx'
import { movesBetween } from './move.ts'
import { FreezePage, ReportsPage, SnapshotPage } from './pages.tsx'
import { type ReportParts, reportDocument } from './report.ts'
import type { Earlier } from './report-moved.ts'
import { ReportPage } from './report-page.tsx'
import type { Standing } from './standing.ts'
import { allSnapshots, freeze, type Snapshot, snapshotWith, standingOn } from './store.ts'

const grouping = asOfQuery.extend({ efter: z.enum(['princip', 'fokus']).catch('princip') })
type Reporting = Ask<{ slug: string }, z.output<typeof grouping>>

/** A frozen standing, or that of a day, which is today unless another is asked for, under the name 'nu'. */
async function standingNamed(
  db: Sql,
  slug: string,
  day: string,
): Promise<{ title: string; content: Standing; snapshot?: Snapshot } | undefined> {
  if (slug === 'nu') return { title: `Status ${dayText(day)}`, content: await standingOn(db, day) }
  const snapshot = await snapshotWith(db, slug)
  return snapshot && { title: snapshot.title, content: snapshot.content, snapshot }
}

/** The picture frozen before; without one, how it stood one interval of the rule snapshot.everyMonths earlier. */
async function before(db: Sql, content: Standing): Promise<Earlier> {
  const earlier = (await allSnapshots(db)).find(({ day }) => day < content.day)
  const snapshot = earlier && (await snapshotWith(db, earlier.slug))
  if (snapshot) return { standing: snapshot.content, title: snapshot.title }
  const months = await parameterOn(db, 'snapshot.everyMonths', content.day)
  return { standing: await standingOn(db, addMonths(content.day, -months)), months }
}

async function reportParts(ask: Reporting): Promise<(ReportParts & { slug: string }) | undefined> {
  const { db, params, query, today } = ask
  const named = await standingNamed(db, params.slug, readingDay(ask))
  return (
    named && {
      slug: params.slug,
      title: named.snapshot ? `Statusrapport: ${named.title}` : 'Statusrapport',
      now: named.content,
      before: await before(db, named.content),
      grouping: query.efter,
      madeOn: today,
      frozen: named.snapshot !== undefined,
    }
  )
}

const fileName = ({ slug, now, grouping }: ReportParts & { slug: string }, ending: string) =>
  `statusrapport-${slug === 'nu' ? now.day : slug}-${grouping}.${ending}`

const cellOutput = z.object({
  area: z.string(),
  party: z.string(),
  state: z.enum(stateKeys),
  reason: z.string().optional(),
  note: z.string().optional(),
  day: z.iso.date(),
  saidOn: z.iso.date(),
  approved: z.boolean(),
  example: z.boolean(),
})

export const actions: Action[] = [
  page({
    path: '/plan/rapporter',
    may: 'snapshots.read',
    open: true,
    load: async ({ db }) => allSnapshots(db),
    view: ReportsPage,
    apiRead: {
      path: '/snapshots',
      summary: 'Every frozen status, newest first',
      output: z.object({
        snapshots: z.array(
          z.object({
            slug: z.string(),
            title: z.string(),
            day: z.iso.date(),
            frozenAt: z.iso.datetime(),
            sha256: z.string(),
            example: z.boolean(),
          }),
        ),
      }),
      answer: (snapshots) => ({
        snapshots: snapshots.map(({ slug, title, day, frozenAt, sha256, example }) => ({
          slug,
          title,
          day,
          frozenAt,
          sha256,
          example,
        })),
      }),
    },
  }),

  form({
    path: '/plan/rapporter/frys',
    may: 'snapshots.freeze',
    load: async ({ db, today }) => ({
      standing: await standingOn(db, today),
      taken: (await allSnapshots(db)).map(({ slug }) => slug),
    }),
    input: z.object({ title: text(80, 'Giv billedet et navn, fx »1. halvår 2026«.') }),
    view: FreezePage,
    submit: async ({ db, now, actor }, { title }, { standing, taken }) => {
      const slug = slugOf(title)
      if (slug === '' || ['nu', 'frys', 'sammenlign'].includes(slug))
        throw new Refusal('title', 'unusable', 'Vælg et andet navn, med bogstaver eller tal. Der er ikke frosset noget.')
      if (taken.includes(slug))
        throw new Refusal('title', 'taken', `Der findes allerede et billede med navnet »${title}«. Vælg et andet navn.`)
      await freeze(db, { slug, title, content: standing, frozenAt: now, actorId: actor.id, actorName: actor.name })
      return { subject: `snapshot:${slug}`, next: `/plan/status/${slug}`, said: 'Billedet er frosset og kan ikke ændres.' }
    },
  }),

  page({
    path: '/plan/rapporter/sammenlign',
    may: 'snapshots.read',
    open: true,
    query: z.object({ fra: z.string().max(100).catch(''), til: z.string().max(100).catch('nu') }),
    load: async ({ db, query, today }) => {
      const snapshots = await allSnapshots(db)
      const [from, to] = await Promise.all([
        standingNamed(db, query.fra || snapshots[0]?.slug || 'nu', today),
        standingNamed(db, query.til, today),
      ])
      return from && to && { snapshots, from, to, moves: movesBetween(from.content, to.content) }
    },
    view: ComparePage,
  }),

  page({
    path: '/plan/rapporter/:slug',
    may: 'snapshots.read',
    open: true,
    query: grouping,
    load: reportParts,
    view: ReportPage,
  }),

  download({
    path: '/plan/rapporter/:slug/rapport.pdf',
    may: 'snapshots.read',
    query: grouping,
    load: reportParts,
    send: (parts) => pdfFile(fileName(parts, 'pdf'), reportDocument(parts), { inline: true }),
  }),

  download({
    path: '/plan/rapporter/:slug/rapport.docx',
    may: 'snapshots.read',
    query: grouping,
    load: reportParts,
    send: (parts) => wordFile(fileName(parts, 'docx'), reportDocument(parts)),
  }),

  page({
    path: '/plan/status/:slug',
    may: 'snapshots.read',
    open: true,
    load: async ({ db, params }) => snapshotWith(db, params.slug),
    view: SnapshotPage,
    apiRead: {
      path: '/snapshots/:slug',
      summary: 'One frozen status, cell by cell; a cell that is not there was not reported',
      output: z.object({
        slug: z.string(),
        title: z.string(),
        day: z.iso.date(),
        sha256: z.string(),
        parties: z.array(z.string()),
        areas: z.array(z.string()),
        cells: z.array(cellOutput),
      }),
      answer: ({ slug, title, day, sha256, content }) => ({
        slug,
        title,
        day,
        sha256,
        parties: content.parties.map(({ key }) => key),
        areas: content.areas.map(({ key }) => key),
        cells: content.cells.map(({ evidence: _, ...cell }) => cell),
      }),
    },
  }),
]
