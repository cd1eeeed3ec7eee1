import type { Sql } from '../../platform/db.ts'
import { type Day, dayOf } from '../../platform/values/day.ts'
import type { Cycle, Decision, Entry, Step } from './cycle.ts'

type CycleRow = Omit<Cycle, 'entries'> & {
  entries: (Omit<Entry, 'recordedAt'> & { recordedAt: string; decision: Decision | null })[]
}

const fromRow = ({ entries, ...cycle }: CycleRow): Cycle => ({
  ...cycle,
  entries: entries.map((entry) => ({ ...entry, decision: entry.decision ?? undefined, recordedAt: new Date(entry.recordedAt) })),
})

const cycles = (sql: Sql) => sql`
  select c.id, c.initiative_id, c.party_id, p.name as party_name, c.number, c.title, c.example, coalesce(e.entries, '[]') as entries
  from cycle c
  left join party p on p.id = c.party_id
  left join lateral (
    select jsonb_agg(jsonb_build_object(
      'id', id, 'step', step, 'day', day, 'text', text, 'decision', decision, 'recordedAt', recorded_at) order by id) as entries
    from cycle_entry where cycle_id = c.id
  ) e on true`

/** All cycles of an initiative with what was written by the end of a day, oldest first. */
export async function cyclesOf(sql: Sql, initiativeId: number, day: Day): Promise<Cycle[]> {
  const rows = await sql<CycleRow[]>`${cycles(sql)} where c.initiative_id = ${initiativeId} order by c.number`
  const written = rows
    .map(fromRow)
    .map((cycle) => ({ ...cycle, entries: cycle.entries.filter(({ recordedAt }) => dayOf(recordedAt) <= day) }))
  return written.filter(({ entries }) => entries.length > 0)
}

export async function allCycles(sql: Sql): Promise<Cycle[]> {
  const rows = await sql<CycleRow[]>`${cycles(sql)} order by c.initiative_id, c.number`
  return rows.map(fromRow)
}

export async function cycleAt(sql: Sql, initiativeKey: string, number: number): Promise<Cycle | undefined> {
  const [row] = await sql<CycleRow[]>`
    ${cycles(sql)} join plan_item i on i.id = c.initiative_id where i.key = ${initiativeKey} and c.number = ${number}::bigint`
  return row && fromRow(row)
}

type NewCycle = {
  initiativeId: number
  partyId: number | undefined
  title: string
  at: Date
  actorId: number | undefined
  example?: boolean
}

/** Begins a cycle with the next number of its initiative. */
export async function beginCycle(
  sql: Sql,
  { initiativeId, partyId, title, at, actorId, example }: NewCycle,
): Promise<{ id: number; number: number }> {
  const [row] = await sql<{ id: number; number: number }[]>`
    insert into cycle (initiative_id, party_id, number, title, created_at, actor_id, example)
    select ${initiativeId}, ${partyId ?? null}, coalesce(max(number), 0) + 1, ${title}, ${at}, ${actorId ?? null}, ${example ?? false}
    from cycle where initiative_id = ${initiativeId}
    returning id, number`
  if (!row) throw new Error('insert gave no cycle')
  return row
}

type NewEntry = {
  cycleId: number
  step: Step
  day: Day
  text: string
  decision?: Decision | undefined
  recordedAt: Date
  actorId: number | undefined
}

export const addEntry = (sql: Sql, { decision, actorId, ...entry }: NewEntry) =>
  sql`insert into cycle_entry ${sql({ ...entry, decision: decision ?? null, actorId: actorId ?? null })}`

export async function countExamples(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from cycle where example`
  return row?.count ?? 0
}

export const removeExamples = (sql: Sql) => sql`delete from cycle where example`
