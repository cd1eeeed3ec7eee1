import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import type { Parameter } from './store.ts'

/** Puts the rules we begin with in place; once there, the database is the only truth. */
export async function loadParameters(sql: Sql): Promise<void> {
  const file = await readFile(new URL('../../../data/programme/parameters.json', import.meta.url), 'utf8')
  for (const { key, value, unit, label, validFrom, source, note } of JSON.parse(file) as Parameter[]) {
    await sql`insert into parameter ${sql({ key, value, unit, label, validFrom, source, note: note ?? null })} on conflict do nothing`
  }
}
