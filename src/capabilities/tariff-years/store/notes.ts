import type { Sql } from '../../../platform/db.ts'
import type { Note } from '../note.ts'

export type NewNote = Pick<Note, 'topic' | 'key' | 'label' | 'validFrom' | 'source'> &
  Partial<Pick<Note, 'year' | 'text' | 'value' | 'unit' | 'precise' | 'days' | 'actorName'>> & {
    actorId?: number | undefined
    recordedAt?: Date
  }

export const hasNote = async (sql: Sql, { topic, key, year }: Pick<NewNote, 'topic' | 'key' | 'year'>): Promise<boolean> => {
  const [row] = await sql<{ there: boolean }[]>`
    select exists (select from tariff_note where topic = ${topic} and key = ${key} and year is not distinct from ${year ?? null}) as there`
  return row?.there ?? false
}

export const addNote = (sql: Sql, note: NewNote) =>
  sql`insert into tariff_note ${sql({
    actorName: 'Fælles',
    recordedAt: new Date(),
    ...note,
    text: note.text ?? '',
    year: note.year ?? null,
    value: note.value ?? null,
    unit: note.unit ?? null,
    precise: note.precise ?? true,
    days: note.days ?? null,
    actorId: note.actorId ?? null,
  })}`

const columns = (sql: Sql) => sql`
  id, topic, key, year, label, text, value::float8 as value, unit, precise, days, valid_from, source, actor_name, recorded_at`

/** What holds on a day: the newest of each key, and of each year where there is one. */
export const notesOn = (sql: Sql, day: string): Promise<Note[]> => sql<Note[]>`
  select * from (select distinct on (topic, key, year) ${columns(sql)} from tariff_note where valid_from <= ${day}
    order by topic, key, year, valid_from desc, id desc) n
  order by topic, year desc nulls last, label collate danish`
