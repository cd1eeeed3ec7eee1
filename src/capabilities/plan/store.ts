import type { Sql } from '../../platform/db.ts'
import { once } from '../../platform/once.ts'
import type { Day } from '../../platform/values/day.ts'
import type { Fact, Link, Note, Source } from './facts.ts'
import type { PlanKind } from './plan.ts'
import { buildPlan, type ItemRow, type Plan } from './tree.ts'

/**
 * The plan as it was known on a day: every item with the facts and links that held then. An item of which nothing was known
 * yet is left out.
 */
export const planOn = (sql: Sql, day: Day): Promise<Plan> =>
  once(sql, `plan ${day}`, async () => {
    const [items, links, later] = await Promise.all([itemsOn(sql, day), linksOn(sql, day), laterSources(sql, day)])
    return buildPlan(day, items, links, later)
  })

/** Documents that were not there yet on the day: a fact may have been said again in them. */
async function laterSources(sql: Sql, day: Day): Promise<ReadonlySet<string>> {
  const rows = await sql<{ key: string }[]>`select key from source where day > ${day}`
  return new Set(rows.map(({ key }) => key))
}

/** Items with the values that held on the day, newest first within a field. */
const itemsOn = (sql: Sql, day: Day): Promise<ItemRow[]> => sql<ItemRow[]>`
  select i.id, i.kind, i.key, i.slug, i.parent_id, i.position, f.facts
  from plan_item i
  join lateral (
    select json_agg(json_build_array(field, value, valid_from, sources, note) order by valid_from desc, id desc) as facts
    from plan_fact
    where item_id = i.id and valid_from <= ${day} and (valid_until is null or valid_until > ${day})
  ) f on f.facts is not null
  order by i.position, i.id`

const linksOn = (sql: Sql, day: Day): Promise<Link[]> => sql<Link[]>`
  select kind, from_id, to_id, valid_from, sources from plan_link
  where valid_from <= ${day} and (valid_until is null or valid_until > ${day})
  order by id`

/** Everything ever said of an item, newest first: its history. */
export const factsOf = (sql: Sql, itemId: number): Promise<Fact[]> => sql<Fact[]>`
  select f.id, f.field, f.value, f.valid_from, f.valid_until, f.sources, f.note, f.recorded_at, f.actor_id, p.name as actor_name,
    f.ended_at, e.name as ended_name, f.ended_source
  from plan_fact f left join person p on p.id = f.actor_id left join person e on e.id = f.ended_by
  where f.item_id = ${itemId} order by f.valid_from desc, f.id desc`

export const allSources = (sql: Sql): Promise<Source[]> =>
  sql<Source[]>`select key, title, day, day_text, kind, age_rank, description from source order by day desc nulls last`

export const allNotes = (sql: Sql): Promise<Note[]> =>
  sql<Note[]>`select key, kind, title, says, resolution, items, bodies from plan_note order by position`

/** An item as it is kept, known or not yet known on the day that is read. */
export type Kept = {
  id: number
  kind: PlanKind
  key: string
  slug: string
  parentId: number | undefined
  knownFrom: Day | undefined
}

const kept = (sql: Sql) => sql`
  select i.id, i.kind, i.key, i.slug, i.parent_id, (select min(valid_from) from plan_fact where item_id = i.id) as known_from
  from plan_item i`

/** The item behind a key such as KT1. */
export async function itemWithKey(sql: Sql, key: string): Promise<Kept | undefined> {
  const [item] = await sql<Kept[]>`${kept(sql)} where i.key = ${key}`
  return item
}

export async function itemWithSlug(sql: Sql, kind: PlanKind, slug: string): Promise<Kept | undefined> {
  const [item] = await sql<Kept[]>`${kept(sql)} where i.kind = ${kind} and i.slug = ${slug}`
  return item
}
