import type { Ask } from '../../platform/action.ts'
import { instant } from '../../platform/values/fields.ts'
import { ndjson } from './export.ts'
import { isUuid } from './identity.ts'
import { format, json, pageOf, paging, query, skipOf, uuid, windowOf, yes } from './paging.ts'
import { type Reading, readingOf, type ServiceQuery, selectionOf } from './reading.ts'
import type { ServiceRow } from './row.ts'
import { countOf, idsOf, idWith, type Selection } from './store/selection.ts'
import { serviceRows } from './store/services.ts'

const AT_ONCE = 250

const selecting = {
  organization_id: uuid().optional().describe('Only services of this organization.'),
  taxonomy_term_id: uuid().optional().describe('Only services with this taxonomy term among their attributes.'),
  taxonomy_id: uuid().optional().describe('Only services with any term of this taxonomy among their attributes.'),
  modified_after: instant()
    .optional()
    .describe(
      'Only what was changed at this instant or later; that a vacancy grew older than fresh or ageing counts as a change.',
    ),
  full: yes().describe('With all that hangs on each of them: capacities, prices, places, attributes.'),
  format: format(),
}

export const serviceQuery = query({
  ...paging,
  ...selecting,
  minimal: yes().describe('Only id and when it last changed.'),
})
export const placeQuery = query({ ...paging, ...selecting })

type Listed = ServiceQuery & { page: number; per_page: number; format: 'json' | 'ndjson' }
/** Services by their numbers, as they are to be answered, in the same order. */
type Made = (ids: readonly number[]) => Promise<unknown[]>

/** A list of services, or of what there is one of for each: a page of it, or all of it as a stream. */
export async function listed(ask: Pick<Ask, 'db'> & { query: Listed }, reading: Reading, made: Made) {
  const { db, query } = ask
  const selection = await selectionOf(db, query, reading.book)
  if (query.format === 'ndjson') return { next: nextOf(ask, selection, reading, made) }
  const window = windowOf(query)
  const [total, ids] = await Promise.all([
    countOf(db, selection, reading.judged),
    idsOf(db, selection, reading.judged, { skip: skipOf(window) }, window.size),
  ])
  return { page: pageOf(await made(ids), total, window) }
}

const nextOf =
  ({ db }: Pick<Ask, 'db'>, selection: Selection, { judged }: Reading, made: Made) =>
  async (after: number) => {
    const ids = await idsOf(db, selection, judged, { after }, AT_ONCE)
    const last = ids.at(-1)
    return last === undefined ? undefined : { last, lines: await made(ids) }
  }

type List = Awaited<ReturnType<typeof listed>>
export const sent = (name: string, { page, next }: List) => (next ? ndjson(name, next) : json(name, page))

export const rowsAs =
  ({ db }: Pick<Ask, 'db'>, { judged }: Reading, answerOf: (row: ServiceRow) => unknown): Made =>
  async (ids) =>
    (await serviceRows(db, ids, judged)).map(answerOf)

/** The service with an identifier, read with all that hangs on it. */
export async function oneWith(ask: Pick<Ask, 'db' | 'today' | 'site'>, id: string | undefined) {
  const found = id !== undefined && isUuid(id) ? await idWith(ask.db, id) : undefined
  if (found === undefined) return undefined
  const reading = await readingOf(ask)
  const [row] = await serviceRows(ask.db, [found], reading.judged)
  return row && { row, ...reading }
}
