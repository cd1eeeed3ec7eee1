import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'
import type { LinkKind, PlanKind } from './plan.ts'

/** Who says so, from when, and on what ground. */
type Given = { actorId?: number | undefined; recordedAt?: Date | undefined }

type NewFact = Given & {
  itemId: number
  field: string
  value: unknown
  validFrom: Day
  validUntil?: Day | undefined
  sources: string[]
  note?: string | undefined
}

export async function addFact(sql: Sql, fact: NewFact): Promise<void> {
  const { value, validUntil, note, actorId, recordedAt, ...rest } = fact
  await sql`
    insert into plan_fact ${sql({
      ...rest,
      value: sql.json(value as never),
      validUntil: validUntil ?? null,
      note: note ?? null,
      actorId: actorId ?? null,
      ...(recordedAt && { recordedAt }),
    })}`
}

type Ending = { day: Day; source: string; at: Date; actorId: number | undefined }

/** Takes back what was said: it holds no longer from the day, or never held if it was said later than that. */
export async function endFacts(sql: Sql, ids: readonly number[], { day, source, at, actorId }: Ending): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update plan_fact set valid_until = greatest(valid_from, ${day}::date), ended_at = ${at}, ended_by = ${actorId ?? null}, ended_source = ${source}
    where id in ${sql([...ids])}`
}

export async function endLinks(sql: Sql, ids: readonly number[], { day, source, at, actorId }: Ending): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update plan_link set valid_until = greatest(valid_from, ${day}::date), ended_at = ${at}, ended_by = ${actorId ?? null}, ended_source = ${source}
    where id in ${sql([...ids])}`
}

type NewItem = { kind: PlanKind; key: string; slug: string; parentId: number; position: number; recordedAt: Date }

export async function addItem(sql: Sql, item: NewItem): Promise<number> {
  const [row] = await sql<{ id: number }[]>`insert into plan_item ${sql(item)} returning id`
  if (!row) throw new Error('insert gave no id')
  return row.id
}

type NewLink = {
  kind: LinkKind
  fromId: number
  toId: number
  validFrom: Day
  sources: string[]
  recordedAt: Date
  actorId: number | undefined
}

export const addLink = (sql: Sql, { actorId, ...link }: NewLink) =>
  sql`insert into plan_link ${sql({ ...link, actorId: actorId ?? null })}`

type HeldLink = { id: number; kind: LinkKind; fromId: number; toId: number; validFrom: Day }

/** Links that have not ended, whatever day they begin: what a new one must fit with. */
export const openLinks = (sql: Sql): Promise<HeldLink[]> =>
  sql<HeldLink[]>`select id, kind, from_id, to_id, valid_from from plan_link where valid_until is null`

type Neighbour = { id: number; kind: PlanKind; key: string; slug: string; parentId: number | undefined; position: number }

/** Every item there is or was: what a new key, a new slug and a new place must fit with. */
export const allItems = (sql: Sql): Promise<Neighbour[]> =>
  sql<Neighbour[]>`select id, kind, key, slug, parent_id, position from plan_item`
