import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import type { Parameter } from './rule.ts'

/** Puts the rules we begin with in place; once there, the database is the only truth. */
export async function loadParameters(sql: Sql): Promise<void> {
  const file = await readFile(new URL('../../../data/programme/parameters.json', import.meta.url), 'utf8')
  for (const { key, value, unit, label, validFrom, source, note } of JSON.parse(file) as Parameter[]) {
    await sql`
      insert into parameter (key, value, unit, label, valid_from, source, note)
      select ${key}, ${value}::numeric, ${unit}, ${label}, ${validFrom}::date, ${source}, ${note ?? null}
      where not exists (select from parameter where key = ${key} and valid_from = ${validFrom}::date)`
  }
}
