import type { Sql } from '../../../platform/db.ts'
import type { SheetLine } from '../line.ts'

type NewLine = Omit<SheetLine, 'id'>
export type StagedLine = { number: number; sheet: string; change: 'new' | 'changed' | 'same'; name: string; line: NewLine }

export const clearStaged = (sql: Sql, draftId: string) => sql`delete from tariff_sheet_row where draft_id = ${draftId}`

/** Keeps rows as they were read, a batch at a time. */
export const stage = (sql: Sql, draftId: string, rows: readonly StagedLine[]) => sql`
  insert into tariff_sheet_row (draft_id, number, sheet, change, line, name)
  select ${draftId}, x.number, x.sheet, x.change, x.line, x.name
  from jsonb_to_recordset(${sql.json(rows as never)}) as x(number int, sheet text, change text, line jsonb, name text)`

/** What confirming would write, the first of it. */
export const stagedRows = (sql: Sql, draftId: string, most: number): Promise<StagedLine[]> => sql<StagedLine[]>`
  select number, sheet, change, line, name from tariff_sheet_row where draft_id = ${draftId} and change <> 'same'
  order by sheet, number limit ${most}`

const PART = 5000

/** Writes what was staged into a sheet, new lines and changed ones; tells how far it is. */
export async function writeStaged(
  sql: Sql,
  { draftId, sheetId, now }: { draftId: string; sheetId: number; now: Date },
  tell: (written: number) => void,
): Promise<void> {
  const [{ count } = { count: 0 }] = await sql<{ count: number }[]>`
    select count(*) from tariff_sheet_row where draft_id = ${draftId} and change <> 'same'`
  for (let from = 0; from < Number(count); from += PART) {
    await sql`
      insert into tariff_sheet_line as l (sheet_id, position, unit_id, place_line_id, service, level, add_on, per, places, occupancy, days,
        amount_ore, net_ore, costs, regulation_ore, valid_from, valid_until, was, note, explanation, origin, recorded_at)
      select ${sheetId}, r.number, n."unitId", n."placeLineId", n.service, n.level, n."addOn", n.per, n.places, n.occupancy, n.days,
        n."amountOre", n."netOre", n.costs, n."regulationOre", n."validFrom", n."validUntil", n.was, n.note, n.explanation,
        r.sheet || ' række ' || r.number, ${now}
      from (select * from tariff_sheet_row where draft_id = ${draftId} and change <> 'same' order by sheet, number limit ${PART} offset ${from}) r,
        jsonb_to_record(r.line) as n("unitId" bigint, "placeLineId" bigint, service text, level text, "addOn" boolean, per text,
          places numeric, occupancy numeric, days int, "amountOre" bigint, "netOre" bigint, costs jsonb, "regulationOre" bigint,
          "validFrom" date, "validUntil" date, was text[], note text, explanation text)
      on conflict (sheet_id, unit_id, place_line_id, lower(service), lower(level), per, valid_from) do update set
        position = excluded.position, add_on = excluded.add_on, places = excluded.places, occupancy = excluded.occupancy,
        days = excluded.days, amount_ore = excluded.amount_ore, net_ore = excluded.net_ore, costs = excluded.costs,
        regulation_ore = excluded.regulation_ore, valid_until = excluded.valid_until, was = excluded.was, note = excluded.note,
        explanation = excluded.explanation, origin = excluded.origin, recorded_at = excluded.recorded_at`
    tell(Math.min(from + PART, Number(count)))
  }
}

/** Is a row staged at a unit that the operator does not run any more? */
export async function hasStray(sql: Sql, draftId: string, operatorId: number): Promise<boolean> {
  const [stray] = await sql`
    select from tariff_sheet_row r where r.draft_id = ${draftId} and r.change <> 'same' and not exists (
      select from offer_unit u join offer o on o.id = u.offer_id where u.id = (r.line->>'unitId')::bigint and o.operator_id = ${operatorId})
    limit 1`
  return stray !== undefined
}
