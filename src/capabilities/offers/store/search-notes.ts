import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'

/** What other rooms know of places and the finding shows: written into the search row, in the deed that changes it. */

export type LineVacancy = {
  lineId: number
  /** undefined: not told, which is not 0. */
  freePlaces: number | undefined
  freeFrom: Day | undefined
  /** The day on which somebody last stood by it. */
  confirmedOn: Day | undefined
  /** Is any of it invented? */
  example?: boolean | undefined
}

/** What is known of free places in some place lines now. */
export const noteVacancies = (sql: Sql, vacancies: readonly LineVacancy[]) => sql`
  update offer_search s set free_places = v.free_places, free_from = v.free_from, confirmed_on = v.confirmed_on,
    free_example = coalesce(v.example, false)
  from jsonb_to_recordset(${sql.json(vacancies.map(rowOf) as never)}) as v (
    line_id bigint, free_places int, free_from date, confirmed_on date, example boolean)
  where s.line_id = v.line_id and s.status <> 'closed'`

const rowOf = ({ lineId, freePlaces, freeFrom, confirmedOn, example }: LineVacancy) => ({
  line_id: lineId,
  free_places: freePlaces,
  free_from: freeFrom,
  confirmed_on: confirmedOn,
  example,
})

/** Which offers stand on the list of the most specialised now; every other is off it. */
export async function noteSpecialised(sql: Sql, offerIds: readonly number[]): Promise<void> {
  const on = offerIds as number[]
  await sql`update offer set specialised = id = any(${on}) where specialised is distinct from (id = any(${on}))`
  await sql`update offer_search set specialised = offer_id = any(${on}) where specialised is distinct from (offer_id = any(${on}))`
}
