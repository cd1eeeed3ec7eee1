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
export async function noteVacancies(sql: Sql, vacancies: readonly LineVacancy[]): Promise<void> {
  for (const { lineId, freePlaces, freeFrom, confirmedOn, example } of vacancies)
    await sql`
      update offer_search set free_places = ${freePlaces ?? null}, free_from = ${freeFrom ?? null}, confirmed_on = ${confirmedOn ?? null},
        free_example = ${example ?? false}
      where line_id = ${lineId}`
}

/** Which offers stand on the list of the most specialised now; every other is off it. */
export const noteSpecialised = (sql: Sql, offerIds: readonly number[]) => sql`
  update offer_search set specialised = offer_id = any(${offerIds as number[]})
  where specialised is distinct from (offer_id = any(${offerIds as number[]}))`
