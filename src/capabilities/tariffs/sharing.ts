import { compare, type Exact, exact, over, percent, shared, sum, times, zero } from '../../platform/values/exact.ts'
import type { Step } from './calculation.ts'
import { mustBeAmount, numberAt, refused } from './must.ts'
import type { Rules } from './rule-set.ts'

export type Share = { name: string; weight: Exact; ore: bigint }

/**
 * Parts an amount by weight, to the øre: shared financing by population, and idle costs of a closing by the days each municipality
 * has used. What rounding leaves goes to those who lost most by it, so that the shares sum to the amount.
 * @throws Refusal at `weights` when there is nobody to share among
 * @law serviceloven § 174, stk. 3-6
 * @example 100,00 kr. by populations of 1, 1 and 1: 33,34 · 33,33 · 33,33
 */
export function sharedAmong(totalOre: number, by: readonly { name: string; weight: string }[], steps: Step[] = []): Share[] {
  mustBeAmount('total', 'beløbet', totalOre)
  const weights = by.map(({ name, weight }) => numberAt('weights', name, weight))
  const all = sum(weights)
  if (compare(all, zero) <= 0)
    throw refused('weights', 'nobody', 'Der er ingen at dele beløbet mellem. Skriv mindst ét tal over 0.')
  const parts = shared(BigInt(totalOre), weights)
  return by.map(({ name }, at) => {
    const weight = weights[at] ?? zero
    const ore = parts[at] ?? 0n
    steps.push({
      key: `share.${at}`,
      section: 'costs',
      name,
      formula: 'beløb × egen andel ÷ alles, så andelene giver beløbet på øren',
      inputs: [
        { name: 'Beløb', value: exact(totalOre), unit: 'øre' },
        { name: 'Egen', value: weight, unit: '' },
        { name: 'Alle', value: all, unit: '' },
      ],
      value: exact(ore),
      unit: 'øre',
      rules: [],
    })
    return { name, weight, ore }
  })
}

export const supervisionSizes = {
  '1-7': '1-7 pladser',
  '8-24': '8-24 pladser',
  '25-49': '25-49 pladser',
  '50+': '50 pladser eller flere',
} as const
export type SupervisionSize = keyof typeof supervisionSizes

/** The size class of an offer; a treatment offer without places counts its citizens by the rule. */
export const sizeOf = (places: number): SupervisionSize =>
  places < 8 ? '1-7' : places < 25 ? '8-24' : places < 50 ? '25-49' : '50+'

/**
 * The supervision tariff of a size, unrounded, from the unrounded tariff of the smallest.
 * @law bekendtgørelse om socialtilsyn § 32
 * @example the smallest is 20.000 kr.: 20.000 · 24.000 · 40.000 · 60.000
 */
export const supervisionTariff = (smallest: Exact, size: SupervisionSize, rules: Rules): Exact =>
  times(smallest, rules.number(`tariff.supervision.${size}`))

/** Skærpet tilsyn: a share of the year's tariff for each month begun. @law bekendtgørelse om socialtilsyn § 33 */
export const strictSupervision = (yearly: Exact, months: number, rules: Rules): Exact =>
  times(times(yearly, percent(rules.number('tariff.supervision.strict'))), exact(months))

/** Places of a treatment offer, by citizens expected in a year. @law bekendtgørelse om socialtilsyn § 32 */
export const placesByCitizens = (citizens: number, rules: Rules): Exact =>
  over(exact(citizens), rules.number('tariff.supervision.persons'))
