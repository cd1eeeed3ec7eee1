import type { Sql } from '../../../platform/db.ts'
import { type Counted, facetBits, reasons } from '../facets.ts'
import type { Finding } from '../finding.ts'
import { agreementOf, conditions, fits, type Judged, type Piece, SHARED } from './conditions.ts'
import { textOf } from './find.ts'

/**
 * One pass over what the text finds; `offset 0` keeps each row's failings from being worked out again for every use. Each row knows in which things it fails; a row that fails in one only counts for the numbers of
 * that thing, so that every number says what a click would give.
 */
export const counted = (sql: Sql, finding: Finding, judged: Judged, text: string | undefined): Promise<Counted[]> => sql<
  Counted[]
>`
  with hit as (
    select municipality_code, bases_set, groups_set, ${small(sql, judged)} as small, ${failing(sql, finding, judged)} as fails
    from offer_search where ${textOf(sql, text)} offset 0
  ), tally as materialized (
    select grouping(municipality_code, bases_set, groups_set, small) as by, fails, municipality_code, bases_set, groups_set, small,
      count(*)::int as count
    from hit where fails & (fails - 1) = 0
    group by grouping sets ((fails, municipality_code), (fails, bases_set), (fails, groups_set), (fails, small))
  )
  select 'municipality' as facet, fails, municipality_code::text as value, count from tally
    where by = 7 and fails in (0, ${reasons.municipalities})
  union all select 'small', fails, small::text, count from tally where by = 14
  union all select 'basis', 0, member, sum(count)::int from tally join search_set on id = bases_set, unnest(members) as member
    where by = 11 and fails in (0, ${reasons.bases}) group by member
  union all select 'group', 0, key, sum(count)::int from tally join search_set on id = groups_set,
    lateral (select distinct split_part(member, '@', 1) as key from unnest(members) as member where true ${fits(sql, finding.age)}) as fitting
    where by = 13 and fails in (0, ${reasons.groups}) group by key`

const failing = (sql: Sql, finding: Finding, judged: Judged): Piece => {
  const asked = conditions(sql, finding, judged)
  const bits = (Object.keys(reasons) as (keyof typeof reasons)[]).flatMap((reason) => {
    const holds = asked.filter((condition) => condition.reason === reason).map((condition) => sql`and ${condition.holds}`)
    return holds.length > 0 ? [sql`+ case when true ${holds} then 0 else ${reasons[reason]}::int end`] : []
  })
  return sql`0 ${bits}`
}

const small = (sql: Sql, judged: Judged): Piece => sql`
  (facets & ${SHARED}) + ((${agreementOf(sql, judged)}) << 18) + case when free_places > 0 then ${facetBits.free}::int else 0 end
  + case when ages is null then ${facetBits.ageUnknown}::int else 0 end`
