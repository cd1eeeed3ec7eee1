import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'

/** A rule that may change: its value from a day, with who says so. Danish: regel. */
export type Parameter = {
  key: string
  value: number
  unit: string
  label: string
  validFrom: Day
  source: string
  note: string | undefined
}

/** The value in force on a day; throws when there is none, since a guess would be worse. */
export async function parameterOn(sql: Sql, key: string, day: Day): Promise<number> {
  const [row] = await sql<{ value: string }[]>`
    select value from parameter where key = ${key} and valid_from <= ${day} order by valid_from desc limit 1`
  if (!row) throw new Error(`no ${key} in force on ${day}`)
  return Number(row.value)
}

/** Every value there was, is and will be, newest first within a rule. */
export async function allParameters(sql: Sql): Promise<Parameter[]> {
  const rows = await sql<(Omit<Parameter, 'value'> & { value: string })[]>`
    select key, value, unit, label, valid_from, source, note from parameter order by label collate danish, valid_from desc`
  return rows.map((row) => ({ ...row, value: Number(row.value) }))
}
