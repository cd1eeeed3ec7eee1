import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import { addDays, type Day, dayOf } from '../../platform/values/day.ts'
import { approvedOn, type Line } from './line.ts'
import { quartersBefore } from './occupancy.ts'
import { announce, type NewChange } from './store/capacity.ts'
import { joined, type LineRow, lineColumns, lineOf, linesOf, open } from './store/lines.ts'
import { inventAnswered } from './store/links.ts'
import { addReturns } from './store/occupancy.ts'
import { note, say } from './store/statements.ts'

type ChangeInFile = Omit<NewChange, 'offerId' | 'actorId' | 'actorName' | 'recordedAt'> & { offer: string }

/** Changes of capacity the sources tell of; what is there already stays. */
export async function loadCapacityChanges(sql: Sql): Promise<void> {
  const file = await readFile(new URL('../../../data/vacancies/capacity-changes.json', import.meta.url), 'utf8')
  for (const { offer, ...change } of JSON.parse(file) as ChangeInFile[]) {
    const [row] = await sql<{ id: number }[]>`select id from offer where origin = ${offer}`
    if (row) await announce(sql, { ...change, offerId: row.id, actorId: undefined, actorName: 'Fælles', recordedAt: new Date() })
  }
}

/** How many days ago an invented line was told, over and over; none: never. So all there is to see is seen. */
const AGES = [1, 3, 12, 2, 6, 30, 0, undefined, 5, 18, 1, 75, 4]
const FREE = [1, 0, 2, 1, 0, 3, 1, 0, 0, 2]

const openLines = async (sql: Sql, today: Day): Promise<Line[]> => {
  const rows = await sql<LineRow[]>`
    select ${lineColumns(sql)} from ${joined(sql, today)}
    where ${open(sql, today)} and stands.status = 'running' and o.operator_id is not null order by o.example, o.origin, l.id`
  return rows.map(lineOf)
}

const turn = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length]

const count = async (sql: Sql, table: 'vacancy_statement' | 'occupancy_return'): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`select count(*) as count from ${sql(table)} where example`
  return row?.count ?? 0
}

const mayRemove = (sql: Sql) => sql`select set_config('faelles.removing_examples', 'yes', true)`

/** Invented vacancies for the real offers, of every age. */
export const exampleVacancies = {
  label: 'meldinger om ledige pladser',
  count: (sql: Sql) => count(sql, 'vacancy_statement'),
  async load(sql: Sql): Promise<void> {
    const today = dayOf(new Date())
    const lines = await openLines(sql, today)
    for (const [at, line] of lines.entries()) {
      const age = turn(AGES, at)
      if (age === undefined) continue
      const day = addDays(today, -age)
      const free = Math.min(turn(FREE, at) ?? 0, approvedOn(line, day) ?? 3)
      const freeFrom = at % 7 === 3 ? addDays(today, 30) : day
      const role = line.operatorName?.endsWith('Kommune') ? ('contributor' as const) : ('provider' as const)
      await say(sql, [{ line, kind: at % 3 === 0 ? 'confirmed' : 'stated', free, freeFrom }], {
        role,
        actorId: undefined,
        actorName: 'Eksempel',
        example: true,
        today: day,
        now: new Date(`${day}T08:00:00Z`),
      })
    }
    await answerFromMail(sql, lines, today)
    await note(sql, [...new Set(lines.map(({ unitId }) => unitId))], today)
  },
  async remove(sql: Sql): Promise<void> {
    const units = await sql<{ id: number }[]>`
      select distinct l.unit_id as id from vacancy_statement s join place_line l on l.id = s.place_line_id where s.example`
    await mayRemove(sql)
    await sql`delete from vacancy_statement where example`
    await sql`delete from vacancy_link where example`
    await note(
      sql,
      units.map(({ id }) => id),
      dayOf(new Date()),
    )
  },
}

/** One operator has answered yesterday's mail by its button. */
async function answerFromMail(sql: Sql, lines: readonly Line[], today: Day): Promise<void> {
  const day = addDays(today, -1)
  const operatorId = lines.find(({ operatorName }) => operatorName?.endsWith('Kommune'))?.operatorId
  if (operatorId === undefined) return
  const now = new Date(`${day}T09:00:00Z`)
  const linkId = await inventAnswered(sql, operatorId, now, addDays(day, LINK_DAYS))
  const told = (await linesOf(sql, { operatorId }, today)).flatMap((line) =>
    line.statement ? [{ line, ...line.statement }] : [],
  )
  await say(
    sql,
    told.map(({ line, free, freeFrom }) => ({ line, kind: 'confirmed' as const, free, freeFrom })),
    { role: 'link', actorId: undefined, actorName: 'Eksempel', linkId, example: true, today: day, now },
  )
}

const LINK_DAYS = 14

const AVERAGES = [97, 88.5, 101, 94, 79, 96.5, 90]
const BUDGETS = [95, 95, 97, undefined, 92, 95, 98]

/** Invented occupancy of the last two quarters. */
export const exampleOccupancy = {
  label: 'indberetninger af belægning',
  count: (sql: Sql) => count(sql, 'occupancy_return'),
  async load(sql: Sql): Promise<void> {
    const today = dayOf(new Date())
    const lines = await openLines(sql, today)
    for (const [back, quarter] of quartersBefore(today, 2).entries()) {
      const returns = lines.flatMap(({ id }, at) => {
        const average = turn(AVERAGES, at + back)
        return at % 4 === 3 || average === undefined ? [] : [{ lineId: id, average, budgeted: turn(BUDGETS, at), seen: '' }]
      })
      await addReturns(sql, quarter, returns, {
        role: 'provider',
        actorId: undefined,
        actorName: 'Eksempel',
        example: true,
        now: new Date(),
      })
    }
  },
  async remove(sql: Sql): Promise<void> {
    await mayRemove(sql)
    await sql`delete from occupancy_return where example`
  },
}
