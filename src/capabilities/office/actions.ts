import { type Action, type Ask, download, page, raw } from '../../platform/action.ts'
import { render } from '../../platform/answers.tsx'
import { mailCounts } from '../mail/index.ts'
import { planOn } from '../plan/index.ts'
import { gapsOf, missingFor } from '../progress/index.ts'
import { lateCases } from '../specialised/index.ts'
import { healthOf } from './health.ts'
import { DeedsPage } from './pages/deeds.tsx'
import { HealthPage } from './pages/health.tsx'
import { OfficePage } from './pages/office.tsx'
import { asCsv, asJsonLines } from './sheets.ts'
import { type DeedQuery, deedQuery, soughtBy } from './sought.ts'
import { deedsSought, everyDeed, queueNow } from './store.ts'

const PAGE = 50

const everySought = async ({ db, query }: Ask<unknown, DeedQuery>) => everyDeed(db, soughtBy(query))

export const actions: Action[] = [
  page({
    path: '/kontor',
    may: 'office.read',
    load: async ({ db, today }) => ({
      lateCases: await lateCases({ db, today }),
      mail: await mailCounts(db),
      missing: (await missingFor(db, today)).filter(({ lacks }) => lacks.length > 0),
      gaps: gapsOf(await planOn(db, today)),
      queue: await queueNow(db),
    }),
    view: OfficePage,
  }),

  page({
    path: '/kontor/haendelser',
    may: 'audit.read',
    query: deedQuery,
    load: async ({ db, query }) => {
      const found = await deedsSought(db, soughtBy(query), { limit: PAGE + 1, before: query.foer })
      return { deeds: found.slice(0, PAGE), more: found.length > PAGE }
    },
    view: DeedsPage,
  }),

  download({
    path: '/kontor/haendelser.csv',
    may: 'audit.read',
    query: deedQuery,
    load: everySought,
    send: (batches, { today }) => asCsv(batches, today),
  }),
  download({
    path: '/kontor/haendelser.jsonl',
    may: 'audit.read',
    query: deedQuery,
    load: everySought,
    send: (batches, { today }) => asJsonLines(batches, today),
  }),

  raw({
    path: '/sundhed',
    may: 'site.read',
    handle: async (ask, c, house) => {
      const health = await healthOf(ask.db, ask.site.dataFolder ?? '.')
      const status = health.status === 'ok' ? 200 : 503
      const headers = { 'cache-control': 'no-store' }
      return c.req.header('accept')?.includes('text/html')
        ? c.html(render(house, ask, HealthPage(health)), status, headers)
        : c.json(health, status, headers)
    },
  }),
]
