import type { Ask } from '../../platform/action.ts'
import { type Exact, fraction, fromDecimal } from '../../platform/values/exact.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import {
  addCalculation,
  type CalculationInput,
  type CalculationResult,
  type RuleSet,
  temporaryOfLevels,
} from '../tariffs/index.ts'
import { flatOf } from './basis.ts'
import { type Approval, inputOf } from './calculating.ts'
import { levelName, type PlacedLine } from './line.ts'
import type { Standing } from './store/rounds.ts'
import { serviceText } from './tariff.ts'

/** What a line is published as: one price, or one of each level, all of the same calculation. */
export type Priced = {
  level: string
  amountOre: number
  exactOre: string | undefined
  temporaryOre: number | undefined
  places: number | undefined
  occupancy: number | undefined
  days: number | undefined
  calculationId: number | undefined
}

export type Pricing = Pick<Ask, 'db' | 'actor' | 'now'> & { standing: Standing; rules: RuleSet; approval: Approval }

const some = (ore: bigint | undefined): number | undefined => (ore === undefined || ore === 0n ? undefined : Number(ore))

const countOf = (written: string | undefined): number | undefined => {
  const count: Exact | undefined = written === undefined ? undefined : fromDecimal(written)
  return count && Number(count.n) / Number(count.d)
}

function levelPrices(line: PlacedLine, input: CalculationInput, result: CalculationResult, rules: RuleSet) {
  const temporary = temporaryOfLevels(input, result, rules)
  return result.levels.map(({ label, price }, at) => ({
    level: levelName(line, label),
    amountOre: Number(price.ore),
    exactOre: fraction(price.exact),
    temporaryOre: some(temporary?.[at]),
    places: countOf(input.grading?.levels[at]?.places),
  }))
}

const onePrice = ({ level, places }: PlacedLine, { tariff, temporaryOre }: CalculationResult) => ({
  level,
  amountOre: Number(tariff.ore),
  exactOre: fraction(tariff.exact),
  temporaryOre: some(temporaryOre),
  places,
})

/** Calculates and keeps what can be calculated, and gives its prices; of what is known by price alone, that price. */
export async function pricesOf(line: PlacedLine, pricing: Pricing): Promise<Priced[]> {
  const found = await calculationOf(line, pricing)
  if (!found) return priceAlone(line)
  const { id, input, result } = found
  const { places, occupancy, days } = line.basis ? flatOf(result) : { ...line, days: result.days }
  const prices =
    result.levels.length > 0 ? levelPrices(line, input, result, pricing.rules) : [onePrice({ ...line, places }, result)]
  return prices.map((price) => ({ ...price, occupancy, days, calculationId: id }))
}

function priceAlone({ offerName, unitName, level, amountOre, places, occupancy, days }: PlacedLine): Priced[] {
  if (amountOre === undefined)
    throw new Refusal(undefined, 'no price', `${offerName}, ${unitName} har ingen pris. Intet er offentliggjort.`)
  return [{ level, amountOre, places, occupancy, days, exactOre: undefined, temporaryOre: undefined, calculationId: undefined }]
}

/** undefined: only the price is known. A whole basis that cannot be calculated is never passed by. */
async function calculationOf(line: PlacedLine, { db, actor, now, standing, rules, approval }: Pricing) {
  try {
    const input = inputOf(line, { ownership: standing.ownership, rules, approval })
    if (!input || line.placeLineId === undefined) return undefined
    const { id, calculated } = await addCalculation(db, {
      placeLineId: line.placeLineId,
      label: serviceText(line),
      input,
      rules,
      reason: undefined,
      source: `Takstskema ${standing.year} fra ${standing.operatorName}`,
      example: standing.example,
      actorId: actor.id,
      actorName: actor.name,
      now,
    })
    return { id, input, result: calculated.result }
  } catch (error) {
    if (error instanceof Refusal && line.basis === undefined && line.amountOre !== undefined) return undefined
    throw error
  }
}
