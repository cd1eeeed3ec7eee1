import type { Sql } from '../../platform/db.ts'
import { once } from '../../platform/once.ts'
import type { Day } from '../../platform/values/day.ts'
import type { NewValue } from './change.ts'
import type { Parameter, Topic } from './rule.ts'

/**
 * The value in force on a day. A page may be read as of a day before the first value was set: it is judged by that one.
 * Throws when the rule is unknown, since a guess would be worse.
 */
export const parameterOn = (sql: Sql, key: string, day: Day): Promise<number> =>
  once(sql, `rule ${key} ${day}`, () => valueOn(sql, key, day))

async function valueOn(sql: Sql, key: string, day: Day): Promise<number> {
  const [row] = await sql<{ value: string | undefined }[]>`
    select value from parameter
    where key = ${key} and valid_from <= greatest(${day}::date, (select min(valid_from) from parameter where key = ${key}))
    order by valid_from desc, id desc limit 1`
  if (row?.value === undefined) throw new Error(`no rule is called ${key}`)
  return Number(row.value)
}

/** Every value there was, is and will be, newest first within a rule; of two from the same day the newest recorded is first. */
export async function allParameters(sql: Sql, { key, topic }: { key?: string; topic?: Topic } = {}): Promise<Parameter[]> {
  const rows = await sql<(Omit<Parameter, 'value'> & { value: string | undefined })[]>`
    select p.key, p.topic, p.word, p.choices, p.law, p.valid_until, p.confirmed, p.value, p.unit, p.label, p.valid_from, p.source, p.note, p.recorded_at, a.name as actor_name
    from parameter p left join person a on a.id = p.actor_id
    where ${key === undefined ? sql`true` : sql`p.key = ${key}`} and ${topic === undefined ? sql`true` : sql`p.topic = ${topic}`}
    order by p.label collate danish, p.key, p.valid_from desc, p.id desc`
  return rows.map((row) => ({ ...row, value: row.value === undefined ? undefined : Number(row.value) }))
}

export const addParameter = (sql: Sql, value: NewValue & { recordedAt: Date; actorId: number | undefined }) =>
  sql`insert into parameter ${sql({ ...value, choices: value.choices ? sql.json(value.choices) : null, actorId: value.actorId ?? null })}`
