import { readdir, readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'
import type { Note, Source } from './facts.ts'
import type { LinkKind, PlanField, PlanKind } from './plan.ts'

const folder = new URL('../../../data/programme/', import.meta.url)

type FactInFile = { field: PlanField; value: unknown; from: Day; until?: Day; sources: string[]; note?: string }
type LinkInFile = { kind: LinkKind; to: string; from: Day; until?: Day; sources: string[] }
type ItemInFile = {
  kind: PlanKind
  key: string
  slug: string
  parent?: string | null
  position?: number
  facts: FactInFile[]
  links?: LinkInFile[]
}

const parsed = async <T>(name: string): Promise<T> => JSON.parse(await readFile(new URL(name, folder), 'utf8')) as T

/**
 * Puts the real programme in place. What is there already stays: a fact is the same when item, field, day and value are the
 * same, so a corrected data file adds and never overwrites what people have written.
 */
export async function loadProgramme(sql: Sql): Promise<void> {
  for (const source of await parsed<Source[]>('sources.json')) await insertSource(sql, source)
  const files = (await readdir(new URL('plan/', folder))).filter((name) => name.endsWith('.json')).sort()
  const items = (await Promise.all(files.map((name) => parsed<ItemInFile[]>(`plan/${name}`)))).flat()
  await insertItems(sql, items)
  await insertFacts(sql, items)
  await insertLinks(sql, items)
  await insertNotes(sql, await parsed<Note[]>('notes.json'))
}

const insertSource = (
  sql: Sql,
  { key, title, day, dayText, kind, ageRank, description, file }: Source & { file?: string },
) => sql`
  insert into source ${sql({ key, title, day: day ?? null, dayText: dayText ?? null, kind, ageRank: ageRank ?? null, file: file ?? null, description: description ?? null })}
  on conflict (key) do nothing`

async function insertItems(sql: Sql, items: ItemInFile[]): Promise<void> {
  const rows = items.map(({ kind, key, slug, position }, at) => ({ kind, key, slug, position: position ?? at }))
  await sql`insert into plan_item ${sql(rows)} on conflict (key) do nothing`
  const parents = items.flatMap(({ key, parent }) => (parent ? [{ key, parent }] : []))
  await sql`
    update plan_item i set parent_id = p.id
    from jsonb_to_recordset(${sql.json(parents)}) as x(key text, parent text) join plan_item p on p.key = x.parent
    where i.key = x.key and i.parent_id is null`
}

async function insertFacts(sql: Sql, items: ItemInFile[]): Promise<void> {
  const rows = items.flatMap(({ key, facts }) => facts.map((fact, at) => ({ key, at, ...fact })))
  await sql`
    insert into plan_fact (item_id, field, value, valid_from, valid_until, sources, note)
    select i.id, x.field, x.value, x."from", x.until, x.sources, x.note
    from jsonb_to_recordset(${sql.json(rows as never)})
      as x(key text, at int, field text, value jsonb, "from" date, until date, sources text[], note text)
    join plan_item i on i.key = x.key
    where not exists (
      select from plan_fact f where f.item_id = i.id and f.field = x.field and f.valid_from = x."from" and f.value = x.value)
    order by i.id, x.at`
}

async function insertLinks(sql: Sql, items: ItemInFile[]): Promise<void> {
  const rows = items.flatMap(({ key, links = [] }) => links.map((link) => ({ key, ...link })))
  await sql`
    insert into plan_link (kind, from_id, to_id, valid_from, valid_until, sources)
    select x.kind, i.id, t.id, x."from", x.until, x.sources
    from jsonb_to_recordset(${sql.json(rows as never)}) as x(key text, kind text, "to" text, "from" date, until date, sources text[])
    join plan_item i on i.key = x.key join plan_item t on t.key = x."to"
    where not exists (select from plan_link l where l.kind = x.kind and l.from_id = i.id and l.to_id = t.id and l.valid_from = x."from")`
}

async function insertNotes(sql: Sql, notes: Note[]): Promise<void> {
  const rows = notes.map(({ key, kind, title, says, resolution, items, bodies }, position) => ({
    key,
    kind,
    position,
    title,
    says: sql.json(says),
    resolution,
    items: items ?? [],
    bodies: bodies ?? [],
  }))
  for (const row of rows) await sql`insert into plan_note ${sql(row as never)} on conflict (key) do nothing`
}
