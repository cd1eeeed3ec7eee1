import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Actor } from '../access.ts'
import type { Action, Ask, Outcome } from './action.ts'
import { announceChange, codeOf, type Database, isLost, type Sql } from './db.ts'
import { Absent } from './values/refusal.ts'

/** The database did not take the deed, and we know it: nothing was saved. */
export class NotSaved extends Error {
  override readonly name = 'NotSaved'
}

/** The database went away while we asked it to save, and has not come back: it may be saved or not. */
export class Uncertain extends Error {
  override readonly name = 'Uncertain'
}

export type Done = { key: string; next: string; outcome?: Outcome }

/**
 * The key a deed is stored under: the form's own key and what was sent in it. The same form sent twice is one deed; the same
 * form sent again with something else in it (after the browser's back button) is another.
 */
export function deedKey(formKey: string, path: string, content: unknown): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([formKey, path, content]))
    .digest('hex')
  return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-8$4-$5')
}

/**
 * Does a deed once: load, rule, store and the audit row, in one serializable transaction, under a lock on its key. When the
 * answer to COMMIT is lost, the key is looked up, behind the same lock, so that a commit still under way is waited for.
 */
export async function perform(database: Database, action: Action, ask: Ask, input: unknown, key: string): Promise<Done> {
  try {
    return await database.deed(async (sql) => (await doneBefore(sql, key)) ?? (await doNow(sql, action, ask, input, key)))
  } catch (error) {
    if (isLost(error) || (codeOf(error) === '23505' && constraintOf(error) === 'deed_key_key')) return await settle(database, key)
    throw error
  }
}

async function doneBefore(sql: Sql, key: string): Promise<Done | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`
  const [done] = await sql<{ next: string }[]>`select next from deed where key = ${key}`
  return done && { key, next: done.next }
}

async function doNow(sql: Sql, action: Action, ask: Ask, input: unknown, key: string): Promise<Done> {
  const inside = { ...ask, db: sql }
  const loaded = await action.load(inside)
  if (loaded === undefined || !action.submit) throw new Absent()
  const outcome = await action.submit(inside, input, loaded)
  const doneBy = outcome.doneBy ?? ask.actor
  await record(sql, { ...ask, actor: doneBy }, { key, name: `${action.may} ${action.path}`, outcome })
  await announceChange(sql)
  return { key, next: outcome.next, outcome }
}

/** The audit row, written in the transaction of what it tells of. */
export const record = (
  sql: Sql,
  { actor, now, requestId }: Pick<Ask, 'actor' | 'now' | 'requestId'>,
  { key, name, outcome }: { key: string; name: string; outcome: Outcome },
) => sql`
  insert into deed ${sql({
    key,
    at: now,
    name,
    subject: outcome.subject,
    actorId: actor.id ?? null,
    actorName: actor.name,
    actorRoles: rolesOf(actor),
    detail: sql.json((outcome.detail ?? {}) as never),
    next: outcome.next,
    said: outcome.said ?? null,
    requestId,
  })}`

const rolesOf = ({ grants }: Actor) => [...new Set(grants.map(({ role }) => role))].join(', ') || 'citizen'

async function lookUp(database: Database, key: string): Promise<Done> {
  const done = await database.deed((sql) => doneBefore(sql, key))
  if (!done) throw new NotSaved()
  return done
}

const PAUSE_MS = 400

/** Looks the key up until the database answers or our patience ends; a database that takes the call and says nothing does not hold us longer. */
async function settle(database: Database, key: string): Promise<Done> {
  const until = Date.now() + database.patienceMs
  while (Date.now() < until) {
    const found = await Promise.race([lookUp(database, key).catch(lost), wait(until - Date.now())])
    if (found) return found
    await wait(PAUSE_MS)
  }
  throw new Uncertain()
}

const lost = (error: unknown): undefined => {
  if (!isLost(error)) throw error
}

const constraintOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'constraint_name' in error ? error.constraint_name : undefined
