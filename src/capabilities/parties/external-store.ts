import type { Sql } from '../../platform/db.ts'
import { slugOf } from '../../platform/values/danish.ts'

/** An organisation that runs offers becomes a party, so that its people can have roles there. What is there already stays. */
export async function externalParty(
  sql: Sql,
  { key, name, source }: { key?: string; name: string; source: string },
): Promise<number> {
  const own = key ?? slugOf(name)
  const [there] = await sql<{ id: number }[]>`select id from party where key = ${own}`
  if (there) return there.id
  const [row] = await sql<{ id: number }[]>`
    insert into party ${sql({ key: own, slug: own, name, longName: name, short: name.slice(0, 5), kind: 'external', member: false, source })}
    returning id`
  if (!row) throw new Error(`no party ${own}`)
  return row.id
}
