import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { groupSets } from '../../offers/index.ts'
import type { Limits } from '../freshness.ts'
import type { Line } from '../line.ts'
import { joined, type LineRow, lineColumns, lineOf } from './lines.ts'

export type Wish = { groupId?: number | undefined; municipalityCode?: number | undefined }

/**
 * Lines where places can be free, as they stand among what can be found: so the board, the capacity and the search of offers
 * never tell different numbers. A line that has yet to begin is among them, as planned.
 */
export const foundLines = (sql: Sql, { groupId, municipalityCode }: Wish) => sql`
  offer_search f where f.line_id <> 0 and f.status <> 'closed'
  ${groupId === undefined ? sql`` : sql`and f.groups_set in (${groupSets(sql, [groupId])})`}
  ${municipalityCode === undefined ? sql`` : sql`and f.municipality_code = ${municipalityCode}`}`

/** One page of lines with free places: what can be relied on first, what is too old last. */
export async function freeLines(
  sql: Sql,
  wish: Wish,
  { today, limits, page, size }: { today: Day; limits: Limits; page: number; size: number },
): Promise<Line[]> {
  const rows = await sql<LineRow[]>`
    with page as (
      select line_id, row_number() over () as place from (
        select f.line_id from ${foundLines(sql, wish)} and f.free_places > 0
        order by case when f.confirmed_on >= ${today}::date - ${limits.freshDays}::int then 0
            when f.confirmed_on >= ${today}::date - ${limits.ageingDays}::int then 1 else 2 end,
          (select m.name collate danish from municipality m where m.code = f.municipality_code) nulls last, f.offer_name, f.line_id
        limit ${size} offset ${(page - 1) * size}) as first
    )
    select ${lineColumns(sql)} from page join ${joined(sql, today)} on l.id = page.line_id order by page.place`
  return rows.map(lineOf)
}

/** How many lines there are, have told, told 0, and how many places are free in each freshness. */
export type Sums = {
  lines: number
  told: number
  nil: number
  free: number
  freshLines: number
  ageingLines: number
  staleLines: number
  freshPlaces: number
  example: boolean
}

const none: Sums = {
  lines: 0,
  told: 0,
  nil: 0,
  free: 0,
  freshLines: 0,
  ageingLines: 0,
  staleLines: 0,
  freshPlaces: 0,
  example: false,
}

export async function sums(sql: Sql, wish: Wish, today: Day, limits: Limits): Promise<Sums> {
  const age = sql`${today}::date - f.confirmed_on`
  const [row] = await sql<Sums[]>`
    select count(*)::int as lines, count(f.free_places)::int as told, count(*) filter (where f.free_places = 0)::int as nil,
      coalesce(sum(f.free_places), 0)::int as free,
      count(*) filter (where f.free_places > 0 and ${age} <= ${limits.freshDays})::int as fresh_lines,
      count(*) filter (where f.free_places > 0 and ${age} > ${limits.freshDays} and ${age} <= ${limits.ageingDays})::int as ageing_lines,
      count(*) filter (where f.free_places > 0 and ${age} > ${limits.freshDays} and ${age} > ${limits.ageingDays})::int as stale_lines,
      coalesce(sum(f.free_places) filter (where ${age} <= ${limits.freshDays}), 0)::int as fresh_places,
      coalesce(bool_or(f.free_example), false) as example
    from ${foundLines(sql, wish)}`
  return row ?? none
}

export type Choice = { id: number; label: string; count: number }

/** Municipalities and target groups in which something is free, with how many places; a group with everything narrower. */
export async function choices(sql: Sql): Promise<{ municipalities: Choice[]; groups: Choice[] }> {
  const [municipalities, groups] = await Promise.all([
    sql<Choice[]>`
      select m.code as id, m.name as label, f.count from (
        select f.municipality_code, sum(f.free_places)::int as count from ${foundLines(sql, {})} and f.free_places > 0
        group by f.municipality_code) f join municipality m on m.code = f.municipality_code order by m.name collate danish`,
    sql<Choice[]>`
      with free as (
        select f.groups_set, sum(f.free_places) as free from ${foundLines(sql, {})} and f.free_places > 0 group by f.groups_set
      ), each as (
        select distinct free.groups_set, free.free, split_part(member, '@', 1) as key
        from free join search_set on id = free.groups_set, unnest(members) as member
      )
      select t.id, t.label, sum(each.free)::int as count from each join term t on t.id::text = each.key
      group by t.id order by t.label collate danish`,
  ])
  return { municipalities, groups }
}
