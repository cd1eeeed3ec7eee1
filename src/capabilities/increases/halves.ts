import { z } from 'zod'
import type { Ask } from '../../platform/action.ts'
import type { Sql } from '../../platform/db.ts'
import { addDays, type Day, dayOf } from '../../platform/values/day.ts'
import { exact, fromDecimal, zero } from '../../platform/values/exact.ts'
import { parameterOn } from '../rules/index.ts'
import {
  type Bands,
  before,
  daysOf,
  type HalfYear,
  halfYearIn,
  halfYearKey,
  halfYearList,
  halfYearOf,
  halfYearsBetween,
  isOver,
  knownBefore,
  sinceThen,
} from './half-year.ts'
import { allCases } from './store/cases.ts'
import { madeLists, makeList } from './store/half-years.ts'

const bandsOn = async (sql: Sql, day: Day): Promise<Bands> => {
  const [middle, large] = await Promise.all([
    parameterOn(sql, 'increase.band.middle', day),
    parameterOn(sql, 'increase.band.large', day),
  ])
  return { middle: fromDecimal(String(middle)) ?? zero, large: fromDecimal(String(large)) ?? exact(100) }
}

const lastDayOf = (halfYear: HalfYear): Day => addDays(daysOf(halfYear).until, -1)

/** Makes the list of every half year that is over and has none, from the first case on; gives how many. Again changes nothing. */
export async function makeHalfYears(sql: Sql, now: Date): Promise<number> {
  const [cases, made] = await Promise.all([allCases(sql), madeLists(sql)])
  const first = cases.at(-1)
  if (!first) return 0
  const had = new Set(made.map(halfYearKey))
  const missing = halfYearsBetween(halfYearOf(first.foundOn), before(halfYearOf(dayOf(now)))).filter(
    (one) => !had.has(halfYearKey(one)),
  )
  for (const one of missing) await makeList(sql, one, await bandsOn(sql, lastDayOf(one)), now)
  return missing.length
}

/** `stand=nu`: the cases of a half year that is over, as they stand today and not as they stood. */
export const halfYearQuery = z.object({ stand: z.literal('nu').optional().catch(undefined) })

type Asked = Ask<{ half: string }, z.output<typeof halfYearQuery>>

/** The half year in the address, or the one today lies in: once it is over, as it stood then, and what has come since. */
export async function halfYearFor({ db, params, query, today }: Asked) {
  const halfYear = params.half === 'nu' ? halfYearOf(today) : halfYearIn(params.half)
  if (!halfYear) return undefined
  const [cases, made] = await Promise.all([allCases(db), madeLists(db)])
  const over = isOver(halfYear, today)
  const frozen = over && query.stand !== 'nu'
  const list = made.find((one) => halfYearKey(one) === halfYearKey(halfYear))
  const bands = list?.bands ?? (await bandsOn(db, over ? lastDayOf(halfYear) : today))
  return {
    list: halfYearList(frozen ? knownBefore(cases, daysOf(halfYear).until) : cases, halfYear, bands),
    current: halfYearOf(today),
    asOf: frozen ? lastDayOf(halfYear) : today,
    isOver: over,
    frozen,
    madeOn: list && dayOf(list.madeAt),
    since: sinceThen(cases, halfYear),
  }
}
export type LoadedHalfYear = NonNullable<Awaited<ReturnType<typeof halfYearFor>>>

/** Every half year there has been a case in, with how many, and when its list made itself. */
export async function allHalfYears({ db, today }: Ask) {
  const [cases, made] = await Promise.all([allCases(db), madeLists(db)])
  const first = cases.at(-1)
  const current = halfYearOf(today)
  const bands = await bandsOn(db, today)
  return halfYearsBetween(first ? halfYearOf(first.foundOn) : current, current).map((halfYear) => ({
    halfYear,
    count: halfYearList(knownBefore(cases, daysOf(halfYear).until), halfYear, bands).cases.length,
    made: made.find((one) => halfYearKey(one) === halfYearKey(halfYear)),
    isOver: isOver(halfYear, today),
  }))
}
export type ListedHalfYear = Awaited<ReturnType<typeof allHalfYears>>[number]
