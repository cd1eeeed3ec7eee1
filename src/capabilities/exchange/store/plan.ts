import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { PlanField, PlanKind } from '../../plan/index.ts'
import type { PlanIn } from '../plan-row.ts'

export type FactRow = {
  id: number
  itemId: number
  key: string
  kind: PlanKind
  field: PlanField
  value: unknown
  validFrom: Day
  sources: string[]
  note: string | undefined
  holds: boolean
}

/** Everything that was ever said of the plan, in the order of the plan; `holds` on the day. */
export const allFacts = (sql: Sql, day: Day): Promise<FactRow[]> => sql<FactRow[]>`
  select f.id, f.item_id, i.key, i.kind, f.field, f.value, f.valid_from, f.sources, f.note,
    f.valid_from <= ${day} and (f.valid_until is null or f.valid_until > ${day}) as holds
  from plan_fact f join plan_item i on i.id = f.item_id
  order by i.position, i.id, f.field, f.valid_from desc, f.id desc`

export const stageFacts = async (sql: Sql, draftId: string, rows: readonly PlanIn[]): Promise<void> => {
  if (rows.length === 0) return
  await sql`
    insert into import_fact (draft_id, number, item_id, field, value, valid_from, sources, replaces, held, standing)
    select ${draftId}, x.* from jsonb_to_recordset(${sql.json(rows as never)}) as x(
      number int, "itemId" bigint, field text, value jsonb, "validFrom" date, sources text[], replaces bigint, held bigint[], standing text)`
}

export const stagedFacts = (sql: Sql, draftId: string): Promise<PlanIn[]> => sql<PlanIn[]>`
  select number, item_id, field, value, valid_from, sources, replaces, held, standing from import_fact
  where draft_id = ${draftId} order by number`

type FactChange = {
  number: number
  key: string
  field: PlanField
  value: unknown
  before: unknown
  day: Day
  sources: string[]
}

/** What confirming will do to the plan, for eyes: of a field with one value also what it overtakes. */
export const factChanges = (sql: Sql, draftId: string, most: number): Promise<FactChange[]> => sql<FactChange[]>`
  select r.number, i.key, r.field, r.value, r.valid_from as day, r.sources,
    case when r.standing = 'changed' then (select value from plan_fact where id = coalesce(r.replaces, r.held[1])) end as before
  from import_fact r join plan_item i on i.id = r.item_id
  where r.draft_id = ${draftId} order by r.number limit ${most}`
