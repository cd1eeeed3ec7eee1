import type { Sql } from '../../../platform/db.ts'
import type { PlacedLine } from '../line.ts'
import { columns } from './lines.ts'

const lines = (sql: Sql) => sql`
  from tariff_sheet_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
  join place_line p on p.id = l.place_line_id`

/** A sheet's tariffs of places that there are accounts of, in any of the years: all of them, since they share what flows in. */
export const linesWithAccounts = (sql: Sql, sheetId: number, years: readonly number[]): Promise<PlacedLine[]> => sql<
  PlacedLine[]
>`
  select ${columns(sql)} ${lines(sql)} where l.sheet_id = ${sheetId} and not l.add_on
    and l.place_line_id in (select place_line_id from tariff_account where year = any(${years as number[]}))
  order by o.name collate danish, u.name collate danish, l.position, l.id`

const MOST = 300

/** Of places that no accounts are received of, one tariff each, so that they can be told. */
export const linesWithoutAccounts = (sql: Sql, sheetId: number, years: readonly number[]): Promise<PlacedLine[]> => sql<
  PlacedLine[]
>`
  select * from (select distinct on (l.place_line_id) ${columns(sql)} ${lines(sql)} where l.sheet_id = ${sheetId} and not l.add_on
    and l.place_line_id not in (select place_line_id from tariff_account where year = any(${years as number[]}))
    order by l.place_line_id, l.position, l.id) t order by offer_name collate danish, unit_name collate danish, id limit ${MOST}`
