import type { Sql } from '../../../platform/db.ts'
import { allParameters, type Parameter } from '../../rules/index.ts'
import { type Judged, judged, type RisenRow } from '../found.ts'

/** Tariffs that may have risen beside all they were; one that was paid by another unit is among them, since nobody can say. */
const risenRows = (sql: Sql, ids: readonly number[] | undefined): Promise<RisenRow[]> => sql<RisenRow[]>`
  select v.id, v.tariff_id, v.offer_id, v.operator_id, v.municipality_code, v.operator_name, v.offer_name, v.unit_name, v.service,
    v.level, v.groups, v.ownership, v.kind, v.per, v.valid_from, v.amount_ore, v.exact_ore, v.temporary_ore, v.basis, v.source, v.example,
    was.list as before
  from tariff_version v join tariff_before b on b.version_id = v.id
  join lateral (
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('amountOre', p.amount_ore, 'exactOre', p.exact_ore,
      'temporaryOre', p.temporary_ore, 'basis', p.basis, 'per', p.per, 'places', o.places)) order by p.id) as list,
      bool_or(p.temporary_ore <> 0) as regulated
    from unnest(b.before_ids, b.before_places) as o (id, places) join tariff_version p on p.id = o.id) was on was.list is not null
  where v.current and not v.withdrawn and v.valid_from is not null
    ${ids ? sql`and v.id = any(${ids as number[]})` : sql`and (b.change > 0 or b.change is null or v.temporary_ore <> 0 or was.regulated)`}
  order by v.id`

/** Every published tariff that costs more than it did, or may without its temporary part, judged by the rules of the day it takes effect. */
export async function risen(sql: Sql, ids?: readonly number[]): Promise<Judged[]> {
  const [rows, parameters] = await Promise.all([risenRows(sql, ids), allParameters(sql, { topic: 'tariffs' })])
  return rows.map((row) => judged(row, parameters))
}

/** The same tariffs by the rules as they are, and as they would be. */
export async function risenByBoth(
  sql: Sql,
  after: (parameters: Parameter[]) => Parameter[],
): Promise<{ now: Judged; changed: Judged }[]> {
  const [rows, parameters] = await Promise.all([risenRows(sql, undefined), allParameters(sql, { topic: 'tariffs' })])
  const others = after(parameters)
  return rows.map((row) => ({ now: judged(row, parameters), changed: judged(row, others) }))
}
