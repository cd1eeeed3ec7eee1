import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { TariffVersion } from '../tariff.ts'
import { versionColumns } from './list.ts'

/** A tariff as it is on a day, with what the same cost at the end of the year before, by lineage. */
export type TariffInForce = TariffVersion & {
  /** Versions it is compared with; several where tariffs were merged. `places`: the weight of each, as a fraction; undefined: not known. */
  predecessors: { versionId: number; tariffId: number; places: string | undefined }[]
}

/** Every tariff in force on a day, whoever runs it. Undated prices are never in force. */
export const tariffsInForce = (sql: Sql, day: Day): Promise<TariffInForce[]> => sql<TariffInForce[]>`
  select ${versionColumns(sql)}, coalesce(was.list, '[]') as predecessors
  from tariff_version v join tariff t on t.id = v.tariff_id
  left join lateral (
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('versionId', p.id, 'tariffId', p.tariff_id, 'places', o.places)) order by p.id) as list
    from tariff_before b, unnest(b.before_ids, b.before_places) as o (id, places) join tariff_version p on p.id = o.id
    where b.version_id = v.id) was on true
  where v.current and not v.withdrawn and v.valid_from <= ${day}::date and (v.valid_until is null or v.valid_until > ${day}::date)
  order by v.id`
