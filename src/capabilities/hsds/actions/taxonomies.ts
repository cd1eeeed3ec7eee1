import type { z } from 'zod'
import { type Action, download } from '../../../platform/action.ts'
import { taxonomy, taxonomyTerm } from '../answer.ts'
import { ndjson } from '../export.ts'
import { format, json, pageFrom, pageOutput, paging, query, uuid, windowOf, yes } from '../paging.ts'
import { bookIn } from '../reading.ts'

type Listed = { format: 'json' | 'ndjson'; page: number; per_page: number }

const sent = <T>(name: string, all: readonly T[], query: Listed) =>
  query.format === 'json'
    ? json(name, pageFrom(all, windowOf(query)))
    : ndjson(name, async (after) => (after === 0 && all.length > 0 ? { lines: [...all], last: all.length } : undefined))

const plain = (text: string) => text.trim().toLocaleLowerCase('da')
const holds = (search: string | undefined, ...texts: string[]) =>
  search === undefined || texts.some((text) => plain(text).includes(plain(search)))

/** A term and its own taxonomy go together; the taxonomies themselves are told of once. */
const detailed = taxonomyTerm.extend({ taxonomy_detail: taxonomy.optional() })

export const taxonomies: Action[] = [
  download({
    path: '/api/hsds/taxonomies',
    may: 'offers.read',
    open: true,
    query: query({ ...paging, format: format() }),
    load: async ({ db, query }) => {
      const all = (await bookIn(db)).taxonomies
      return { all: all.filter(({ name, description }) => holds(query.search, name, description)), query }
    },
    send: ({ all, query }) => sent('taxonomies', all, query),
    described: { summary: 'Taxonomies that services are described with', output: pageOutput(taxonomy) },
  }),
  download({
    path: '/api/hsds/taxonomies/:id',
    may: 'offers.read',
    open: true,
    load: async ({ db, params }) => (await bookIn(db)).taxonomies.find(({ id }) => id === params.id.toLowerCase()),
    send: (one) => json('taxonomy', one),
    described: { summary: 'One taxonomy', output: taxonomy },
  }),
  download({
    path: '/api/hsds/taxonomy_terms',
    may: 'offers.read',
    open: true,
    query: query({
      ...paging,
      taxonomy_id: uuid().optional().describe('Only terms of this taxonomy.'),
      parent_id: uuid().optional().describe('Only terms below this term.'),
      top_only: yes().describe('Only terms without a parent.'),
      format: format(),
    }),
    load: async ({ db, query }) => {
      const { search, taxonomy_id, parent_id, top_only } = query
      const all = (await bookIn(db)).terms.filter(
        (term) =>
          (taxonomy_id === undefined || term.taxonomy_id === taxonomy_id) &&
          (parent_id === undefined || term.parent_id === parent_id) &&
          (!top_only || term.parent_id === undefined) &&
          holds(search, term.code, term.name, term.description),
      )
      return { all, query }
    },
    send: ({ all, query }) => sent('taxonomy_terms', all, query),
    described: { summary: 'Terms of the taxonomies', output: pageOutput(taxonomyTerm) },
  }),
  download({
    path: '/api/hsds/taxonomy_terms/:id',
    may: 'offers.read',
    open: true,
    load: async ({ db, params }) => {
      const book = await bookIn(db)
      const term = book.terms.find(({ id }) => id === params.id.toLowerCase())
      return term && { ...term, taxonomy_detail: book.taxonomies.find(({ id }) => id === term.taxonomy_id) }
    },
    send: (one: z.infer<typeof detailed>) => json('taxonomy_term', one),
    described: { summary: 'One term with its taxonomy', output: detailed },
  }),
]
