import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { LineageKind } from '../lineage-rule.ts'
import { refreshTariffs } from './before.ts'

type NewLineage = {
  kind: LineageKind
  fromTariffId: number
  toTariffId: number
  places?: number | undefined
  day: Day
  reason: string
  actorId?: number | undefined
  actorName: string
  example?: boolean
  recordedAt: Date
}

/** What tariffs were before; what stands already is not told again. */
export async function addLineages(sql: Sql, lineages: readonly NewLineage[]): Promise<void> {
  await sql`
    insert into tariff_lineage (kind, from_tariff_id, to_tariff_id, places, day, reason, actor_id, actor_name, example, recorded_at)
    select n.kind, n."fromTariffId", n."toTariffId", n.places, n.day, n.reason, n."actorId", n."actorName", coalesce(n.example, false),
      n."recordedAt"
    from jsonb_to_recordset(${sql.json(lineages as never)}) as n (kind text, "fromTariffId" bigint, "toTariffId" bigint, places numeric,
      day date, reason text, "actorId" bigint, "actorName" text, example boolean, "recordedAt" timestamptz)
    where not exists (select from tariff_lineage_standing l
      where l.from_tariff_id = n."fromTariffId" and l.to_tariff_id = n."toTariffId" and l.day = n.day)`
  await refreshTariffs(
    sql,
    lineages.flatMap(({ fromTariffId, toTariffId }) => [fromTariffId, toTariffId]),
  )
}

export const addLineage = (sql: Sql, lineage: NewLineage): Promise<void> => addLineages(sql, [lineage])

type Undoing = { day: Day; reason: string; actorId: number | undefined; actorName: string; recordedAt: Date }

/** What was told does not hold: from now on nothing is compared by it. */
export async function undoLineage(sql: Sql, lineage: TariffLineage, undoing: Undoing): Promise<void> {
  await sql`insert into tariff_lineage_undone ${sql({ ...undoing, lineageId: lineage.id, actorId: undoing.actorId ?? null })}`
  await refreshTariffs(sql, [lineage.fromTariffId, lineage.toTariffId])
}

/** A row of lineage with what became of it. */
export type TariffLineage = {
  id: number
  kind: LineageKind
  fromTariffId: number
  toTariffId: number
  places: number | undefined
  day: Day
  reason: string
  actorName: string
  recordedAt: Date
  undoneOn: Day | undefined
  undoneBy: string | undefined
  undoneReason: string | undefined
}

/** What tariffs were before and what they became, both ways, with what was undone. */
export const lineageOfTariffs = (sql: Sql, tariffIds: readonly number[]): Promise<TariffLineage[]> => sql<TariffLineage[]>`
  select l.id, l.kind, l.from_tariff_id, l.to_tariff_id, l.places::float8 as places, l.day, l.reason, l.actor_name, l.recorded_at,
    u.day as undone_on, u.actor_name as undone_by, u.reason as undone_reason
  from tariff_lineage l left join tariff_lineage_undone u on u.lineage_id = l.id
  where l.from_tariff_id = any(${tariffIds as number[]}) or l.to_tariff_id = any(${tariffIds as number[]}) order by l.day desc, l.id desc`
