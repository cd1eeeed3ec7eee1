import type { Sql } from '../../../platform/db.ts'

/** A word as it was written, and what it was taken for. */
export type Spelled = { written: string; meant: string }

/** The text query of some words, each as the beginning of a word; undefined when there is nothing to look for in them. */
export async function queryOf(sql: Sql, words: readonly string[]): Promise<string | undefined> {
  if (words.length === 0) return undefined
  const [row] = await sql<
    { query: string }[]
  >`select to_tsquery('danish', ${words.map((word) => `${word}:*`).join(' & ')})::text as query`
  return row?.query || undefined
}

/** Words that nothing has, and the nearest that something has. */
export const misspelled = (sql: Sql, words: readonly string[]): Promise<Spelled[]> => sql<Spelled[]>`
  select written, near.word as meant
  from unnest(${words as string[]}::text[]) as written,
    lateral (select word from offer_word where word % written order by word <-> written, word limit 1) as near
  where not exists (select from offer_search where words @@ to_tsquery('danish', written || ':*'))`
