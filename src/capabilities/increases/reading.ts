import type { Ask } from '../../platform/action.ts'
import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'
import { exact, fromDecimal, zero } from '../../platform/values/exact.ts'
import { idIn } from '../../platform/values/id.ts'
import { operatorWith } from '../offers/index.ts'
import { parameterOn } from '../rules/index.ts'
import type { Case } from './case.ts'
import { type Bands, halfYearIn, halfYearList, halfYearOf } from './half-year.ts'
import { allCases, caseWith } from './store/cases.ts'
import { risen } from './store/risen.ts'

/** Every rise over its limit, with the case that came of it. */
export async function risesOver(sql: Sql) {
  const [all, cases] = await Promise.all([risen(sql), allCases(sql)])
  const of = new Map(cases.map((one) => [one.versionId, one]))
  return all.filter((one) => one.exceeds).map((judged) => ({ judged, found: of.get(judged.row.id) }))
}

/** Cases that would not be found today: a rule has changed since. None is closed by that. */
export async function flipped(sql: Sql): Promise<Case[]> {
  const cases = await allCases(sql)
  const ids = cases.flatMap(({ versionId }) => versionId ?? [])
  const still = new Set((await risen(sql, ids)).filter((one) => one.exceeds).map(({ row }) => row.id))
  return cases.filter(({ versionId }) => versionId !== undefined && !still.has(versionId))
}

export type OneCase = { of: Case; operatorPartyId: number | undefined; flips: boolean }

/** The case in the address, with the party of its operator. */
export async function caseIn({ db, params }: Ask<{ id: string }>): Promise<OneCase | undefined> {
  const of = await caseWith(db, idIn(params.id))
  if (!of) return undefined
  const operator = of.operatorId === undefined ? undefined : await operatorWith(db, of.operatorId)
  const still = of.versionId === undefined || (await risen(db, [of.versionId])).some((one) => one.exceeds)
  return { of, operatorPartyId: operator?.partyId, flips: !still }
}

const bandsOn = async (sql: Sql, day: Day): Promise<Bands> => {
  const [middle, large] = await Promise.all([
    parameterOn(sql, 'increase.band.middle', day),
    parameterOn(sql, 'increase.band.large', day),
  ])
  return { middle: fromDecimal(String(middle)) ?? zero, large: fromDecimal(String(large)) ?? exact(100) }
}

/** The half year in the address, or the one today lies in. */
export async function halfYearFor({ db, params, today }: Ask<{ half: string }>) {
  const halfYear = params.half === 'nu' ? halfYearOf(today) : halfYearIn(params.half)
  if (!halfYear) return undefined
  const [cases, bands] = await Promise.all([allCases(db), bandsOn(db, today)])
  return { list: halfYearList(cases, halfYear, bands), current: halfYearOf(today), today }
}
export type LoadedHalfYear = NonNullable<Awaited<ReturnType<typeof halfYearFor>>>
