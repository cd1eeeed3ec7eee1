import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import type { Parameter } from './rule.ts'

const folder = new URL('../../../data/', import.meta.url)
const files = [
  'programme/parameters.json',
  'house/parameters.json',
  'offers/parameters.json',
  'vacancies/parameters.json',
  'specialised/parameters.json',
]

/** Puts the rules we begin with in place; once there, the database is the only truth. */
export async function loadParameters(sql: Sql): Promise<void> {
  for (const file of files) {
    const parameters = JSON.parse(await readFile(new URL(file, folder), 'utf8')) as Parameter[]
    for (const parameter of parameters) await putInPlace(sql, parameter)
  }
}

const putInPlace = (sql: Sql, { key, value, unit, label, validFrom, source, note }: Parameter) => sql`
  insert into parameter (key, value, unit, label, valid_from, source, note)
  select ${key}, ${value}::numeric, ${unit}, ${label}, ${validFrom}::date, ${source}, ${note ?? null}
  where not exists (select from parameter where key = ${key} and valid_from = ${validFrom}::date)`
