import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { noteVacancies, type UnitVacancy } from '../../offers/index.ts'
import type { NewStatement } from '../answer.ts'
import { isOpen, type Line, type Statement, type StatingRole } from '../line.ts'
import { joined, type LineRow, lineColumns, lineOf } from './lines.ts'

export type By = {
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

/** What the open lines of some units add up to now, written where offers are found. */
export async function note(sql: Sql, unitIds: readonly number[], today: Day): Promise<void> {
  const rows = await sql<LineRow[]>`
    select ${lineColumns(sql)} from ${joined(sql, today)} where l.unit_id = any(${unitIds as number[]})`
  const lines = rows.map(lineOf)
  await noteVacancies(
    sql,
    unitIds.map((unitId) => sumOf(unitId, lines, today)),
  )
}

/** What is told is added; the oldest day stands for them all. Nothing told stays nothing, which is not 0. */
function sumOf(unitId: number, lines: readonly Line[], today: Day): UnitVacancy {
  const told = lines.flatMap((line) => (line.unitId === unitId && isOpen(line, today) && line.statement ? [line.statement] : []))
  const first = (days: readonly Day[]) => [...days].sort()[0]
  return {
    unitId,
    freePlaces: told.length === 0 ? undefined : told.reduce((sum, { free }) => sum + free, 0),
    freeFrom: first(told.filter(({ free }) => free > 0).map(({ freeFrom }) => freeFrom)),
    confirmedOn: first(told.map(({ day }) => day)),
    example: told.some(({ example }) => example),
  }
}

/** Units whose lines began or ended on a day, or that have yet to be noted: for the nightly round. */
export async function noteTurning(sql: Sql, today: Day): Promise<void> {
  const units = await sql<{ id: number }[]>`
    select distinct l.unit_id as id from place_line l join vacancy_statement s on s.place_line_id = l.id
    where l.valid_until between ${today}::date - 7 and ${today}::date`
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
