import type { Day } from '../../platform/values/day.ts'
import { type Exact, exact, fromDecimal, fromFraction, zero } from '../../platform/values/exact.ts'
import { type Ownership, type PlaceKind, type PriceUnit, placeKinds } from '../offers/index.ts'
import { type Parameter, rulesOn } from '../rules/index.ts'
import {
  type Baseline,
  type Before,
  baselineKeys,
  exceeds,
  type Increase,
  limitKey,
  measured,
  type Threshold,
} from './increase.ts'

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
  before: (PriceRow & { places: string | undefined })[]
}

/** What decides on a day: the limit for an ownership, the baseline, and the year's PL. */
export type Rules = { limit: Threshold | undefined; baseline: Baseline; pl: Exact | undefined }

/** The rules as they stand on the day a tariff takes effect; a limit that was not there yet, or that nobody has agreed on for the kind of places, reports nobody. */
export function rulesAt(
  parameters: readonly Parameter[],
  { validFrom, ownership, kind }: Pick<RisenRow, 'validFrom' | 'ownership' | 'kind'>,
): Rules {
  const now = new Map(rulesOn(parameters, validFrom).map((rule) => [rule.key, rule.now]))
  const limit = now.get(limitKey(ownership, kind))
  const baseline = baselineKeys.find((key) => key === now.get('tariff.increase.baseline')?.word)
  const pl = now.get('tariff.pl')?.value
  return {
    limit: limit?.value === undefined ? undefined : { percent: decimal(limit.value), ...limit },
    baseline: baseline ?? 'last year',
    pl: pl === undefined ? undefined : decimal(pl),
  }
}

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

/** A tariff against what it was, by every baseline; `exceeds` is by the one that decides. */
export type Judged = {
  row: RisenRow
  increases: Record<Baseline, Increase>
  rules: Rules
  exceeds: boolean
}

export function judged(row: RisenRow, parameters: readonly Parameter[]): Judged {
  const rules = rulesAt(parameters, row)
  const increases = measured({ now: costOf(row), before: row.before.map(beforeOf), pl: rules.pl })
  return { row, increases, rules, exceeds: rules.limit !== undefined && exceeds(increases[rules.baseline], rules.limit) }
}
