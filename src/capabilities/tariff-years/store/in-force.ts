import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { TariffVersion } from '../tariff.ts'
import { versionColumns } from './list.ts'

/** A tariff as it is on a day, with what the same cost the day before it began, by lineage. */
export type TariffInForce = TariffVersion & {
  /** Versions in force the day before this one began; several where tariffs were merged. `places`: the weight of each; undefined: not known. */
  predecessors: { versionId: number; tariffId: number; places: number | undefined }[]
}

/** Every tariff in force on a day, whoever runs it. Undated prices are never in force. */
export const tariffsInForce = (sql: Sql, day: Day): Promise<TariffInForce[]> => sql<TariffInForce[]>`
  select ${versionColumns(sql)}, coalesce(was.list, '[]') as predecessors
  from tariff_version v join tariff t on t.id = v.tariff_id
  left join lateral (
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('versionId', p.id, 'tariffId', p.tariff_id,
      'places', coalesce(o.places, p.places)::float8)) order by p.id) as list
    from (select v.tariff_id, null::numeric as places
      union all select l.from_tariff_id, l.places from tariff_lineage l
        where l.to_tariff_id = v.tariff_id and l.day > v.valid_from - 366 and l.day <= v.valid_from) o
    join tariff_version p on p.tariff_id = o.tariff_id and p.current and not p.withdrawn
      and p.valid_from < v.valid_from and (p.valid_until is null or p.valid_until >= v.valid_from)) was on true
  where v.current and not v.withdrawn and v.valid_from <= ${day}::date and (v.valid_until is null or v.valid_until > ${day}::date)
  order by v.id`
