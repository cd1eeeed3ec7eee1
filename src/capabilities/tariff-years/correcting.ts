import type { Ask } from '../../platform/action.ts'
import { fraction, fromDecimal } from '../../platform/values/exact.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import {
  addCalculation,
  type Calculated,
  type Calculation,
  type CalculationInput,
  type CalculationResult,
  fieldsOf,
  type RuleSet,
  rulesOf,
  type TryField,
  temporaryOfLevels,
} from '../tariffs/index.ts'
import type { NewVersion } from './store/publish.ts'
import { type ListedTariff, netOf } from './tariff.ts'

const nothing = 'Intet er gemt.'

/** @throws Refusal when somebody else has corrected it since the form was made */
export function mustBeCurrent({ current }: Pick<ListedTariff, 'current'>): void {
  if (!current)
    throw new Refusal(
      undefined,
      'corrected meanwhile',
      `Taksten er rettet i mellemtiden af en anden. ${nothing} Find den gældende version, og ret den.`,
    )
}

/** What a calculation and its tariff agree on: of a graded one the price of the version's own level, else the one price. */
export type PriceOf = Pick<NewVersion, 'amountOre' | 'exactOre' | 'temporaryOre' | 'places'>

const number = (of: { n: bigint; d: bigint } | undefined): number | undefined => of && Number(of.n) / Number(of.d)

/** A calculation made anew, with what it was made from. */
export type Made = { result: CalculationResult; input: CalculationInput; rules: RuleSet }

/** Every number behind a tariff that can be corrected. How many days a week a level is of is its name: another is another tariff. */
export const numbersBehind = ({ input, calculated, rules }: Calculation): TryField[] =>
  fieldsOf(input, calculated, rules).filter(({ options }) => options === undefined)

/** Which level of a graded calculation a version is; a line that has a level's name itself stands before it: 'Dag, Niveau 1'. */
export function levelAt({ level }: Pick<ListedTariff, 'level'>, { levels }: Pick<CalculationResult, 'levels'>): number {
  const at = levels.findIndex(({ label }) => level === label)
  return at === -1 ? levels.findIndex(({ label }) => level.endsWith(`, ${label}`)) : at
}

/**
 * The price of a version by a calculation made anew.
 * @throws Refusal when the calculation is graded, and the version is none of its levels
 */
export function priceOf(version: ListedTariff, before: CalculationResult, { result, input, rules }: Made): PriceOf {
  if (result.levels.length === 0)
    return {
      amountOre: Number(result.tariff.ore),
      exactOre: fraction(result.tariff.exact),
      temporaryOre: result.temporaryOre === 0n ? undefined : Number(result.temporaryOre),
      places: number(result.places) ?? version.places,
    }
  const at = levelAt(version, before)
  const level = result.levels[at]
  if (!level)
    throw new Refusal(
      undefined,
      'no level',
      `Taksten »${version.level}« er ikke et niveau i beregningen, så den kan ikke regnes om. Ret kun prisen. ${nothing}`,
    )
  return {
    amountOre: Number(level.price.ore),
    exactOre: fraction(level.price.exact),
    temporaryOre: Number(temporaryOfLevels(input, result, rules)?.[at] ?? 0n) || undefined,
    places: number(fromDecimal(input.grading?.levels[at]?.places ?? '')) ?? version.places,
  }
}

type Told = { reason: string; source: string }

/** What a private tariff costs without VAT: as it was told when the price is the same, else by the share. */
function netFrom(version: ListedTariff, amountOre: number, { rules }: Calculation) {
  if (version.ownership !== 'private' || (version.netTold && amountOre === version.amountOre))
    return { netOre: version.netOre, netTold: version.netTold, vatShare: version.vatShare }
  const { n, d } = rulesOf(rules).number('tariff.vat.share')
  const share = version.vatShare ?? Number(n) / Number(d) / 100
  return { netOre: netOf(amountOre, share), netTold: false, vatShare: share }
}

/** A version that takes the place of another, as it stands but for what is given. */
export const following = (
  { id, correctsId: _, visibility: __, partyId: ___, countedPlaces: ____, ...kept }: ListedTariff,
  { reason, source }: Told,
  { actor, now, today }: Pick<Ask, 'actor' | 'now' | 'today'>,
): NewVersion => ({
  ...kept,
  correctsId: id,
  version: kept.version + 1,
  reason,
  source,
  sourceUrl: undefined,
  asOf: undefined,
  asOfDay: today,
  actorId: actor.id,
  actorName: actor.name,
  publishedAt: now,
})

type Correcting = Pick<Ask, 'db' | 'actor' | 'now' | 'today'>

/**
 * The next version of a calculation, by the rules it was made by, and of every tariff that it is the basis of.
 * @throws Refusal when it cannot be calculated
 */
export async function correctedBy(
  ask: Correcting,
  calculation: Calculation,
  { input, shared, told }: { input: CalculationInput; shared: readonly ListedTariff[]; told: Told },
): Promise<NewVersion[]> {
  const { placeLineId, label, rules, example } = calculation
  const { id, calculated } = await addCalculation(ask.db, {
    ...{ placeLineId, label, input, rules, example, ...told },
    actorId: ask.actor.id,
    actorName: ask.actor.name,
    now: ask.now,
  })
  return shared.map((version) => ({
    ...following(version, told, ask),
    ...newPrice(version, calculation, { calculated, input }),
    basis: 'calculated',
    withdrawn: false,
    calculationId: id,
  }))
}

function newPrice(
  version: ListedTariff,
  calculation: Calculation,
  { calculated: { result }, input }: { calculated: Calculated; input: CalculationInput },
) {
  const price = priceOf(version, calculation.calculated.result, { result, input, rules: calculation.rules })
  return {
    ...price,
    ...netFrom(version, price.amountOre, calculation),
    occupancy: result.occupancyPercent ? (number(result.occupancyPercent) ?? 0) / 100 : version.occupancy,
    days: result.days ?? version.days,
  }
}
