import type { Sql } from '../../platform/db.ts'
import { examples } from './examples.ts'

export type Count = { label: string; count: number }

/** What there is of each kind, those of which there is none left out. */
export async function examplesNow(sql: Sql): Promise<Count[]> {
  const counts: Count[] = []
  for (const { label, count } of examples) counts.push({ label, count: await count(sql) })
  return counts.filter(({ count }) => count > 0)
}

/** Is there anything invented to be read on the pages? */
export async function hasExamples(sql: Sql): Promise<boolean> {
  for (const { count, incidental } of examples) if (!incidental && (await count(sql)) > 0) return true
  return false
}

/** Takes every kind away, the last invented first, so that nothing is left hanging on what is gone. */
export async function removeExamples(sql: Sql): Promise<void> {
  for (const { remove } of examples.toReversed()) await remove(sql)
  const left = await examplesNow(sql)
  if (left.length > 0) throw new Error(`examples left: ${left.map(({ label }) => label).join(', ')}`)
}

/** What people have written themselves, which no removal touches. */
export async function realNow(sql: Sql): Promise<Count[]> {
  const [row] = await sql<{ reports: number; cycles: number; snapshots: number }[]>`
    select (select count(*) from status_report where not example) as reports,
      (select count(*) from cycle where not example) as cycles,
      (select count(*) from snapshot where not example) as snapshots`
  return [
    { label: 'statusindberetninger', count: row?.reports ?? 0 },
    { label: 'forbedringsforløb', count: row?.cycles ?? 0 },
    { label: 'øjebliksbilleder', count: row?.snapshots ?? 0 },
  ]
}

export type Removal = { at: Date; actorName: string }

/** The deed that took the examples away, if there was one. */
export async function removalOf(sql: Sql): Promise<Removal | undefined> {
  const [removal] = await sql<Removal[]>`
    select at, actor_name from deed where name like 'examples.remove %' order by at desc limit 1`
  return removal
}
