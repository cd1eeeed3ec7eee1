import { daysBetween } from '../../platform/values/day.ts'
import { type Exact, exact, minus, over, plus, times } from '../../platform/values/exact.ts'
import { calculate } from './calculate.ts'
import type { Calculated, CalculationInput, RuleSet } from './calculation.ts'
import { calendarDays, refused } from './must.ts'

/** A tariff that holds in a part of the year. `units` are those of the period. */
export type InPeriod = { from: string; until: string; calculated: Calculated; units: Exact; income: Exact; costs: Exact }

/** A change within the year: the tariff before and after the day, each of yearly costs and places as if they held all year. */
export type YearWithChange = {
  periods: [InPeriod, InPeriod]
  /** What the two published tariffs bring in beyond the costs of their days: the rounding. */
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
  const periods: [InPeriod, InPeriod] = [inPeriod(before, first, changeOn, set), inPeriod(after, changeOn, next, set)]
  const of = (period: InPeriod) => minus(period.income, period.costs)
  return { periods, remainder: plus(of(periods[0]), of(periods[1])) }
}

function inPeriod(input: CalculationInput, from: string, until: string, set: RuleSet): InPeriod {
  const calculated = calculate(input, set)
  const { units: yearly, tariff, costs, regulation } = calculated.result
  const share = over(exact(daysBetween(from, until)), exact(calendarDays(set.year)))
  const units = times(yearly, share)
  return {
    from,
    until,
    calculated,
    units,
    income: times(exact(tariff.ore), units),
    costs: times(plus(costs.total, regulation), share),
  }
}
