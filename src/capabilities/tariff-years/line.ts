import type { Day } from '../../platform/values/day.ts'
import type { PlaceKind, PriceUnit } from '../offers/index.ts'
import { type CalculationBasis, type CostKind, costKindKeys, levelLabel } from '../tariffs/index.ts'

/** Øre by kind of cost; income is a positive amount that is deducted. What is not told is not there. */
export type Costs = Partial<Record<CostKind, number>>

/** One tariff of a sheet, as it is proposed. Danish: linje i takstskemaet. */
export type SheetLine = {
  id: number
  unitId: number
  placeLineId: number | undefined
  service: string
  level: string
  addOn: boolean
  per: PriceUnit
  places: number | undefined
  /** As a share. */
  occupancy: number | undefined
  days: number | undefined
  /** The tariff as the operator has it; undefined: to be calculated. */
  amountOre: number | undefined
  /** Without indirect VAT, as the operator has it. */
  netOre: number | undefined
  costs: Costs
  /** Everything it is calculated from; the flat numbers are then what it comes to. None: the flat costs are what is told. */
  basis?: CalculationBasis | undefined
  /** From an earlier year: a deficit is positive and raises the tariff. */
  regulationOre: number | undefined
  validFrom: Day
  validUntil: Day
  /** What it was called before; several where tariffs were put together. */
  was: string[]
  note: string | undefined
  /** What the operator says to a warning. */
  explanation: string | undefined
}

/** A line with what the register knows of where it stands. */
export type PlacedLine = SheetLine & {
  offerId: number
  offerName: string
  unitName: string
  kind: PlaceKind | undefined
  /** Where in a workbook it was read; undefined: written by hand. */
  origin: string | undefined
}

/** Costs less income, in øre; undefined when no cost is told. */
export function costsTotal(costs: Costs): number | undefined {
  const told = costKindKeys.filter((kind) => costs[kind] !== undefined)
  if (told.length === 0) return undefined
  return told.reduce((sum, kind) => sum + (kind === 'income' ? -1 : 1) * (costs[kind] ?? 0), 0)
}

/** Does a line hold all of its year? */
export const isWholeYear = ({ validFrom, validUntil }: Pick<SheetLine, 'validFrom' | 'validUntil'>, year: number): boolean =>
  validFrom <= `${year}-01-01` && validUntil >= `${year + 1}-01-01`

/** Can a tariff be calculated from what is told: a whole basis, or costs, places, occupancy and a unit counted by places and days? */
export const isCalculable = (line: SheetLine): boolean =>
  line.basis !== undefined ||
  (costsTotal(line.costs) !== undefined &&
    line.placeLineId !== undefined &&
    (line.places ?? 0) > 0 &&
    line.occupancy !== undefined &&
    (line.per === 'full_day' || line.per === 'day'))

/** What a line is called within its unit, as people write it. */
export const lineKey = ({ service, level, per }: Pick<SheetLine, 'service' | 'level' | 'per'>): string =>
  `${service.toLocaleLowerCase('da')}|${level.toLocaleLowerCase('da')}|${per}`

/** A line may have a level's name itself; then the levels of its basis stand under it. */
export const levelName = ({ level }: Pick<SheetLine, 'level'>, label: string): string => [level, label].filter(Boolean).join(', ')

/** The levels a line is published as: those of its basis, or its own. */
export function namesOf(line: SheetLine): string[] {
  const { grading } = line.basis ?? {}
  return grading ? grading.levels.map((level) => levelName(line, levelLabel(level))) : [line.level]
}
