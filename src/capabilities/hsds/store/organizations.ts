import type { Sql } from '../../../platform/db.ts'
import type { OperatorRow } from '../row.ts'
import { operatorJson } from './services.ts'

const found = (sql: Sql, like: string | undefined) =>
  sql`operator d ${like === undefined ? sql`` : sql`where position(plain(${like}) in plain(d.name)) > 0`}`

export async function organizationCount(sql: Sql, like: string | undefined): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from ${found(sql, like)}`
  return row?.count ?? 0
}

export async function organizationRows(
  sql: Sql,
  like: string | undefined,
  { skip, most }: { skip: number; most: number },
): Promise<OperatorRow[]> {
  const rows = await sql<{ operator: OperatorRow }[]>`
    select ${operatorJson(sql)} as operator from ${found(sql, like)} order by d.id limit ${most} offset ${skip}`
  return rows.map(({ operator }) => operator)
}

export async function organizationRow(sql: Sql, uuid: string): Promise<OperatorRow | undefined> {
  const [row] = await sql<
    { operator: OperatorRow }[]
  >`select ${operatorJson(sql)} as operator from operator d where d.uuid = ${uuid}`
  return row?.operator
}
