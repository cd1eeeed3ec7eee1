import { z } from 'zod'
import { type Action, download } from '../../../platform/action.ts'
import { location, serviceAtLocation, serviceAtLocationFull } from '../answer.ts'
import { wholeOf } from '../identity.ts'
import { listed, oneWith, placeQuery, rowsAs, sent } from '../listing.ts'
import { locationOf, serviceAtLocationOf } from '../location.ts'
import { json, pageOutput } from '../paging.ts'
import { type Reading, readingOf } from '../reading.ts'
import type { ServiceRow } from '../row.ts'
import { serviceOf } from '../service.ts'

const withService = (row: ServiceRow, { book, judged }: Reading) => ({
  ...serviceAtLocationOf(row, book),
  service: serviceOf(row, book, judged),
})

export const places: Action[] = [
  download({
    path: '/api/hsds/service_at_locations',
    may: 'offers.read',
    open: true,
    query: placeQuery,
    load: async (ask) => {
      const reading = await readingOf(ask)
      const answerOf = (row: ServiceRow) => (ask.query.full ? withService(row, reading) : serviceAtLocationOf(row, reading.book))
      return listed(ask, reading, rowsAs(ask, reading, answerOf))
    },
    send: (list) => sent('service_at_locations', list),
    described: {
      summary: 'Where each service is; ?full=true with the service itself',
      output: pageOutput(z.union([serviceAtLocationFull, serviceAtLocation])),
    },
  }),
  download({
    path: '/api/hsds/service_at_locations/:id',
    may: 'offers.read',
    open: true,
    load: (ask) => oneWith(ask, wholeOf(ask.params.id, 'serviceAtLocation')),
    send: ({ row, ...reading }) => json('service_at_location', withService(row, reading)),
    described: { summary: 'One service at its location', output: serviceAtLocationFull },
  }),
  download({
    path: '/api/hsds/locations',
    may: 'offers.read',
    open: true,
    query: placeQuery,
    load: async (ask) => {
      const reading = await readingOf(ask)
      return listed(
        ask,
        reading,
        rowsAs(ask, reading, (row) => locationOf(row, reading.book)),
      )
    },
    send: (list) => sent('locations', list),
    described: { summary: 'Where services lie, one location for each', output: pageOutput(location) },
  }),
  download({
    path: '/api/hsds/locations/:id',
    may: 'offers.read',
    open: true,
    load: (ask) => oneWith(ask, wholeOf(ask.params.id, 'location')),
    send: ({ row, book }) => json('location', locationOf(row, book)),
    described: { summary: 'One location', output: location },
  }),
]
