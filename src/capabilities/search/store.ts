import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'

/** One thing that was found. `exact`: the words stand there; otherwise it only looks like what was asked for. */
export type Found = {
  kind: 'item' | 'note' | 'source' | 'body' | 'party' | 'report' | 'snapshot' | 'cycle'
  ref: string
  sort: string
  title: string
  other: string
  body: string
  day: Day | undefined
  example: boolean
  exact: boolean
}

const MOST = 300

/** How alike a title and a misspelled word must be, 0 to 1. */
const ALIKE = 0.42

/**
 * Things where every word stands, as itself, bent (Danish full text) or inside a longer word; or whose title looks like it.
 * Titles count more than text.
 */
export const find = (sql: Sql, text: string, words: readonly string[]): Promise<Found[]> => sql<Found[]>`
  select kind, ref, sort, title, other, body, day, example, exact from (
    select s.*,
      tsv @@ query or words as exact,
      ts_rank(tsv, query) + case when named then 1 else 0 end + likeness as rank,
      likeness
    from searchable s
    cross join lateral (select
      setweight(to_tsvector('danish', title || ' ' || other), 'A') || setweight(to_tsvector('danish', body), 'C') as tsv,
      websearch_to_tsquery('danish', ${text}) as query,
      (select bool_and(plain(concat_ws(' ', title, other, body)) like '%' || plain(word) || '%') from unnest(${words as string[]}::text[]) word) as words,
      (select bool_and(plain(concat_ws(' ', title, other)) like '%' || plain(word) || '%') from unnest(${words as string[]}::text[]) word) as named,
      word_similarity(plain(${text}), plain(concat_ws(' ', title, other))) as likeness
    ) looked
  ) ranked
  where exact or likeness >= ${ALIKE}
  order by exact desc, rank desc, title collate danish, ref
  limit ${MOST}`

/** The known word most like each word that is nowhere; undefined when none is like it. */
export async function likelyWord(sql: Sql, word: string): Promise<string | undefined> {
  const [row] = await sql<{ known: string }[]>`
    select known from (
      select distinct regexp_split_to_table(lower(concat_ws(' ', title, other)), '[^[:alpha:]]+') as known from searchable
    ) vocabulary
    where length(known) > 2 and similarity(plain(known), plain(${word})) > 0.3
    order by similarity(plain(known), plain(${word})) desc, known
    limit 1`
  return row?.known
}
