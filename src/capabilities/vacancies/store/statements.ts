import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { type LineVacancy, noteVacancies } from '../../offers/index.ts'
import type { NewStatement } from '../answer.ts'
import { isOpen, type Line, type Statement, type StatingRole } from '../line.ts'
import { joined, type LineRow, lineColumns, lineOf } from './lines.ts'

type By = {
  role: StatingRole
  actorId: number | undefined
  actorName: string
  linkId?: number | undefined
  example?: boolean
  today: Day
  now: Date
}

/** Writes what was said, and tells the search of offers, in the same deed. */
export async function say(sql: Sql, statements: readonly NewStatement[], by: By): Promise<void> {
  if (statements.length === 0) return
  const rows = statements.map(({ line, kind, free, freeFrom }) => ({
    placeLineId: line.id,
    kind,
    free,
    freeFrom,
    day: by.today,
    role: by.role,
    actorId: by.actorId ?? null,
    actorName: by.actorName,
    linkId: by.linkId ?? null,
    example: by.example ?? false,
    recordedAt: by.now,
  }))
  await sql`insert into vacancy_statement ${sql(rows)}`
  await note(sql, [...new Set(statements.map(({ line }) => line.unitId))], by.today)
}

/** What is free on the lines of some units now, written where offers are found. */
export async function note(sql: Sql, unitIds: readonly number[], today: Day): Promise<void> {
  const rows = await sql<LineRow[]>`
    select ${lineColumns(sql)} from ${joined(sql, today)} where l.unit_id = any(${unitIds as number[]})`
  await noteVacancies(
    sql,
    rows.map(lineOf).map((line) => vacancyOf(line, today)),
  )
}

/** A line that is not open has nothing free; one nobody has told of stays without a number, which is not 0. */
function vacancyOf(line: Line, today: Day): LineVacancy {
  const said = isOpen(line, today) ? line.statement : undefined
  return {
    lineId: line.id,
    freePlaces: said?.free,
    freeFrom: said && said.free > 0 ? said.freeFrom : undefined,
    confirmedOn: said?.day,
    example: said?.example,
  }
}

/** Lines whose search rows say something else than was last said, e.g. since they began or opened again: for the nightly round. */
export async function noteTurning(sql: Sql, today: Day): Promise<void> {
  const units = await sql<{ id: number }[]>`
    select distinct f.unit_id as id from offer_search f, lateral (
      select free, day from vacancy_statement v where v.place_line_id = f.line_id order by v.id desc limit 1) v
    where f.status <> 'closed' and (f.free_places is distinct from v.free or f.confirmed_on is distinct from v.day)`
  await note(
    sql,
    units.map(({ id }) => id),
    today,
  )
}

export type PastStatement = Statement & { lineId: number }

/** What was said through a link, in the order of the form. */
export const saidBy = (sql: Sql, linkId: number): Promise<PastStatement[]> => sql<PastStatement[]>`
  select id, place_line_id as line_id, kind, free, free_from, day, role, example, recorded_at
  from vacancy_statement where link_id = ${linkId} order by id`

const PAST = 100

/** What has been said of an offer's lines, newest first. */
export const pastOf = (sql: Sql, offerId: number): Promise<PastStatement[]> => sql<PastStatement[]>`
  select s.id, s.place_line_id as line_id, s.kind, s.free, s.free_from, s.day, s.role, s.example, s.recorded_at
  from vacancy_statement s join place_line l on l.id = s.place_line_id join offer_unit u on u.id = l.unit_id
  where u.offer_id = ${offerId} order by s.id desc limit ${PAST}`
