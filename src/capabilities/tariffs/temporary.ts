import { minus, rounded } from '../../platform/values/exact.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { calculate, roundTo } from './calculate.ts'
import type { CalculationInput, CalculationResult, RuleSet } from './calculation.ts'
import { rulesOf } from './rule-set.ts'

/**
 * How much of each level's price regulates an earlier year, rounded as tariffs are: what the same costs without the regulation.
 * undefined: without it the levels have no price of their own.
 */
export function temporaryOfLevels(input: CalculationInput, result: CalculationResult, set: RuleSet): bigint[] | undefined {
  if (result.regulation.n === 0n) return result.levels.map(() => 0n)
  try {
    const { levels } = calculate({ ...input, regulations: [] }, set).result
    const to = roundTo(input, rulesOf(set))
    return result.levels.map(({ price }, at) => rounded(minus(price.exact, levels[at]?.price.exact ?? price.exact), to))
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
