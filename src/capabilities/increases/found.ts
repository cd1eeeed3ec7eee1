import type { Day } from '../../platform/values/day.ts'
import { type Exact, exact, fromDecimal, fromFraction, zero } from '../../platform/values/exact.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type Ownership, type PlaceKind, type PriceUnit, placeKinds, priceUnits } from '../offers/index.ts'
import { type Parameter, rulesOn } from '../rules/index.ts'
import {
  type Baseline,
  type Before,
  baselineKeys,
  baselines,
  exceeds,
  type Increase,
  limitKey,
  measured,
  type Threshold,
} from './increase.ts'
import { percentText } from './words.ts'

const placeKindKeys = Object.keys(placeKinds) as PlaceKind[]

/** What the database tells of a price: `exactOre` before rounding, where it is known. */
export type PriceRow = {
  amountOre: number
  exactOre: string | undefined
  temporaryOre: number | undefined
  basis: 'calculated' | 'not_received'
}

/** A published tariff that has taken the place of others. */
export type RisenRow = PriceRow & {
  id: number
  tariffId: number
  offerId: number
  operatorId: number | undefined
  municipalityCode: number | undefined
  operatorName: string
  offerName: string
  unitName: string
  service: string
  level: string
  groups: string[]
  ownership: Ownership | undefined
  kind: PlaceKind | undefined
  per: PriceUnit
  validFrom: Day
  source: string
  example: boolean
  /** `places`: how many came from each, as a fraction. */
  before: (PriceRow & { per: PriceUnit; places: string | undefined })[]
}

/** What decides on a day: the limit for an ownership, the baseline, and the year's PL. Where there is no baseline nothing is judged. */
export type Rules = { limit: Threshold | undefined; baseline: Baseline | undefined; pl: Exact | undefined }

export const BASELINE = 'tariff.increase.baseline'
const NO_BASELINE: Increase = { unknown: 'Der er ingen regel for, hvad en stigning måles mod, den dag taksten gælder fra.' }

/** The rules as they stand on the day a tariff takes effect; a limit that was not there yet, or that nobody has agreed on for the kind of places, reports nobody. */
export function rulesAt(
  parameters: readonly Parameter[],
  { validFrom, ownership, kind }: Pick<RisenRow, 'validFrom' | 'ownership' | 'kind'>,
): Rules {
  const now = new Map(rulesOn(parameters, validFrom).map((rule) => [rule.key, rule.now]))
  const limit = now.get(limitKey(ownership, kind))
  const baseline = baselineKeys.find((key) => key === now.get(BASELINE)?.word)
  const pl = now.get('tariff.pl')?.value
  return {
    limit: limit?.value === undefined ? undefined : { percent: decimal(limit.value), ...limit },
    baseline,
    pl: pl === undefined ? undefined : decimal(pl),
  }
}

export const baselineOn = (parameters: readonly Parameter[], day: Day): Baseline | undefined =>
  rulesAt(parameters, { validFrom: day, ownership: undefined, kind: undefined }).baseline

/** What must be reported on a day, for each ownership with a limit of its own and each kind of places. */
export type LimitFor = { ownership: Ownership; kind: PlaceKind; limit: Threshold | undefined }

export const limitsOn = (parameters: readonly Parameter[], day: Day): LimitFor[] =>
  (['private', 'municipal'] as const).flatMap((ownership) =>
    placeKindKeys.map((kind) => ({ ownership, kind, limit: rulesAt(parameters, { validFrom: day, ownership, kind }).limit })),
  )

const decimal = (value: number): Exact => fromDecimal(String(value)) ?? zero

const costOf = ({ amountOre, exactOre, temporaryOre, basis }: PriceRow) => ({
  price: (exactOre && fromFraction(exactOre)) || exact(amountOre),
  temporary: temporaryOre !== undefined ? exact(temporaryOre) : basis === 'calculated' ? zero : undefined,
})

const beforeOf = (row: PriceRow & { places: string | undefined }): Before => ({
  ...costOf(row),
  places: row.places === undefined ? undefined : fromFraction(row.places),
})

/** A tariff against what it was, by every baseline; `decides` and `exceeds` are by the one that the rule names. */
export type Judged = {
  row: RisenRow
  increases: Record<Baseline, Increase>
  rules: Rules
  decides: Increase
  exceeds: boolean
}

/** By the baseline that the rule names; without one it cannot be said. */
export const deciding = (increases: Record<Baseline, Increase>, { baseline }: Pick<Rules, 'baseline'>): Increase =>
  baseline === undefined ? NO_BASELINE : increases[baseline]

/** Why nobody can say whether it must be reported; undefined: it can be said, or no limit is agreed on. */
export const unjudgedWhy = ({ rules, decides }: Pick<Judged, 'rules' | 'decides'>): string | undefined =>
  rules.limit !== undefined && 'unknown' in decides ? decides.unknown : undefined

/**
 * A price met outside the register, which nobody has told the temporary part of. Measured and judged like any other.
 * @throws Refusal when it cannot be judged, or need not be reported
 */
export function mustExceed(rules: Rules, { from, to }: { from: Exact; to: Exact }) {
  const { limit, baseline } = rules
  const increase = deciding(
    measured({
      now: { price: to, temporary: zero },
      before: [{ price: from, temporary: zero, places: undefined }],
      pl: rules.pl,
    }),
    rules,
  )
  if (limit === undefined || baseline === undefined || 'unknown' in increase) {
    const why = 'unknown' in increase ? increase.unknown : 'Der er ingen grænse den dag.'
    throw new Refusal(
      'effectiveOn',
      'cannot be judged',
      `${why} Sekretariatet sætter reglen under Kontoret, Regler. Intet er gemt.`,
    )
  }
  if (exceeds(increase, limit)) return { ...increase, baseline, limit }
  throw new Refusal(
    'to',
    'not over the limit',
    `Stigningen er ${percentText(increase.percent, limit.percent)}, målt mod ${baselines[baseline]}, og skal først indberettes over ${percentText(limit.percent)}. Intet er gemt.`,
  )
}

/** A tariff that was paid by another unit is followed, and nothing is said of how much it rose. */
function notComparable(was: PriceUnit, is: PriceUnit): Record<Baseline, Increase> {
  const unknown = `Taksten var pr. ${priceUnits[was]} og er nu pr. ${priceUnits[is]}, så priserne kan ikke sammenlignes.`
  return Object.fromEntries(baselineKeys.map((key) => [key, { unknown }])) as Record<Baseline, Increase>
}

export function judged(row: RisenRow, parameters: readonly Parameter[]): Judged {
  const rules = rulesAt(parameters, row)
  const other = row.before.find(({ per }) => per !== row.per)
  const increases = other
    ? notComparable(other.per, row.per)
    : measured({ now: costOf(row), before: row.before.map(beforeOf), pl: rules.pl })
  const decides = deciding(increases, rules)
  return { row, increases, rules, decides, exceeds: rules.limit !== undefined && exceeds(decides, rules.limit) }
}
