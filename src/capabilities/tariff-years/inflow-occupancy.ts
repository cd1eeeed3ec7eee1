import { type Exact, percent } from '../../platform/values/exact.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import {
  type CalculationBasis,
  type KeptAccount,
  type Occupancy,
  occupancyOf,
  type RuleSet,
  rulesOf,
  sourceOf,
} from '../tariffs/index.ts'
import { flatBasis } from './basis.ts'
import { accountYears } from './counting-input.ts'
import type { PlacedLine } from './line.ts'
import { serviceText } from './tariff.ts'

/** The occupancy that accounts give a line that has none of its own. */
export type OccupancyInflow = {
  key: string
  line: PlacedLine
  years: { year: number; percent: string | undefined }[]
  /** In percent, kept within the bounds of the rule; undefined: some year is missing. */
  average: Exact | undefined
}

const hasNone = (line: PlacedLine): boolean => {
  const counting = line.basis?.counting
  if (counting === undefined) return line.occupancy === undefined && (line.per === 'full_day' || line.per === 'day')
  return counting.by === 'places' && counting.occupancy.from === 'accounts' && counting.occupancy.accounts.length === 0
}

type Used = { year: number; percent: string; source: string }

/** What was used in each of the years: of the tariff, or of its places as a whole. */
const usedIn = (line: PlacedLine, year: number, accounts: readonly KeptAccount[]): Used | undefined => {
  const of = accounts.filter((one) => one.placeLineId === line.placeLineId && one.year === year)
  const found = of.find(({ label }) => label === serviceText(line)) ?? of.find(({ label }) => label === '')
  return found?.occupancyPercent === undefined ? undefined : { year, percent: found.occupancyPercent, source: sourceOf(found) }
}

const from = (line: PlacedLine, rules: RuleSet, accounts: readonly KeptAccount[]): Occupancy => {
  const counting = line.basis?.counting
  const short = counting?.by === 'places' ? counting.occupancy.short : undefined
  const used = accountYears(rules).flatMap((year) => usedIn(line, year, accounts) ?? [])
  return { from: 'accounts', accounts: used, ...(short && { short }) }
}

/** Lines without an occupancy, each with what its accounts give, year by year. */
export const occupanciesOf = (
  lines: readonly PlacedLine[],
  { rules, accounts }: { rules: RuleSet; accounts: readonly KeptAccount[] },
): OccupancyInflow[] =>
  lines
    .filter((line) => line.placeLineId !== undefined && !line.addOn && hasNone(line))
    .map((line) => ({
      key: `b-${line.id}`,
      line,
      years: accountYears(rules).map((year) => ({ year, percent: usedIn(line, year, accounts)?.percent })),
      average: averageOf(from(line, rules, accounts), rules),
    }))

function averageOf(occupancy: Occupancy, rules: RuleSet): Exact | undefined {
  try {
    return occupancyOf(occupancy, rules.year, rulesOf(rules), [])
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** A line's basis with the occupancy of its accounts, and the share it comes to. */
export function withOccupancy(
  line: PlacedLine,
  known: { rules: RuleSet; accounts: readonly KeptAccount[] },
): { basis: CalculationBasis; occupancy: number } | undefined {
  const occupancy = from(line, known.rules, known.accounts)
  const average = averageOf(occupancy, known.rules)
  const basis = line.basis ?? flatBasis(line, known.rules)
  if (average === undefined || basis.counting.by !== 'places') return undefined
  const share = percent(average)
  return {
    basis: { ...basis, counting: { ...basis.counting, occupancy } },
    occupancy: Number(share.n) / Number(share.d),
  }
}
