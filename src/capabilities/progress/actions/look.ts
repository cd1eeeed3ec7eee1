import { z } from 'zod'
import { type Action, page } from '../../../platform/action.ts'
import { asOfQuery, readingDay } from '../../../platform/as-of.ts'
import { planOn } from '../../plan/index.ts'
import { matrixOn } from '../matrix-store.ts'
import { MapPage } from '../pages/map.tsx'
import { MatrixPage } from '../pages/matrix.tsx'
import { MissingPage } from '../pages/missing.tsx'
import { gapsOf } from '../plan-gaps.ts'
import { missingFor } from '../reading.ts'
import { stateKeys } from '../status.ts'

/** The pictures of the whole: matrix and map. */
export const look: Action[] = [
  page({
    path: '/plan/status',
    may: 'status.read',
    open: true,
    query: asOfQuery.extend({ princip: z.string().optional() }),
    load: async (ask) => ({ matrix: await matrixOn(ask.db, readingDay(ask)) }),
    view: MatrixPage,
    apiRead: {
      path: '/matrix',
      summary: 'Every action area against every party: the state on a day, null where nothing is reported',
      output: z.object({
        day: z.iso.date(),
        areas: z.array(z.string()),
        parties: z.array(
          z.object({
            party: z.string(),
            reported: z.int(),
            of: z.int(),
            states: z.array(z.enum(stateKeys).nullable()),
          }),
        ),
      }),
      answer: ({ matrix: { areas, columns } }, ask) => ({
        day: readingDay(ask),
        areas: areas.map(({ key }) => key),
        parties: columns.map(({ party, standings }) => ({
          party: party.slug,
          reported: standings.filter(({ state }) => state).length,
          of: standings.length,
          states: standings.map(({ state }) => state ?? null),
        })),
      }),
    },
  }),

  page({
    path: '/plan/kort',
    may: 'status.read',
    open: true,
    query: asOfQuery.extend({ omraade: z.string().optional() }),
    load: async (ask) => ({ matrix: await matrixOn(ask.db, readingDay(ask)) }),
    view: MapPage,
  }),

  page({
    path: '/plan/mangler',
    may: 'status.reportForOthers',
    load: async ({ db, today }) => {
      const [parties, plan] = await Promise.all([missingFor(db, today), planOn(db, today)])
      return { parties, gaps: gapsOf(plan) }
    },
    view: MissingPage,
  }),
]
