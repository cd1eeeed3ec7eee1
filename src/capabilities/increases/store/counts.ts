import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'

/** How many increases have been found, sent to Socialtilsyn Øst and closed by the end of a day. */
export type IncreaseCounts = { found: number; sent: number; closed: number; examples: number }

export async function increaseCounts(sql: Sql, day: Day): Promise<IncreaseCounts> {
  const did = (kind: 'sent' | 'closed') => sql`
    count(*) filter (where exists (select from increase_step s where s.case_id = c.id and s.kind = ${kind} and s.day <= ${day}))`
  const [row] = await sql<IncreaseCounts[]>`
    select count(*) as found, ${did('sent')} as sent, ${did('closed')} as closed, count(*) filter (where c.example) as examples
    from increase_case c where c.found_on <= ${day}`
  return row ?? { found: 0, sent: 0, closed: 0, examples: 0 }
}
