import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'
import type { LegalBasis } from './legal-basis.ts'
import type { Term, TermKind } from './term.ts'

const basisColumns = (sql: Sql) => sql`
  key, code, act, section, title, audience, form, in_agreement, agreement_note, valid_from, valid_until, successor_key, source,
  confirmed, note, version`

/** Every provision there is or was, in the order of the acts. */
export const legalBases = (sql: Sql): Promise<LegalBasis[]> =>
  sql<LegalBasis[]>`select ${basisColumns(sql)} from legal_basis order by position, code`

export async function legalBasisWith(sql: Sql, key: string): Promise<LegalBasis | undefined> {
  const [basis] = await sql<LegalBasis[]>`select ${basisColumns(sql)} from legal_basis where key = ${key}`
  return basis
}

const termColumns = (sql: Sql) => sql`
  id, uuid, system, code, kind, label, definition, parent_id, source, source_url, system_version, valid_from, valid_until,
  approved_by, approved_on, version`

/** Terms of a kind, those that have ended too; parents before children, else in Danish order. */
export const termsOf = (sql: Sql, kind?: TermKind): Promise<Term[]> => sql<Term[]>`
  select ${termColumns(sql)} from term ${kind ? sql`where kind = ${kind}` : sql``}
  order by system, position, label collate danish`

/** The target groups a place line can be for on a day: our own list and what has been imported. */
export const targetGroupsOn = (sql: Sql, day: Day): Promise<Term[]> => sql<Term[]>`
  select ${termColumns(sql)} from term
  where kind = 'target_group' and coalesce(valid_from, '-infinity') <= ${day}::date and ${day}::date < coalesce(valid_until, 'infinity')
  order by system <> 'own', position, label collate danish`

export async function termWith(sql: Sql, id: number): Promise<Term | undefined> {
  const [term] = await sql<Term[]>`select ${termColumns(sql)} from term where id = ${id}`
  return term
}

/** A change as the history shows it. */
export type TermChange = {
  id: number
  kind: 'added' | 'corrected' | 'approved' | 'imported' | 'ended' | 'returned'
  before: Record<string, unknown> | undefined
  after: Record<string, unknown>
  source: string
  actorName: string
  recordedAt: Date
}

export const historyOf = (sql: Sql, subject: string): Promise<TermChange[]> => sql<TermChange[]>`
  select id, kind, before, after, source, actor_name, recorded_at from term_change where subject = ${subject} order by id desc`

/** Who writes, when, and where they have it from. */
export type Entry = { kind: TermChange['kind']; source: string; actorId: number | undefined; actorName: string; now: Date }

const record = (sql: Sql, subject: string, change: { before: unknown; after: unknown }, { now, actorId, ...entry }: Entry) => sql`
  insert into term_change ${sql({
    subject,
    before: change.before === undefined ? null : sql.json(change.before as never),
    after: sql.json(change.after as never),
    ...entry,
    actorId: actorId ?? null,
    recordedAt: now,
  })}`

type NewTerm = Pick<Term, 'system' | 'code' | 'kind' | 'label' | 'source'> &
  Partial<Pick<Term, 'definition' | 'parentId' | 'sourceUrl' | 'systemVersion' | 'validFrom'>> & { position?: number }

export async function addTerm(sql: Sql, term: NewTerm, entry: Entry): Promise<number> {
  const [row] = await sql<{ id: number; after: unknown }[]>`
    insert into term ${sql({ ...term, recordedAt: entry.now })} returning id, to_jsonb(term) as after`
  if (!row) throw new Error('a term was not added')
  await record(sql, `term:${row.id}`, { before: undefined, after: row.after }, entry)
  return row.id
}

type Changed = Partial<
  Pick<
    Term,
    'label' | 'definition' | 'source' | 'sourceUrl' | 'validUntil' | 'parentId' | 'systemVersion' | 'approvedBy' | 'approvedOn'
  >
> & { approvedAt?: Date | undefined; approverId?: number | undefined; kind?: TermKind }

/** Sets what is named, `undefined` to nothing; how it stood before goes into the history. */
export async function changeTerm(sql: Sql, id: number, changed: Changed, entry: Entry): Promise<void> {
  const [before] = await sql<{ row: unknown }[]>`select to_jsonb(term) as row from term where id = ${id}`
  const [after] = await sql<{ row: unknown }[]>`
    update term set ${sql(changed)}, version = version + 1, recorded_at = ${entry.now} where id = ${id} returning to_jsonb(term) as row`
  if (after) await record(sql, `term:${id}`, { before: before?.row, after: after.row }, entry)
}

/** Corrects a provision; its key never changes. */
export async function changeBasis(sql: Sql, key: string, changed: Partial<Omit<LegalBasis, 'key' | 'version'>>, entry: Entry) {
  const [before] = await sql<{ row: unknown }[]>`select to_jsonb(legal_basis) as row from legal_basis where key = ${key}`
  const [after] = await sql<{ row: unknown }[]>`
    update legal_basis set ${sql(changed)}, version = version + 1, recorded_at = ${entry.now} where key = ${key}
    returning to_jsonb(legal_basis) as row`
  if (after) await record(sql, `legal_basis:${key}`, { before: before?.row, after: after.row }, entry)
}

export async function addBasis(sql: Sql, basis: Omit<LegalBasis, 'version'> & { position: number }, entry: Entry): Promise<void> {
  const [row] = await sql<{ after: unknown }[]>`
    insert into legal_basis ${sql({ ...basis, recordedAt: entry.now })} on conflict (key) do nothing returning to_jsonb(legal_basis) as after`
  if (row) await record(sql, `legal_basis:${basis.key}`, { before: undefined, after: row.after }, entry)
}
