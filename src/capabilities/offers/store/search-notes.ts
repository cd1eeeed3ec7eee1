import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'

/** What other rooms know of a unit and the finding shows: written into the search row, in the deed that changes it. */

export type UnitVacancy = {
  unitId: number
  /** undefined: not told, which is not 0. */
  freePlaces: number | undefined
  freeFrom: Day | undefined
  /** The oldest day on which somebody stood by it. */
  confirmedOn: Day | undefined
  /** Is any of it invented? */
  example?: boolean | undefined
}

/** What is known of free places in some units now. */
export async function noteVacancies(sql: Sql, vacancies: readonly UnitVacancy[]): Promise<void> {
  for (const { unitId, freePlaces, freeFrom, confirmedOn, example } of vacancies)
    await sql`
      update offer_search set free_places = ${freePlaces ?? null}, free_from = ${freeFrom ?? null}, confirmed_on = ${confirmedOn ?? null},
        free_example = ${example ?? false}
      where unit_id = ${unitId}`
}

/** Which offers stand on the list of the most specialised now; every other is off it. */
export const noteSpecialised = (sql: Sql, offerIds: readonly number[]) => sql`
  update offer_search set specialised = offer_id = any(${offerIds as number[]})
  where specialised is distinct from (offer_id = any(${offerIds as number[]}))`
