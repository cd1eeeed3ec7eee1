import { z } from 'zod'
import { type Action, download } from '../../../platform/action.ts'
import { minimal, service, serviceBasic } from '../answer.ts'
import { listed, oneWith, rowsAs, sent, serviceQuery } from '../listing.ts'
import { json, pageOutput } from '../paging.ts'
import { readingOf } from '../reading.ts'
import { serviceBasicOf, serviceOf } from '../service.ts'
import { changedOf } from '../store/selection.ts'

export const services: Action[] = [
  download({
    path: '/api/hsds/services',
    may: 'offers.read',
    open: true,
    query: serviceQuery,
    load: async (ask) => {
      const reading = await readingOf(ask)
      const { book, judged } = reading
      if (ask.query.minimal)
        return listed(ask, reading, async (ids) => {
          const all = await changedOf(ask.db, ids, judged)
          return all.map(({ uuid, modifiedAt }) => ({ id: uuid, modified_date: modifiedAt.toISOString() }))
        })
      const answerOf = ask.query.full ? serviceOf : serviceBasicOf
      return listed(
        ask,
        reading,
        rowsAs(ask, reading, (row) => answerOf(row, book, judged)),
      )
    },
    send: (list) => sent('services', list),
    described: {
      summary: 'Services (afdelinger) a page at a time; ?full=true with capacities, prices, places and attributes',
      output: pageOutput(z.union([service, serviceBasic, minimal])),
    },
  }),
  download({
    path: '/api/hsds/services/:id',
    may: 'offers.read',
    open: true,
    load: (ask) => oneWith(ask, ask.params.id),
    send: ({ row, book, judged }) => json('service', serviceOf(row, book, judged)),
    described: { summary: 'One service with all that hangs on it', output: service },
  }),
]
