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
  'tariff-rules/calculation.json',
  'tariff-rules/increases.json',
  'tariff-rules/supervision.json',
  'tariff-rules/visibility.json',
  'tariff-years/parameters.json',
  'increases/parameters.json',
  'supervision/parameters.json',
]

/** Puts the rules we begin with in place; once there, the database is the only truth. */
export async function loadParameters(sql: Sql): Promise<void> {
  for (const file of files) {
    const parameters = JSON.parse(await readFile(new URL(file, folder), 'utf8')) as Written[]
    const known = await keysAndDays(sql)
    for (const parameter of parameters.filter(({ key, validFrom }) => !known.has(`${key} ${validFrom}`)))
      await putInPlace(sql, parameter)
  }
}

/** As it stands in a file: what is left out is as usual. */
type Written = Pick<Parameter, 'key' | 'label' | 'unit' | 'validFrom' | 'source'> &
  Partial<Omit<Parameter, 'actorName' | 'recordedAt'>>

const usual = { topic: 'house', value: null, word: null, law: null, validUntil: null, confirmed: true, note: null }

const putInPlace = (sql: Sql, written: Written) => sql`
  insert into parameter ${sql({ ...usual, ...written, choices: written.choices ? sql.json(written.choices) : null })}`

async function keysAndDays(sql: Sql): Promise<Set<string>> {
  const rows = await sql<{ key: string; validFrom: string }[]>`select key, valid_from from parameter`
  return new Set(rows.map(({ key, validFrom }) => `${key} ${validFrom}`))
}
