import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'

/** A link that stands. `places`: as a decimal. */
export type StandingLink = { id: number; from: number; to: number; places: string | undefined; day: Day }

/** Every link that stands among the tariffs that are related to some, however far. */
export const linksAround = (sql: Sql, tariffIds: readonly number[]): Promise<StandingLink[]> => sql<StandingLink[]>`
  with recursive related (id) as (
    select unnest(${tariffIds as number[]}::bigint[])
    union select x.id from related r join lateral (
      select l.to_tariff_id as id from tariff_lineage_standing l where l.from_tariff_id = r.id
      union all select l.from_tariff_id from tariff_lineage_standing l where l.to_tariff_id = r.id) x on true)
  select l.id, l.from_tariff_id as "from", l.to_tariff_id as "to", l.places::text as places, l.day from tariff_lineage_standing l
  where l.from_tariff_id in (select id from related) order by l.day, l.id`
