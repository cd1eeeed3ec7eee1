import type { Sql } from '../db.ts'
import type { Draft } from './draft.ts'

type New = { kind: string; personId: number; scope: unknown; fileName: string; size: number; createdAt: Date }

const PIECE = 1024 * 1024

/** Keeps a file in pieces, so that neither a statement nor the program carries all of it once more. */
export async function addDraft(sql: Sql, draft: New, file: Blob): Promise<string> {
  const [row] = await sql<
    { id: string }[]
  >`insert into import_draft ${sql({ ...draft, fileName: draft.fileName.slice(0, 200), scope: sql.json(draft.scope as never) })} returning id`
  if (!row) throw new Error('insert gave no id')
  await sql`insert into import_progress (draft_id) values (${row.id})`
  for (let number = 0; number * PIECE < file.size; number++) {
    const bytes = Buffer.from(await file.slice(number * PIECE, (number + 1) * PIECE).arrayBuffer())
    await sql`insert into import_piece (draft_id, number, bytes) values (${row.id}, ${number}, ${bytes})`
  }
  return row.id
}

/** The draft of that kind; what a room keeps in `scope`, `result` and `survey` it knows itself. */
export async function draftWith<Kept extends Draft>(sql: Sql, kind: string, id: string): Promise<Kept | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined
  const [draft] = await sql<Kept[]>`
    select d.*, p.value, p.total from import_draft d join import_progress p on p.draft_id = d.id where d.id = ${id} and d.kind = ${kind}`
  return draft
}

/** Under which a draft's one job stands in the queue. */
export const jobKey = (id: string): string => `incoming:${id}`

/** Drafts that wait for a job which is not there, or has been tried as often as it may. */
export async function givenUp(sql: Sql, kind: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from import_draft d
    where kind = ${kind} and state in ('waiting', 'writing') and not exists (
      select from graphile_worker.jobs j
      where j.key = ${jobKey('')} || d.id and (j.attempts < j.max_attempts or j.locked_at is not null))`
  return rows.map(({ id }) => id)
}

/** The file as it was sent. */
export async function bytesOf(sql: Sql, { id, size }: Pick<Draft, 'id' | 'size'>): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  let at = 0
  for (let number = 0; at < size; number++) {
    const [piece] = await sql<
      { bytes: Uint8Array }[]
    >`select bytes from import_piece where draft_id = ${id} and number = ${number}`
    if (!piece) throw new Error(`piece ${number} of ${id} is not there`)
    bytes.set(piece.bytes, at)
    at += piece.bytes.length
  }
  return bytes
}

export const tell = (sql: Sql, id: string, value: number, total: number) =>
  sql`update import_progress set value = ${value}, total = ${total} where draft_id = ${id}`

export const setReady = (sql: Sql, id: string, result: unknown) =>
  sql`update import_draft set state = 'ready', result = ${sql.json(result as never)} where id = ${id} and state = 'waiting'`

/** A person must say what the columns are. */
export const setAsking = (sql: Sql, id: string, survey: unknown) =>
  sql`update import_draft set state = 'asking', survey = ${sql.json(survey as never)} where id = ${id} and state = 'waiting'`

export const setSurvey = (sql: Sql, id: string, survey: unknown) =>
  sql`update import_draft set survey = ${sql.json(survey as never)} where id = ${id}`

/** Nobody reads it any more, so neither does it lie there. */
export async function setRefused(sql: Sql, id: string, refusal: string): Promise<void> {
  await sql`update import_draft set state = 'refused', refusal = ${refusal} where id = ${id} and state in ('waiting', 'writing')`
  await forgetFile(sql, id)
}

export const forgetFile = (sql: Sql, id: string) => sql`delete from import_piece where draft_id = ${id}`

/** It is to be read again: what it builds on has changed, or how it is read. */
export const setWaiting = (sql: Sql, id: string, { checkedAgain = true } = {}) =>
  sql`update import_draft set state = 'waiting', checked_again = ${checkedAgain}, result = null, confirmed_at = null where id = ${id}`

export const setWriting = (sql: Sql, id: string, at: Date) =>
  sql`update import_draft set state = 'writing', confirmed_at = ${at} where id = ${id}`

/** What was read is in its place now; the file is not needed any more. */
export async function setDone(sql: Sql, id: string): Promise<void> {
  await sql`update import_draft set state = 'done' where id = ${id}`
  await forgetFile(sql, id)
}

export type DraftLine<Result = unknown> = Pick<Draft<unknown, Result>, 'id' | 'fileName' | 'state' | 'result' | 'createdAt'>

/** A person's files of a kind, the newest first. */
export const draftsOf = <Result>(sql: Sql, kind: string, personId: number): Promise<DraftLine<Result>[]> => sql<
  DraftLine<Result>[]
>`
  select id, file_name, state, result, created_at from import_draft where kind = ${kind} and person_id = ${personId}
  order by created_at desc limit 20`

export const remove = (sql: Sql, id: string) => sql`delete from import_draft where id = ${id}`

export const removeBefore = (sql: Sql, kind: string, instant: Date) =>
  sql`delete from import_draft where kind = ${kind} and created_at < ${instant}`
