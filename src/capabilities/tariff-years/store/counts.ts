import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'

/** How many tariffs were published by the end of a day, and of how many the calculation is known. */
export type TariffCounts = { tariffs: number; known: number; examples: number }

export async function tariffCounts(sql: Sql, day: Day): Promise<TariffCounts> {
  const [row] = await sql<TariffCounts[]>`
    select count(*) as tariffs, count(*) filter (where basis = 'calculated') as known, count(*) filter (where example) as examples
    from (select distinct on (tariff_id) basis, example, withdrawn from tariff_version
      where (published_at at time zone 'Europe/Copenhagen')::date <= ${day} order by tariff_id, valid_from desc nulls last, id desc) v
    where not withdrawn`
  return row ?? { tariffs: 0, known: 0, examples: 0 }
}
