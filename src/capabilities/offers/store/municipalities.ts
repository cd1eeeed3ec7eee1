import type { Sql } from '../../../platform/db.ts'
import type { CoverRule } from '../agreement.ts'
import type { Municipality } from '../municipality.ts'

/** Every municipality, those of the region first. */
export const municipalities = (sql: Sql): Promise<Municipality[]> => sql<Municipality[]>`
  select code, name, region, latitude::float8 as latitude, longitude::float8 as longitude
  from municipality order by region <> 'Region Sjælland', name collate danish`

/** Which offers the agreement covers; the newest rule of an ownership last. */
export const coverRules = (sql: Sql): Promise<CoverRule[]> => sql<CoverRule[]>`
  select ownership, covers, valid_from, text, source from cover_rule order by ownership, valid_from`
