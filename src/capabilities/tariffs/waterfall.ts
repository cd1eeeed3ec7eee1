import { type Exact, exact, minus, over, percent, plus, rounded, sum, times, zero } from '../../platform/values/exact.ts'
import { type CalculationResult, type CostKind, costKindKeys, costKinds } from './calculation.ts'
import { refused } from './must.ts'
import type { Rules } from './rule-set.ts'

export type Bar = { key: string; name: string; ore: bigint }

/** What moved between two years, per unit in øre: `from` + every bar + `rounding` = `to`. Danish: vandfaldsdiagram. */
export type Waterfall = { from: bigint; bars: Bar[]; rounding: bigint; to: bigint; order: string }

/** The numbers a tariff is made of, as they stand while they are replaced one at a time. */
type Factors = { kinds: Map<CostKind, Exact>; places: Exact; days: Exact; occupancy: Exact; regulation: Exact }

const one = exact(1)

/** What is not counted by places has its units in place of them. */
const factorsOf = ({ kinds, places, days, occupancyPercent, units, regulation }: CalculationResult): Factors => ({
  kinds: new Map(kinds.map(({ kind, basis, service }) => [kind, plus(basis, service)])),
  places: places ?? units,
  days: days === undefined ? one : exact(days),
  occupancy: occupancyPercent === undefined ? one : percent(occupancyPercent),
  regulation,
})

const tariffOf = ({ kinds, places, days, occupancy, regulation }: Factors): Exact =>
  over(plus(sum([...kinds.values()]), regulation), times(times(places, days), occupancy))

type Stage = { key: string; name: string; put: (now: Factors, next: Factors) => Factors }

const costStages: Stage[] = costKindKeys.map((kind) => ({
  key: kind,
  name: costKinds[kind],
  put: (now, next) => ({ ...now, kinds: new Map([...now.kinds, [kind, next.kinds.get(kind) ?? zero]]) }),
}))
const volumeStages: Stage[] = [
  { key: 'places', name: 'Pladser', put: (now, { places }) => ({ ...now, places }) },
  { key: 'days', name: 'Dage', put: (now, { days }) => ({ ...now, days }) },
  { key: 'occupancy', name: 'Belægning', put: (now, { occupancy }) => ({ ...now, occupancy }) },
]
const regulationStage: Stage = {
  key: 'regulation',
  name: 'Midlertidig regulering',
  put: (now, { regulation }) => ({ ...now, regulation }),
}

/** The order that is published as a rule, since another order gives other bars. */
const orders: Record<string, Stage[]> = {
  'costs first': [...costStages, ...volumeStages, regulationStage],
  'volume first': [...volumeStages, ...costStages, regulationStage],
}

/**
 * What a tariff's change since another year is made of. Each number is replaced by the next year's in the rule's order, and the bar
 * is what the tariff moved by that; each bar is whole øre, and what rounding leaves is a bar of its own.
 * @throws Refusal when the two are not prices of the same unit
 * @example 3.650.000 kr. on 10 places is 1.000 kr.; 4.015.000 kr. on 11 places is 1.000 kr. too: +100 from pay, −100 from places
 */
export function waterfall(before: CalculationResult, after: CalculationResult, rules: Rules): Waterfall {
  if (before.unit !== after.unit || (before.places === undefined) !== (after.places === undefined))
    throw refused(
      'unit',
      'other unit',
      'De to takster er ikke regnet pr. samme enhed, så den ene kan ikke forklares ud fra den anden.',
    )
  const order = rules.word('tariff.waterfall.order')
  const next = factorsOf(after)
  const bars: Bar[] = []
  let now = factorsOf(before)
  let value = tariffOf(now)
  for (const { key, name, put } of orders[order] ?? []) {
    now = put(now, next)
    const moved = tariffOf(now)
    const ore = rounded(minus(moved, value))
    if (ore !== 0n) bars.push({ key, name: nameOf(key, name, after), ore })
    value = moved
  }
  const [from, to] = [before.tariff.ore, after.tariff.ore]
  const told = bars.reduce((all, { ore }) => all + ore, 0n)
  return { from, bars, rounding: to - from - told, to, order }
}

const nameOf = (key: string, name: string, { places }: CalculationResult): string =>
  key === 'places' && places === undefined ? 'Leverede enheder' : name
