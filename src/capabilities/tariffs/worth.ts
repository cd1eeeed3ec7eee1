import { type Exact, zero } from '../../platform/values/exact.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { CostLine, RuleSet } from './calculation.ts'
import { type Counted, countedAs, rateOf, signed } from './costs.ts'
import { mustBeCostLine } from './must.ts'
import { rulesOf } from './rule-set.ts'

/** What a line comes to before its sign, or the sentence that says why it cannot be counted. Danish: hvad linjen giver. */
export type LineWorth = { ore: Exact; why: undefined } | { ore: undefined; why: string }

/** What each line comes to by itself; one that cannot be counted says so and leaves the others. */
export function worthOf(lines: readonly CostLine[], set: RuleSet): LineWorth[] {
  const rules = rulesOf(set)
  const counted: Counted[] = []
  const found = lines.map((line, at): LineWorth | undefined => {
    if (line.form === 'rate') return undefined
    const worth = attempt(() => countedAs(mustBeCounted(line, at), at, rules, []))
    if (worth.ore) counted.push({ line, at, value: signed(line, worth.ore) })
    return worth
  })
  return lines.map(
    (line, at) =>
      found[at] ?? attempt(() => (line.form === 'rate' ? rateOf(mustBeCounted(line, at), at, counted, rules, []) : zero)),
  )
}

function mustBeCounted<Line extends CostLine>(line: Line, at: number): Line {
  mustBeCostLine(line, at)
  return line
}

function attempt(work: () => Exact): LineWorth {
  try {
    return { ore: work(), why: undefined }
  } catch (error) {
    if (error instanceof Refusal) return { ore: undefined, why: error.message }
    throw error
  }
}
