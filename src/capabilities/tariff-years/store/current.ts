import type { Sql } from '../../../platform/db.ts'
import type { TariffVersion } from '../tariff.ts'

export type Current = Pick<
  TariffVersion,
  'id' | 'tariffId' | 'unitId' | 'service' | 'level' | 'per' | 'version' | 'validFrom' | 'validUntil'
>

/** What an operator has published for a year, as it holds. */
export const currentOf = (sql: Sql, operatorId: number, year: number): Promise<Current[]> => sql<Current[]>`
  select v.id, v.tariff_id, t.unit_id, v.service, v.level, v.per, v.version, v.valid_from, v.valid_until
  from tariff_version v join tariff t on t.id = v.tariff_id
  where v.operator_id = ${operatorId} and v.year = ${year} and v.current order by v.valid_from`
