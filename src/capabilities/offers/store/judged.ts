import type { Sql } from '../../../platform/db.ts'
import { once } from '../../../platform/once.ts'
import type { Day } from '../../../platform/values/day.ts'
import { parameterOn } from '../../rules/index.ts'
import type { Finding } from '../finding.ts'
import { distancesFrom, type Municipality } from '../municipality.ts'
import type { Judged } from './conditions.ts'

/** With how old a figure may be, and how far every municipality is from the one that was named. */
export type JudgedOn = Judged & { oldMonths: number; distances: ReadonlyMap<number, number> }

/** The rules in force on a day, and what lies near when that is asked for. */
export async function judgedOn(sql: Sql, day: Day, near?: Finding['near'], all: readonly Municipality[] = []): Promise<JudgedOn> {
  const distances = near ? distancesFrom(near.code, all) : new Map<number, number>()
  const within = near && [...distances].filter(([, km]) => km <= near.km).map(([code]) => code)
  return { day, ...(await rulesOn(sql, day)), near: within, distances }
}

const rulesOn = (sql: Sql, day: Day) =>
  once(sql, `offer rules ${day}`, async () => {
    const [freshDays, ageingDays, usedByOthers, oldMonths] = await Promise.all([
      parameterOn(sql, 'vacancy.freshDays', day),
      parameterOn(sql, 'vacancy.ageingDays', day),
      parameterOn(sql, 'offers.usedByOthers', day),
      parameterOn(sql, 'offers.oldMonths', day),
    ])
    return { freshDays, ageingDays, usedByOthers, oldMonths }
  })
