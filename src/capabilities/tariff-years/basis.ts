import { type Exact, exact, fromDecimal, percent, plus, rounded, times } from '../../platform/values/exact.ts'
import {
  type CalculationBasis,
  type CalculationResult,
  type CostKind,
  type CostLine,
  type Counting,
  costKindKeys,
  costKinds,
  type Regulation,
  type RuleSet,
  rulesOf,
  wholeOf,
} from '../tariffs/index.ts'
import type { Costs, SheetLine } from './line.ts'

/** A decimal as the engine reads it: never in powers of ten. */
export const decimalText = (number: number): string => {
  const text = number.toFixed(6).replace(/\.?0+$/, '')
  return fromDecimal(text) ? text : '0'
}

const TOLD = 'Oplyst i takstskemaet'

/** Why the operator says the occupancy is what it is, in the line or in its basis. */
export function explanationOf({ explanation, basis }: SheetLine): string | undefined {
  if (explanation !== undefined) return explanation
  const counting = basis?.counting
  if (counting?.by !== 'places' || counting.occupancy.from !== 'set') return undefined
  return counting.occupancy.reason === TOLD ? undefined : counting.occupancy.reason
}

export const isExplained = (line: SheetLine): boolean => explanationOf(line) !== undefined

function flatCounting(line: SheetLine, year: number): Counting {
  if (line.per === 'hour') return { by: 'hours', hours: '0' }
  return {
    by: 'places',
    places: [{ count: decimalText(line.places ?? 0), from: `${year}-01-01`, until: `${year + 1}-01-01` }],
    ...(line.days === undefined ? {} : { days: { count: line.days, reason: TOLD } }),
    occupancy:
      line.occupancy === undefined
        ? { from: 'accounts', accounts: [] }
        : { from: 'set', percent: decimalText(line.occupancy * 100), reason: line.explanation ?? TOLD },
  }
}

/** What a line's flat numbers say, as a basis: each kind of cost one amount in the basis part; a regulation is from the year that by rule is settled in this one. */
export function flatBasis(line: SheetLine, rules: RuleSet): CalculationBasis {
  const { year } = rules
  const costs = costKindKeys.flatMap((kind): CostLine[] => {
    const ore = line.costs[kind]
    return ore === undefined ? [] : [{ kind, part: 'basis', label: costKinds[kind], form: 'amount', amountOre: ore }]
  })
  const regulations: Regulation[] =
    line.regulationOre === undefined
      ? []
      : [{ fromYear: year - wholeOf(rulesOf(rules), 'tariff.surplus.lag'), amountOre: line.regulationOre, note: TOLD }]
  return { costs, counting: flatCounting(line, year), regulations }
}

const size = ({ n, d }: Exact): Exact => ({ n: n < 0n ? -n : n, d })
const asNumber = (value: Exact): number => Number(rounded(times(value, exact(10_000)))) / 10_000

function costsOf(kinds: CalculationResult['kinds']): Costs {
  const costs: Partial<Record<CostKind, number>> = {}
  for (const { kind, basis, service } of kinds) costs[kind] = Number(rounded(size(plus(basis, service))))
  return costs
}

/** What a calculation comes to in the flat numbers of a line, so that a sheet reads the same either way. */
export const flatOf = ({ kinds, places, days, occupancyPercent, regulation }: CalculationResult) => ({
  costs: costsOf(kinds),
  places: places && asNumber(places),
  days,
  occupancy: occupancyPercent && asNumber(percent(occupancyPercent)),
  regulationOre: regulation.n === 0n ? undefined : Number(rounded(regulation)),
})

/** The same list with another line in one place; at its end the line is added. */
export const withAt = <Item>(items: readonly Item[], at: number, item: Item): Item[] => [
  ...items.slice(0, at),
  item,
  ...items.slice(at + 1),
]

export const without = <Item>(items: readonly Item[], at: number): Item[] => items.filter((_, index) => index !== at)

export const yearOf = (regulation: Regulation): number =>
  'account' in regulation ? regulation.account.year : regulation.fromYear

/** A year brings its result into a tariff once: what is told of it now replaces what was. */
export const withRegulation = (all: readonly Regulation[], told: Regulation): Regulation[] =>
  [...all.filter((one) => yearOf(one) !== yearOf(told)), told].sort((a, b) => yearOf(a) - yearOf(b))
