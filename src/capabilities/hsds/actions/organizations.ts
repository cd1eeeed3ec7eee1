import { z } from 'zod'
import { type Action, type Ask, download } from '../../../platform/action.ts'
import type { Sql } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { organization, organizationBasic } from '../answer.ts'
import { ndjson } from '../export.ts'
import { isUuid } from '../identity.ts'
import { organizationBasicOf, organizationOf } from '../organization.ts'
import { format, json, pageOf, pageOutput, paging, query, skipOf, windowOf, yes } from '../paging.ts'
import { type Reading, readingOf } from '../reading.ts'
import type { OperatorRow, ServiceRow } from '../row.ts'
import { serviceOf } from '../service.ts'
import { organizationCount, organizationRow, organizationRows } from '../store/organizations.ts'
import { idsOf } from '../store/selection.ts'
import { serviceRows } from '../store/services.ts'

const MOST_SERVICES = 1000
const AT_ONCE = 20

const fullService = { full_service: yes().describe('With each of its services in full.') }

/** @throws Refusal at `field` when it has more services than can be held in one answer */
async function withServices(db: Sql, operator: OperatorRow, reading: Reading, full: boolean, field: string) {
  const { book, judged } = reading
  const ids = await idsOf(db, { organization: operator.uuid }, judged, { skip: 0 }, MOST_SERVICES + 1)
  if (ids.length > MOST_SERVICES)
    throw new Refusal(
      field,
      'too many',
      `${operator.name} har mere end ${MOST_SERVICES} tilbud. Hent dem med /api/hsds/services?organization_id=${operator.uuid}.`,
    )
  const rows = await serviceRows(db, ids, judged)
  return organizationOf(operator, rows, book, judged, full ? (row: ServiceRow) => serviceOf(row, book, judged) : undefined)
}

type ListQuery = { full: boolean; full_service: boolean }

async function answersOf(
  { db, query }: Pick<Ask, 'db'> & { query: ListQuery },
  operators: readonly OperatorRow[],
  reading: Reading,
) {
  if (!query.full && !query.full_service) return operators.map((one) => organizationBasicOf(one, reading.judged))
  const answers: unknown[] = []
  for (const one of operators) answers.push(await withServices(db, one, reading, query.full_service, 'full'))
  return answers
}

export const organizations: Action[] = [
  download({
    path: '/api/hsds/organizations',
    may: 'offers.read',
    open: true,
    query: query({
      ...paging,
      ...fullService,
      full: yes().describe(`With identifiers, programs, locations and services; at most ${AT_ONCE} in a page.`),
      format: format(),
    }),
    load: async (ask) => {
      const { db, query } = ask
      const reading = await readingOf(ask)
      const like = query.search?.trim() || undefined
      if (query.format === 'ndjson') return { ask, reading, like }
      const window = windowOf(query)
      if ((query.full || query.full_service) && window.size > AT_ONCE)
        throw new Refusal('per_page', 'too many', `Hent højst ${AT_ONCE} ad gangen med full eller full_service.`)
      const rows = await organizationRows(db, like, { skip: skipOf(window), most: window.size })
      return { page: pageOf(await answersOf(ask, rows, reading), await organizationCount(db, like), window) }
    },
    send: (list) => {
      if ('page' in list) return json('organizations', list.page)
      const { ask, reading, like } = list
      return ndjson('organizations', async (after) => {
        const rows = await organizationRows(ask.db, like, { skip: after, most: AT_ONCE })
        return rows.length === 0 ? undefined : { lines: await answersOf(ask, rows, reading), last: after + rows.length }
      })
    },
    described: {
      summary: 'Organizations (driftsherrer), who run services',
      output: pageOutput(z.union([organization, organizationBasic])),
    },
  }),
  download({
    path: '/api/hsds/organizations/:id',
    may: 'offers.read',
    open: true,
    query: query(fullService),
    load: async (ask) => {
      const operator = isUuid(ask.params.id) ? await organizationRow(ask.db, ask.params.id) : undefined
      return operator && withServices(ask.db, operator, await readingOf(ask), ask.query.full_service, 'id')
    },
    send: (answer) => json('organization', answer),
    described: { summary: 'One organization with what it runs', output: organization },
  }),
]
