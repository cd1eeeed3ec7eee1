import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Limits } from '../freshness.ts'
import type { Line } from '../line.ts'
import { joined, type LineRow, lineColumns, lineOf, open } from './lines.ts'

export type Wish = { groupId?: number | undefined; municipalityCode?: number | undefined }

/** A target group stands for itself and everything narrower. */
export const inGroup = (sql: Sql, groupId: number | undefined) =>
  groupId === undefined
    ? sql``
    : sql`and exists (
        with recursive narrower as (
          select ${groupId}::bigint as id union select t.id from term t join narrower n on t.parent_id = n.id
        ) select from place_group g join narrower n on n.id = g.term_id where g.place_line_id = l.id)`

export const inMunicipality = (sql: Sql, code: number | undefined) =>
  code === undefined ? sql`` : sql`and coalesce(u.municipality_code, o.municipality_code) = ${code}`

/** One page of lines with free places: what can be relied on first, what is too old last. */
export async function freeLines(
  sql: Sql,
  { groupId, municipalityCode }: Wish,
  { today, limits, page, size }: { today: Day; limits: Limits; page: number; size: number },
): Promise<Line[]> {
  const rows = await sql<LineRow[]>`
    select ${lineColumns(sql)} from ${joined(sql, today)}
    where s.free > 0 and ${open(sql, today)} ${inGroup(sql, groupId)} ${inMunicipality(sql, municipalityCode)}
    order by case when ${today}::date - s.day <= ${limits.freshDays} then 0
        when ${today}::date - s.day <= ${limits.ageingDays} then 1 else 2 end,
      m.name collate danish nulls last, o.name collate danish, l.id
    limit ${size} offset ${(page - 1) * size}`
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

export async function sums(sql: Sql, { groupId, municipalityCode }: Wish, today: Day, limits: Limits): Promise<Sums> {
  const age = sql`${today}::date - s.day`
  const [row] = await sql<Sums[]>`
    select count(*)::int as lines, count(s.id)::int as told, count(*) filter (where s.free = 0)::int as nil,
      coalesce(sum(s.free), 0)::int as free,
      count(*) filter (where s.free > 0 and ${age} <= ${limits.freshDays})::int as fresh_lines,
      count(*) filter (where s.free > 0 and ${age} > ${limits.freshDays} and ${age} <= ${limits.ageingDays})::int as ageing_lines,
      count(*) filter (where s.free > 0 and ${age} > ${limits.freshDays} and ${age} > ${limits.ageingDays})::int as stale_lines,
      coalesce(sum(s.free) filter (where ${age} <= ${limits.freshDays}), 0)::int as fresh_places,
      coalesce(bool_or(s.example), false) as example
    from ${joined(sql, today)}
    where ${open(sql, today)} ${inGroup(sql, groupId)} ${inMunicipality(sql, municipalityCode)}`
  return row ?? none
}

export type Choice = { id: number; label: string; count: number }

/** Municipalities and target groups in which something is free, with how many places. */
export async function choices(sql: Sql, today: Day): Promise<{ municipalities: Choice[]; groups: Choice[] }> {
  const municipalities = await sql<Choice[]>`
    select m.code as id, m.name as label, sum(s.free)::int as count from ${joined(sql, today)}
    where s.free > 0 and m.code is not null and ${open(sql, today)} group by m.code order by m.name collate danish`
  const groups = await sql<Choice[]>`
    with recursive broader as (
      select id, id as covers from term where kind = 'target_group'
      union select b.id, t.parent_id from broader b join term t on t.id = b.covers where t.parent_id is not null
    ), free as (
      select distinct l.id, s.free, b.covers from ${joined(sql, today)}
      join place_group g on g.place_line_id = l.id join broader b on b.id = g.term_id
      where s.free > 0 and ${open(sql, today)}
    )
    select t.id, t.label, sum(f.free)::int as count from free f join term t on t.id = f.covers
    group by t.id order by t.label collate danish`
  return { municipalities, groups }
}
