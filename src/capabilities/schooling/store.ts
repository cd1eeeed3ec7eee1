import type { Sql } from '../../platform/db.ts'
import type { SchoolOffer, Usage } from './usage.ts'

/** Offers under a provision that is beside the agreement and held in schools, and whatever has been used before; in Danish order. */
export const schoolOffers = (sql: Sql): Promise<SchoolOffer[]> => sql<SchoolOffer[]>`
  select o.id, o.name from offer o
  where o.status <> 'closed' and exists (
      select from offer_unit u join place_line l on l.unit_id = u.id join legal_basis b on b.key = any(l.bases)
      where u.offer_id = o.id and b.form = 'school' and b.in_agreement = 'beside')
    or exists (select from school_usage s where s.offer_id = o.id)
  order by o.name collate danish, o.id`

/** The newest of each cell in a school year. */
export const usageIn = (sql: Sql, year: number): Promise<Usage[]> => sql<Usage[]>`
  select distinct on (offer_id, municipality_code) offer_id, municipality_code, year, pupils, source, actor_name, example, recorded_at
  from school_usage where year = ${year} order by offer_id, municipality_code, id desc`

/** School years anybody has reported, the newest first. */
export const yearsTold = async (sql: Sql): Promise<number[]> =>
  (await sql<{ year: number }[]>`select distinct year from school_usage order by year desc`).map(({ year }) => year)

export type NewUsage = Pick<Usage, 'offerId' | 'municipalityCode' | 'pupils'>
type By = {
  year: number
  source: string
  actorId: number | undefined
  actorName: string
  recordedAt: Date
  example?: boolean
}

export async function addUsage(sql: Sql, cells: readonly NewUsage[], by: By): Promise<void> {
  if (cells.length === 0) return
  const rows = cells.map((cell) => ({
    ...cell,
    pupils: cell.pupils ?? null,
    ...by,
    actorId: by.actorId ?? null,
    example: by.example ?? false,
  }))
  await sql`insert into school_usage ${sql(rows)}`
}

/** How often cells of a school year were written, and by whom; never how many pupils. */
export type Written = { recordedAt: Date; actorName: string; source: string; cells: number; example: boolean }

export const writtenIn = (sql: Sql, year: number): Promise<Written[]> => sql<Written[]>`
  select recorded_at, actor_name, source, count(*)::int as cells, bool_or(example) as example
  from school_usage where year = ${year} group by recorded_at, actor_name, source order by recorded_at desc limit 50`
