import type { Ask } from '../../platform/action.ts'
import type { Sql } from '../../platform/db.ts'
import { once } from '../../platform/once.ts'
import type { Day } from '../../platform/values/day.ts'
import { allParameters } from '../rules/index.ts'
import type { RuleSet, Step } from './calculation.ts'
import { ruleSetOf, rulesHolding, rulesOf, wholeOf } from './rule-set.ts'
import {
  type CalculatedOf,
  type Calculation,
  calculationIn,
  calculationWith,
  lineOfCalculations,
  whoseLine,
} from './store/calculations.ts'
import { seenSteps, type Visibility, visibilityOf } from './visibility.ts'
import { type Waterfall, waterfall } from './waterfall.ts'

/** The rules of a year as they are known now. */
export const ruleSetOfYear = (sql: Sql, year: number): Promise<RuleSet> =>
  once(sql, `tariff rules ${year}`, async () => ruleSetOf(await allParameters(sql, { topic: 'tariffs' }), year))

/** The rules as they hold today, for what is judged by the day. */
const rulesToday = (sql: Sql, today: Day): Promise<RuleSet> =>
  once(sql, `tariff rules of ${today}`, async () => rulesHolding(await allParameters(sql, { topic: 'tariffs' }), today))

type Asking = Pick<Ask, 'db' | 'today' | 'may'>

/** A calculation with everything its sheet tells, and no more than may be seen. */
export type SheetToRead = {
  calculation: Calculation
  of: CalculatedOf
  seen: Visibility
  steps: Step[]
  before: Calculation | undefined
  fall: Waterfall | undefined
  /** Every year and version of the same tariff, newest first. */
  line: Awaited<ReturnType<typeof lineOfCalculations>>
  /** What this year's own result did to a later tariff. */
  later: { id: number; year: number; steps: Step[] } | undefined
}

/** How much of a calculation whoever asks may see. */
export async function seenBy({ db, today, may }: Asking, calculation: Calculation, of: CalculatedOf): Promise<Visibility> {
  const rules = rulesOf(await rulesToday(db, today))
  const rule = {
    shows: rules.word(`tariff.visibility.${calculation.input.ownership}`),
    fewestPlaces: wholeOf(rules, 'tariff.visibility.fewPlaces'),
  }
  return visibilityOf(calculation, rule, may('tariffs.readInside', { partyId: of.partyId }))
}

/** A calculation, whose it is, and how much of it may be seen. */
export async function calculationToRead(
  asking: Asking,
  id: number,
): Promise<Pick<SheetToRead, 'calculation' | 'of' | 'seen'> | undefined> {
  const calculation = await calculationWith(asking.db, id)
  const of = calculation && (await whoseLine(asking.db, calculation.placeLineId))
  return calculation && of && { calculation, of, seen: await seenBy(asking, calculation, of) }
}

export async function sheetToRead(asking: Asking, id: number): Promise<SheetToRead | undefined> {
  const { db } = asking
  const read = await calculationToRead(asking, id)
  if (!read) return undefined
  const { calculation, of, seen } = read
  const [before, line, later] = await Promise.all([
    calculationIn(db, calculation, calculation.input.year - 1),
    lineOfCalculations({ sql: db, ...calculation }),
    settledIn(db, calculation),
  ])
  return {
    ...{ calculation, of, seen, before, line },
    steps: seenSteps(calculation.calculated.steps, seen.level),
    fall:
      before && comparable(calculation, before)
        ? waterfall(before.calculated.result, calculation.calculated.result, rulesOf(calculation.rules))
        : undefined,
    later: seen.level === 'price' ? undefined : later,
  }
}

const comparable = ({ input }: Calculation, before: Calculation): boolean =>
  input.unit === before.input.unit && input.counting.by === before.input.counting.by

/** The later calculation in which this year's surplus or deficit stands. */
async function settledIn(db: Sql, calculation: Calculation): Promise<SheetToRead['later']> {
  const { year } = calculation.input
  for (const later of [year + 2, year + 1, year + 3]) {
    const found = await calculationIn(db, calculation, later)
    const steps = found?.calculated.steps.filter(({ key }) => key === `result.${year}` || key === `carried.${year}`) ?? []
    if (found && steps.length > 0) return { id: found.id, year: later, steps }
  }
  return undefined
}

export const nameOf = ({ of, calculation }: Pick<SheetToRead, 'of' | 'calculation'>): string =>
  [of.offerName, of.unitName === 'Hele tilbuddet' ? '' : of.unitName, calculation.label].filter(Boolean).join(', ')
