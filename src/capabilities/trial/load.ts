import type { Sql } from '../../platform/db.ts'
import { examples } from './examples.ts'
import { removalOf } from './store.ts'

/** Invents what the trial edition shows, once: not when there is some already, and never again after it was removed. */
export async function loadTrial(sql: Sql): Promise<void> {
  if (await removalOf(sql)) return
  for (const { count, load } of examples) if (load && (await count(sql)) === 0) await load(sql)
}
