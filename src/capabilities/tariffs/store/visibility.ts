import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Decided, Level } from '../visibility.ts'

/** Everything that was ever decided of what is shown, the last to begin first; of one operator or of all. */
export const decisions = (sql: Sql, operatorId?: number): Promise<Decided[]> => sql<Decided[]>`
  select v.id, v.operator_id, p.name as operator_name, p.ownership, v.level, v.valid_from, v.reason, v.source, v.actor_name, v.recorded_at
  from tariff_visibility v join operator p on p.id = v.operator_id
  where ${operatorId === undefined ? sql`true` : sql`v.operator_id = ${operatorId}`}
  order by v.valid_from desc, v.id desc`

type NewDecision = {
  operatorId: number
  level: Level | undefined
  validFrom: Day
  reason: string
  source: string
  actorId: number | undefined
  actorName: string
  recordedAt: Date
}

export async function addDecision(sql: Sql, { level, actorId, ...decision }: NewDecision): Promise<void> {
  await sql`insert into tariff_visibility ${sql({ ...decision, level: level ?? null, actorId: actorId ?? null })}`
}
