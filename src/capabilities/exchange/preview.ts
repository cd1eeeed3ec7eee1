import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'
import { allSources, bookOf, planFields, sourceText } from '../plan/index.ts'
import { type Draft, MOST_SHOWN } from './draft.ts'
import { namesOfBodies } from './outgoing.ts'
import { cellText } from './plan-sheet.ts'
import { factChanges } from './store/plan.ts'
import { type StatusChange, statusChanges } from './store/status.ts'

export type FactPreview = {
  number: number
  key: string
  field: string
  value: string
  before: string | undefined
  day: Day
  source: string
}

/** What confirming a file will do, row by row, as people read it. Danish: forhåndsvisning. */
export type Preview = { statuses: StatusChange[]; facts: FactPreview[] }

export async function previewOf(sql: Sql, { id, state, result }: Draft): Promise<Preview> {
  if (state !== 'ready' || !result || result.wrong > 0) return { statuses: [], facts: [] }
  const statuses = result.status ? await statusChanges(sql, id, MOST_SHOWN) : []
  const facts = result.plan ? await factChanges(sql, id, MOST_SHOWN) : []
  if (facts.length === 0) return { statuses, facts: [] }
  const [names, sources] = await Promise.all([namesOfBodies(sql), allSources(sql)])
  const book = bookOf(sources)
  return {
    statuses,
    facts: facts.map(({ field, value, before, sources: said, ...fact }) => ({
      ...fact,
      field: planFields[field].label,
      value: cellText(field, value, names),
      before: before === undefined ? undefined : cellText(field, before, names),
      source: sourceText(said, book),
    })),
  }
}
