import { createHash } from 'node:crypto'
import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'
import { membersOn } from '../parties/index.ts'
import { planOn } from '../plan/index.ts'
import { latestOn } from '../progress/index.ts'
import { holdsExample, type Standing, standingOf } from './standing.ts'

/** A standing the secretariat has frozen; it cannot change afterwards. Danish: øjebliksbillede. */
export type Snapshot = {
  id: number
  slug: string
  title: string
  day: Day
  frozenAt: Date
  actorName: string
  sha256: string
  example: boolean
}

/** How everything stands on a day, read now. */
export async function standingOn(sql: Sql, day: Day): Promise<Standing> {
  const [plan, members, reports] = await Promise.all([planOn(sql, day), membersOn(sql, day), latestOn(sql, day)])
  return standingOf(plan, members, reports)
}

export const allSnapshots = (sql: Sql): Promise<Snapshot[]> =>
  sql<Snapshot[]>`select id, slug, title, day, frozen_at, actor_name, sha256, example from snapshot order by day desc, id desc`

export async function snapshotWith(sql: Sql, slug: string): Promise<(Snapshot & { content: Standing }) | undefined> {
  const [row] = await sql<(Snapshot & { content: Standing })[]>`
    select id, slug, title, day, frozen_at, actor_name, sha256, example, content from snapshot where slug = ${slug}`
  return row
}

type New = { slug: string; title: string; content: Standing; frozenAt: Date; actorId: number | undefined; actorName: string }

export async function freeze(sql: Sql, { content, actorId, ...rest }: New): Promise<void> {
  const sha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  await sql`insert into snapshot ${sql({ ...rest, day: content.day, actorId: actorId ?? null, content: sql.json(content as never), sha256, example: holdsExample(content) })}`
}

async function countExamples(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from snapshot where example`
  return row?.count ?? 0
}

/** A snapshot that holds an invented report goes with the example data; no other ever does. */
export const exampleSnapshots = {
  label: 'øjebliksbilleder, der indeholder eksempler',
  count: countExamples,
  async remove(sql: Sql): Promise<void> {
    await sql`select set_config('faelles.removing_examples', 'yes', true)`
    await sql`delete from snapshot where example`
  },
}
