import { daysBetween } from '../../platform/values/day.ts'
import { type Exact, exact, minus, over, plus, sum, times } from '../../platform/values/exact.ts'
import { calculate } from './calculate.ts'
import type { Calculated, CalculationInput, CalculationResult, Period, RuleSet } from './calculation.ts'
import { calendarDays, refused } from './must.ts'

/** A tariff that holds in a part of the year. `units` are those of the period. */
export type InPeriod = { from: string; until: string; calculated: Calculated; units: Exact; income: Exact; costs: Exact }

/** A year in which the tariff changes: each period of yearly costs and places as if they held all of it. */
export type YearWithChange<Periods extends readonly InPeriod[] = [InPeriod, InPeriod]> = {
  periods: Periods
  /** What the published tariffs bring in beyond the costs of their days: the rounding. */
  remainder: Exact
}

/**
 * Two periods of validity in a year. What is delivered is settled by the tariff of its own day.
 * @throws Refusal at `changeOn` when the day does not lie inside the year
 * @example 365.000 kr. a year on one place until 1 July, 730.000 kr. from then: 1.000 kr. in 181 days, 2.000 kr. in 184
 */
export function withChange(before: CalculationInput, after: CalculationInput, changeOn: string, set: RuleSet): YearWithChange {
  const [first, next] = [`${set.year}-01-01`, `${set.year + 1}-01-01`]
  if (changeOn <= first || changeOn >= next)
    throw refused('changeOn', 'other year', `Ændringen skal ske en dag efter 1. januar ${set.year} og inden årets udgang.`)
  const periods: [InPeriod, InPeriod] = [
    inPeriod(calculate(before, set), { from: first, until: changeOn }),
    inPeriod(calculate(after, set), { from: changeOn, until: next }),
  ]
  return { periods, remainder: remainderOf(periods) }
}

/** Periods of one year as they were calculated, summed; undefined when they do not cover the year once. */
export function yearOfPeriods(all: readonly (Period & { calculated: Calculated })[]): YearWithChange<InPeriod[]> | undefined {
  const [first] = all
  if (!first) return undefined
  const { year } = first.calculated.result
  const whole = all.every(({ from }, at) => from === (all[at - 1]?.until ?? `${year}-01-01`))
  if (!whole || all.at(-1)?.until !== `${year + 1}-01-01`) return undefined
  const periods = all.map(({ calculated, ...period }) => inPeriod(calculated, period))
  return { periods, remainder: remainderOf(periods) }
}

const remainderOf = (periods: readonly InPeriod[]): Exact => sum(periods.map(({ income, costs }) => minus(income, costs)))

/** What the published prices bring in over a year, each level by its own. */
const incomeOf = ({ levels, tariff, units }: CalculationResult): Exact =>
  levels.length > 0 ? sum(levels.map(({ price, units: own }) => times(exact(price.ore), own))) : times(exact(tariff.ore), units)

function inPeriod(calculated: Calculated, { from, until }: Period): InPeriod {
  const { result } = calculated
  const share = over(exact(daysBetween(from, until)), exact(calendarDays(result.year)))
  return {
    ...{ from, until, calculated },
    units: times(result.units, share),
    income: times(incomeOf(result), share),
    costs: times(plus(result.costs.total, result.regulation), share),
  }
}
