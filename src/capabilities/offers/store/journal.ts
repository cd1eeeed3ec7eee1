import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'

export const tables = {
  operator: 'operator',
  offer: 'offer',
  unit: 'offer_unit',
  line: 'place_line',
  count: 'place_count',
  price: 'offer_price',
} as const

export type Subject = keyof typeof tables

export type ChangeKind =
  | 'created'
  | 'corrected'
  | 'renamed'
  | 'moved'
  | 'closed'
  | 'ended'
  | 'split'
  | 'merged'
  | 'imported'
  | 'withdrawn'

/** Who changes something, from which day it holds, and where it is known from. */
export type Entry = {
  kind: ChangeKind
  validFrom: Day
  source: string
  actorId: number | undefined
  actorName: string
  now: Date
  example?: boolean
}

/** Whose history a change stands in. */
export type Of = { offerId?: number | undefined; operatorId?: number | undefined }

/** A row as the journal keeps it: its columns, and for a place line its target groups. */
export const rowJson = (sql: Sql, subject: Subject) =>
  subject === 'line'
    ? sql`to_jsonb(t) - 'recorded_at' || jsonb_build_object('groups', coalesce((
        select jsonb_agg(jsonb_build_object('termId', g.term_id, 'label', term.label, 'ageFrom', g.age_from, 'ageTo', g.age_to)
          order by term.position, term.id)
        from place_group g join term on term.id = g.term_id where g.place_line_id = t.id), '[]'))`
    : sql`to_jsonb(t) - 'recorded_at'`

const rowOf = async (sql: Sql, subject: Subject, id: number): Promise<unknown> => {
  const [found] = await sql<{ row: unknown }[]>`
    select ${rowJson(sql, subject)} as row from ${sql(tables[subject])} t where t.id = ${id}`
  return found?.row
}

type Fields = Record<string, unknown>

const self = (subject: Subject, id: number): Of =>
  subject === 'offer' ? { offerId: id } : subject === 'operator' ? { operatorId: id } : {}

/** Adds a row and writes it down; `groups` are a place line's target groups. */
export async function add(sql: Sql, subject: Subject, fields: Fields, of: Of, entry: Entry, groups?: Groups): Promise<number> {
  const own = { source: entry.source, ...fields, example: entry.example ?? false, recordedAt: entry.now }
  const [row] = await sql<{ id: number }[]>`insert into ${sql(tables[subject])} ${sql(own)} returning id`
  if (!row) throw new Error(`no ${subject} was added`)
  if (groups) await setGroups(sql, row.id, groups)
  await write(sql, subject, row.id, { before: undefined, of: { ...of, ...self(subject, row.id) }, entry })
  return row.id
}

/** Changes the named columns, `undefined` to nothing, and writes down how the row was and is. */
export async function change(
  sql: Sql,
  subject: Subject,
  id: number,
  fields: Fields,
  of: Of,
  entry: Entry,
  groups?: Groups,
): Promise<void> {
  const before = await rowOf(sql, subject, id)
  const own = { ...fields, recordedAt: entry.now }
  const next = subject === 'count' ? sql`` : sql`, version = version + 1`
  await sql`update ${sql(tables[subject])} set ${sql(own)} ${next} where id = ${id}`
  if (groups) await setGroups(sql, id, groups)
  await write(sql, subject, id, { before, of, entry })
}

export type Groups = readonly { termId: number; ageFrom: number | undefined; ageTo: number | undefined }[]

async function setGroups(sql: Sql, placeLineId: number, groups: Groups): Promise<void> {
  await sql`delete from place_group where place_line_id = ${placeLineId}`
  if (groups.length === 0) return
  const rows = groups.map(({ termId, ageFrom, ageTo }) => ({
    placeLineId,
    termId,
    ageFrom: ageFrom ?? null,
    ageTo: ageTo ?? null,
  }))
  await sql`insert into place_group ${sql(rows)}`
}

type Written = { before: unknown; of: Of; entry: Entry }

async function write(sql: Sql, subject: Subject, subjectId: number, { before, of, entry }: Written): Promise<void> {
  const { now, actorId, example, ...rest } = entry
  await sql`insert into offer_change ${sql({
    ...rest,
    subject,
    subjectId,
    offerId: of.offerId ?? null,
    operatorId: of.operatorId ?? null,
    before: before === undefined ? null : sql.json(before as never),
    after: sql.json((await rowOf(sql, subject, subjectId)) as never),
    actorId: actorId ?? null,
    example: example ?? false,
    recordedAt: now,
  })}`
}

/** A change as a history shows it, newest first. `before` and `after` have the columns' own names. */
export type Change = {
  id: number
  subject: Subject | 'usage'
  subjectId: number
  kind: ChangeKind
  validFrom: Day
  before: Fields | undefined
  after: Fields
  source: string
  actorName: string
  example: boolean
  recordedAt: Date
}

export const changesOf = (sql: Sql, { offerId, operatorId }: Of, limit = 200): Promise<Change[]> => sql<Change[]>`
  select id, subject, subject_id, kind, valid_from, before, after, source, actor_name, example, recorded_at
  from offer_change
  where ${offerId === undefined ? sql`operator_id = ${operatorId ?? 0} and offer_id is null` : sql`offer_id = ${offerId}`}
  order by id desc limit ${limit}`

/** What has been done to one thing, newest first. */
export const changesTo = (sql: Sql, subject: Subject, id: number): Promise<Change[]> => sql<Change[]>`
  select id, subject, subject_id, kind, valid_from, before, after, source, actor_name, example, recorded_at
  from offer_change where subject = ${subject} and subject_id = ${id} order by id desc limit 50`
