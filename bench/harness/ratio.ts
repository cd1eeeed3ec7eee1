import { type Compared, perSecond } from './compare.ts'
import { percent, thousands } from './numbers.ts'
import type { Row } from './row.ts'

/** 68 % (66–71 %); 7.2k/s of 10.6k/s. */
export function ratioRow(what: string, goal: number, { ratios, ours, other }: Compared): Row {
  const sorted = [...ratios].sort((a, b) => a - b)
  const half = sorted.length / 2
  const middle = ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
  const spread = `${percent(sorted[0] ?? 0)}–${percent(sorted.at(-1) ?? 0)}`
  return {
    what,
    goal: `≥ ${percent(goal)}`,
    result: `${percent(middle)} (${spread}); ${thousands(perSecond(ours))}/s of ${thousands(perSecond(other))}/s`,
    met: middle >= goal,
  }
}
