import postgres from 'postgres'
import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { type ChangeKind, type Groups, type Of, rowJson, type Subject, tables } from './journal.ts'

/** Many rows at once, each with its change in the journal, as when somebody's register is brought in. Search rows are the caller's. */

type Fields = Readonly<Record<string, unknown>>
/** What is told of one change among many. */
export type Written = { id: number; fields: Fields; of: Of; kind: ChangeKind; validFrom: Day; source: string }
/** What belongs to the rows and must be there before they are written down: the target groups of lines. */
type Then = (sql: Sql) => Promise<void>
const nothing: Then = async () => {}
type Signed = { actorId: number | undefined; actorName: string; now: Date }

const told = ['source', 'source_url', 'as_of', 'as_of_day']
const columns: Record<Subject, readonly string[]> = {
  operator: ['party_id', 'name', 'ownership', 'cvr', 'p_number', 'ean', 'website', 'mailbox', 'note', ...told],
  offer: [
    ...[
      'operator_id',
      'name',
      'portal_id',
      'address',
      'municipality_code',
      'website',
      'mailbox',
      'status',
      'opens_on',
      'closes_on',
    ],
    ...['note', ...told],
  ],
  unit: ['offer_id', 'name', 'portal_id', 'p_number', 'address', 'municipality_code', 'note', 'position', ...told],
  line: [
    ...[
      'unit_id',
      'label',
      'kind',
      'bases',
      'basis_evidence',
      'group_text',
      'age_from',
      'age_to',
      'valid_from',
      'valid_until',
      'note',
    ],
    ...told,
  ],
  count: ['place_line_id', 'approved', 'in_use', 'budgeted_occupancy', 'valid_from', 'valid_until', ...told],
  price: ['unit_id', 'place_line_id', 'label', 'amount_ore', 'per', 'year', 'withdrawn', 'note', ...told],
}

/** Numbers for rows that are yet to be added, so that one row can point to another of the same batch. */
export async function reserve(sql: Sql, subject: Subject, count: number): Promise<number[]> {
  if (count === 0) return []
  const rows = await sql<{ id: number }[]>`
    select nextval(pg_get_serial_sequence(${tables[subject]}, 'id')) as id from generate_series(1, ${count})`
  return rows.map(({ id }) => id)
}

/** As the columns are called, and nothing where nothing is told. */
const asColumns = (id: number, fields: Fields) => ({
  id,
  ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [postgres.fromCamel(name), value ?? null])),
})

/** Adds rows under the numbers that were reserved for them. */
export async function addMany(
  sql: Sql,
  subject: Subject,
  rows: readonly Written[],
  signed: Signed,
  then: Then = nothing,
): Promise<void> {
  if (rows.length === 0) return
  const names = ['id', ...columns[subject]]
  const values = rows.map(({ id, fields }) => asColumns(id, fields))
  await sql`
    insert into ${sql(tables[subject])} (${sql(names)}, recorded_at) overriding system value
    select ${sql(names)}, ${signed.now} from jsonb_populate_recordset(null::${sql(tables[subject])}, ${sql.json(values as never)})`
  await then(sql)
  await write(sql, subject, rows, new Map(), signed)
}

/** Changes the named columns of rows, `undefined` to nothing. No row may stand there twice. */
export async function changeMany(
  sql: Sql,
  subject: Subject,
  rows: readonly Written[],
  signed: Signed,
  then: Then = nothing,
): Promise<void> {
  if (rows.length === 0) return
  const before = await rowsBefore(sql, subject, rows)
  const names = columns[subject]
  const set = names.flatMap((name, at) => [at === 0 ? sql`` : sql`, `, sql`${sql(name)} = r.${sql(name)}`])
  const next = subject === 'count' ? sql`` : sql`, version = t.version + 1`
  const patches = sql.json(rows.map(({ id, fields }) => ({ id, patch: asColumns(id, fields) })) as never)
  await sql`
    update ${sql(tables[subject])} t set ${set}, recorded_at = ${signed.now} ${next}
    from (
      select r.* from jsonb_to_recordset(${patches}) as p(id bigint, patch jsonb)
      join ${sql(tables[subject])} old on old.id = p.id, lateral jsonb_populate_record(old, p.patch) r
    ) r where t.id = r.id`
  await then(sql)
  await write(sql, subject, rows, before, signed)
}

async function rowsBefore(sql: Sql, subject: Subject, rows: readonly Written[]): Promise<Map<number, unknown>> {
  const ids = rows.map(({ id }) => id)
  const found = await sql<{ id: number; row: unknown }[]>`
    select t.id, ${rowJson(sql, subject)} as row from ${sql(tables[subject])} t where t.id = any(${ids})`
  return new Map(found.map(({ id, row }) => [id, row]))
}

/** Sets target groups of many lines. */
export async function setGroupsMany(sql: Sql, lines: readonly { id: number; groups: Groups }[]): Promise<void> {
  if (lines.length === 0) return
  const ids = lines.map(({ id }) => id)
  const rows = lines.flatMap(({ id, groups }) =>
    groups.map(({ termId, ageFrom, ageTo }) => ({ id, termId, ageFrom: ageFrom ?? null, ageTo: ageTo ?? null })),
  )
  await sql`delete from place_group where place_line_id = any(${ids})`
  await sql`
    insert into place_group (place_line_id, term_id, age_from, age_to)
    select * from jsonb_to_recordset(${sql.json(rows as never)}) as x(id bigint, "termId" bigint, "ageFrom" int, "ageTo" int)`
}

async function write(
  sql: Sql,
  subject: Subject,
  rows: readonly Written[],
  before: ReadonlyMap<number, unknown>,
  { actorId, actorName, now }: Signed,
): Promise<void> {
  const changes = rows.map(({ id, of, kind, validFrom, source }) => ({
    id,
    offerId: subject === 'offer' ? id : (of.offerId ?? null),
    operatorId: subject === 'operator' ? id : (of.operatorId ?? null),
    kind,
    validFrom,
    source,
    before: before.get(id) ?? null,
  }))
  await sql`
    insert into offer_change (subject, subject_id, offer_id, operator_id, kind, valid_from, before, after, source, actor_id, actor_name, recorded_at)
    select ${subject}, t.id, c."offerId", c."operatorId", c.kind, c."validFrom", nullif(c.before, 'null'), ${rowJson(sql, subject)}, c.source,
      ${actorId ?? null}, ${actorName}, ${now}
    from jsonb_to_recordset(${sql.json(changes as never)}) as c(id bigint, "offerId" bigint, "operatorId" bigint, kind text,
      "validFrom" date, source text, before jsonb)
    join ${sql(tables[subject])} t on t.id = c.id`
}
