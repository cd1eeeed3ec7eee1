import type { Ask } from '../../platform/action.ts'
import type { Sql } from '../../platform/db.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { judgedOn, municipalities, queryOf, wordsOf } from '../offers/index.ts'
import { legalBases, termsOf } from '../terms/index.ts'
import type { Judged } from './row.ts'
import type { Asked, Selection } from './store/selection.ts'
import { type Book, bookOf } from './taxonomy.ts'

/** What every answer is made with. */
export type Reading = { book: Book; judged: Judged }

export async function readingOf({ db, today, site }: Pick<Ask, 'db' | 'today' | 'site'>): Promise<Reading> {
  const [book, { freshDays, ageingDays, oldMonths }] = await Promise.all([bookIn(db), judgedOn(db, today)])
  return { book, judged: { today, freshDays, ageingDays, oldMonths, baseUrl: site.baseUrl } }
}

export async function bookIn(sql: Sql): Promise<Book> {
  const [bases, groups, all] = await Promise.all([legalBases(sql), termsOf(sql, 'target_group'), municipalities(sql)])
  return bookOf({ bases, groups, municipalities: all })
}

export type ServiceQuery = {
  search?: string | undefined
  organization_id?: string | undefined
  taxonomy_id?: string | undefined
  taxonomy_term_id?: string | undefined
  modified_after?: Date | undefined
}

/** What the parameters of a list of services ask the register for. */
export async function selectionOf(sql: Sql, query: ServiceQuery, book: Book): Promise<Selection> {
  const { search, organization_id: organization, modified_after: changedSince, taxonomy_id, taxonomy_term_id } = query
  const asked = [
    ...(taxonomy_term_id === undefined ? [] : [askedByTerm(book, taxonomy_term_id)]),
    ...(taxonomy_id === undefined ? [] : [askedByTaxonomy(book, taxonomy_id)]),
  ]
  return {
    ...(search?.trim() ? { words: (await queryOf(sql, wordsOf(search))) ?? null } : {}),
    ...(organization === undefined ? {} : { organization }),
    ...(changedSince === undefined ? {} : { changedSince }),
    asked,
  }
}

const keysWhere = <Key>(
  terms: ReadonlyMap<Key, { id: string; taxonomy_id: string }>,
  field: 'id' | 'taxonomy_id',
  value: string,
) => [...terms].filter(([, term]) => term[field] === value).map(([key]) => key)

const found = (book: Book, field: 'id' | 'taxonomy_id', value: string): Asked | undefined => {
  const of = <Key>(terms: ReadonlyMap<Key, { id: string; taxonomy_id: string }>) => keysWhere(terms, field, value)
  const some = (by: 'basis' | 'kind' | 'ownership'): Asked[] => {
    const keys = of(book[by])
    return keys.length > 0 ? [{ by, keys }] : []
  }
  const numbered = (by: 'group' | 'municipality'): Asked[] => {
    const keys = of(book[by])
    return keys.length > 0 ? [{ by, keys }] : []
  }
  return [...some('basis'), ...some('kind'), ...some('ownership'), ...numbered('group'), ...numbered('municipality')][0]
}

/** @throws Refusal at `taxonomy_term_id` when nothing can be found by the term */
function askedByTerm(book: Book, id: string): Asked {
  return (
    found(book, 'id', id) ??
    noSuch(
      'taxonomy_term_id',
      book.terms.some((term) => term.id === id),
    )
  )
}

/** @throws Refusal at `taxonomy_id` when nothing can be found by the taxonomy */
function askedByTaxonomy(book: Book, id: string): Asked {
  return (
    found(book, 'taxonomy_id', id) ??
    noSuch(
      'taxonomy_id',
      book.taxonomies.some((taxonomy) => taxonomy.id === id),
    )
  )
}

function noSuch(field: string, known: boolean): never {
  const why = known
    ? 'Der kan ikke søges efter pladstal, friskhed og forbehold. Hent tilbuddene, og se på attributterne.'
    : 'Id’et kendes ikke. Se /api/hsds/taxonomies og /api/hsds/taxonomy_terms.'
  throw new Refusal(field, 'unknown', why)
}
