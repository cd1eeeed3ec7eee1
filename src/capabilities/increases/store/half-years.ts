import type { Sql } from '../../../platform/db.ts'
import { type Exact, fraction, fromFraction, zero } from '../../../platform/values/exact.ts'
import { type Bands, daysOf, type HalfYear } from '../half-year.ts'

/** A list that has made itself: since then it is what was known when the half year was over, counted by these bands. */
export type MadeList = HalfYear & { bands: Bands; madeAt: Date }

type Row = HalfYear & { middle: string; large: string; madeAt: Date }

const exactly = (text: string): Exact => fromFraction(text) ?? zero

export async function madeLists(sql: Sql): Promise<MadeList[]> {
  const rows = await sql<Row[]>`
    select year, half, middle, large, made_at from increase_half_year order by year desc, half desc`
  return rows.map(({ year, half, middle, large, madeAt }) => ({
    year,
    half,
    madeAt,
    bands: { middle: exactly(middle), large: exactly(large) },
  }))
}

/** Once: a list that is made stays as it is. */
export const makeList = (sql: Sql, halfYear: HalfYear, { middle, large }: Bands, madeAt: Date) => sql`
  insert into increase_half_year ${sql({
    ...halfYear,
    until: daysOf(halfYear).until,
    middle: fraction(middle),
    large: fraction(large),
    madeAt,
  })} on conflict do nothing`
