import { fromDecimal } from '../../platform/values/exact.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Ownership } from '../offers/index.ts'
import { type CalculationInput, type CostLine, calculate, costKindKeys, costKinds, type RuleSet } from '../tariffs/index.ts'
import { isCalculable, type SheetLine } from './line.ts'
import type { Reckoned } from './warning.ts'

/** A decimal as the engine reads it: never in powers of ten. */
const decimal = (number: number): string => {
  const text = number.toFixed(6).replace(/\.?0+$/, '')
  return fromDecimal(text) ? text : '0'
}

/** What a line says, as the engine calculates from. undefined: too little is told. */
export function inputOf(line: SheetLine, year: number, ownership: Ownership | undefined): CalculationInput | undefined {
  if (!isCalculable(line) || ownership === undefined || (line.per !== 'full_day' && line.per !== 'day')) return undefined
  const costs = costKindKeys.flatMap((kind): CostLine[] => {
    const ore = line.costs[kind]
    return ore === undefined ? [] : [{ kind, part: 'basis', label: costKinds[kind], form: 'amount', amountOre: ore }]
  })
  const percent = decimal((line.occupancy ?? 0) * 100)
  return {
    year,
    unit: line.per,
    ownership,
    costs,
    counting: {
      by: 'places',
      places: [{ count: decimal(line.places ?? 0), from: `${year}-01-01`, until: `${year + 1}-01-01` }],
      ...(line.days === undefined ? {} : { days: { count: line.days, reason: 'Oplyst i takstskemaet' } }),
      occupancy: {
        from: 'set',
        percent,
        reason: line.explanation ?? 'Oplyst i takstskemaet',
        ...(line.explanation === undefined ? {} : { approvedBy: 'Driftsherrens forklaring i takstskemaet' }),
      },
    },
    regulations:
      line.regulationOre === undefined
        ? []
        : [{ fromYear: year - 2, amountOre: line.regulationOre, note: 'Oplyst i takstskemaet' }],
  }
}

/** What a line's costs come to, or why they come to nothing. */
export function reckon(line: SheetLine, ownership: Ownership | undefined, rules: RuleSet): Reckoned {
  const input = inputOf(line, rules.year, ownership)
  if (!input) return { amountOre: undefined, refused: undefined }
  try {
    return { amountOre: Number(calculate(input, rules).result.tariff.ore), refused: undefined }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { amountOre: undefined, refused: `Taksten kan ikke beregnes: ${error.message}` }
  }
}
