import type { Sql } from '../../../platform/db.ts'
import type { Draft, Result, Scope } from '../draft.ts'

/** The jobs that read a file and write what was confirmed of it. */
export const CHECK = 'exchange.check'
export const WRITE = 'exchange.write'

type New = { personId: number; scope: Scope; fileName: string; size: number; createdAt: Date }

const PIECE = 1024 * 1024

/** Keeps a file in pieces, so that neither a statement nor the program carries all of it once more. */
export async function addDraft(sql: Sql, draft: New, file: Blob): Promise<string> {
  const [row] = await sql<
    { id: string }[]
  >`insert into import_draft ${sql({ ...draft, scope: sql.json(draft.scope) })} returning id`
  if (!row) throw new Error('insert gave no id')
  await sql`insert into import_progress (draft_id) values (${row.id})`
  for (let number = 0; number * PIECE < file.size; number++) {
    const bytes = Buffer.from(await file.slice(number * PIECE, (number + 1) * PIECE).arrayBuffer())
    await sql`insert into import_piece (draft_id, number, bytes) values (${row.id}, ${number}, ${bytes})`
  }
  return row.id
}

export async function draftWith(sql: Sql, id: string): Promise<Draft | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined
  const [draft] = await sql<Draft[]>`
    select d.*, p.value, p.total from import_draft d join import_progress p on p.draft_id = d.id where d.id = ${id}`
  return draft
}

/** The file as it was sent. */
export async function bytesOf(sql: Sql, id: string, size: number): Promise<Uint8Array> {
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

/** Begins to read the file from the start: what an earlier try has left goes. */
export async function beginChecking(sql: Sql, id: string): Promise<void> {
  await sql`delete from import_status where draft_id = ${id}`
  await sql`delete from import_fact where draft_id = ${id}`
  await tell(sql, id, 0, 0)
}

export const setReady = (sql: Sql, id: string, result: Result) =>
  sql`update import_draft set state = 'ready', result = ${sql.json(result as never)} where id = ${id} and state = 'waiting'`

export const setRefused = (sql: Sql, id: string, refusal: string) =>
  sql`update import_draft set state = 'refused', refusal = ${refusal} where id = ${id} and state in ('waiting', 'writing')`

/** The preview must be made again, since what it builds on has changed. */
export const setWaiting = (sql: Sql, id: string) =>
  sql`update import_draft set state = 'waiting', checked_again = true, result = null, confirmed_at = null where id = ${id}`

export const setWriting = (sql: Sql, id: string, at: Date) =>
  sql`update import_draft set state = 'writing', confirmed_at = ${at} where id = ${id}`

/** What was read is in its place now; the file and the rows are not needed any more. */
export async function setDone(sql: Sql, id: string): Promise<void> {
  await sql`update import_draft set state = 'done' where id = ${id}`
  await sql`delete from import_piece where draft_id = ${id}`
}

export type DraftLine = Pick<Draft, 'id' | 'fileName' | 'state' | 'result' | 'createdAt'>

/** A person's files, the newest first. */
export const draftsOf = (sql: Sql, personId: number): Promise<DraftLine[]> => sql<DraftLine[]>`
  select id, file_name, state, result, created_at from import_draft where person_id = ${personId} order by created_at desc limit 20`

export const remove = (sql: Sql, id: string) => sql`delete from import_draft where id = ${id}`

export const removeBefore = (sql: Sql, instant: Date) => sql`delete from import_draft where created_at < ${instant}`
