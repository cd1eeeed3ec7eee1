import { type Exact, exact, minus, over, plus, rounded, sum, times, zero } from '../../platform/values/exact.ts'
import {
  type Calculated,
  type CalculationInput,
  type CalculationResult,
  type Part,
  type Price,
  parts,
  type RuleSet,
  type Step,
  type StepInput,
  type TariffUnit,
  type Unit,
} from './calculation.ts'
import { type Costs, costsOf } from './costs.ts'
import { levelsOf } from './levels.ts'
import { mustBeOfYear, refused } from './must.ts'
import { otherPrices } from './prices.ts'
import { regulationOf } from './regulation.ts'
import { type Rules, rulesOf } from './rule-set.ts'
import { type Units, unitsOf } from './units.ts'

const perUnit: Record<TariffUnit, Unit> = { full_day: 'øre/døgn', day: 'øre/dag', hour: 'øre/time' }

/**
 * The tariff of a place line for a year, with every step that led to it: (costs + regulation) ÷ units, in two parts, rounded only
 * when published. The same input and the same rules always give the same.
 * @throws Refusal, a Danish sentence naming the field, for whatever cannot be calculated
 * @law serviceloven § 174, stk. 1; barnets lov § 195
 * @example 3.650.000 kr., 10 places, 365 days, 100 percent: 1.000 kr. a day, and 365.000 kr. a year
 */
export function calculate(input: CalculationInput, set: RuleSet): Calculated {
  mustBeOfYear(input, set.year)
  const rules = rulesOf(set)
  const steps: Step[] = []
  const costs = costsOf(input.costs, rules, steps)
  if (costs.total.n < 0n)
    throw refused(
      'costs',
      'negative costs',
      'Indtægterne er større end omkostningerne, så taksten ville blive negativ. Ret linjerne.',
    )
  const units = unitsOf(input, rules, steps)
  const regulation = regulationOf(input.regulations, input.year, rules, steps)
  const per = perUnit[input.unit]
  const split = splitOf(costs, regulation, rules, steps)
  const prices = partsOf(input, split, { per, rules, units: units.units, steps })
  const levels = input.grading
    ? levelsOf(
        input.grading,
        {
          total: plus(costs.total, regulation),
          service: split.service.total,
          ...pick(units),
          roundTo: roundTo(input, rules),
          rounding: roundingRule(input),
          per,
        },
        rules,
        steps,
      )
    : []
  const other = otherPrices(input, { tariff: prices.tariff, days: units.days, per }, { rules, steps })
  const result: CalculationResult = {
    year: input.year,
    unit: input.unit,
    kinds: costs.kinds,
    costs: { basis: costs.basis, service: costs.service, total: costs.total },
    ...units,
    regulation,
    permanent: minus(prices.tariff.exact, prices.temporary),
    temporary: prices.temporary,
    temporaryOre: rounded(prices.temporary, roundTo(input, rules)),
    tariff: prices.tariff,
    parts: prices.parts,
    levels,
    ...other,
    remainder: zero,
  }
  return { result: { ...result, remainder: remainderOf(result, per, steps) }, steps }
}

const pick = ({ units, places }: Units) => ({ units, places })

export const roundTo = ({ unit }: Pick<CalculationInput, 'unit'>, rules: Rules): bigint =>
  rules.number(unit === 'hour' ? 'tariff.rounding.hour' : 'tariff.rounding.day').n

const roundingRule = ({ unit }: Pick<CalculationInput, 'unit'>) =>
  unit === 'hour' ? 'tariff.rounding.hour' : 'tariff.rounding.day'

type Split = Record<Part, { costs: Exact; regulation: Exact; total: Exact }>

/** How much of the regulation each part carries, by the rule. */
function splitOf(costs: Costs, regulation: Exact, rules: Rules, steps: Step[]): Split {
  if (plus(costs.total, regulation).n < 0n)
    throw refused(
      'regulations',
      'negative tariff',
      'Reguleringen er større end omkostningerne, så taksten ville blive negativ. Ret den.',
    )
  const basis = regulation.n === 0n ? zero : basisShare(costs, regulation, rules, steps)
  const part = (own: Exact, share: Exact) => ({ costs: own, regulation: share, total: plus(own, share) })
  return { basis: part(costs.basis, basis), service: part(costs.service, minus(regulation, basis)) }
}

function basisShare(costs: Costs, regulation: Exact, rules: Rules, steps: Step[]): Exact {
  const asked = rules.word('tariff.regulation.split')
  const how = asked === 'costs' && costs.total.n === 0n ? 'basis' : asked
  const value = how === 'costs' ? over(times(regulation, costs.basis), costs.total) : how === 'basis' ? regulation : zero
  const total: StepInput = { name: 'Regulering i alt', value: regulation, unit: 'øre', from: 'regulation' }
  const step = { section: 'regulation', unit: 'øre', rules: ['tariff.regulation.split'] } as const
  steps.push({
    ...step,
    key: 'regulation.basis',
    name: 'Regulering i basis',
    formula: how === 'costs' ? 'regulering × basis ÷ omkostninger i alt' : how === 'basis' ? 'hele reguleringen' : 'intet',
    arithmetic: how === 'costs' ? '$1 * $2 / $3' : how === 'basis' ? '$1' : '0',
    inputs: [
      total,
      { name: 'Basis', value: costs.basis, unit: 'øre', from: 'costs.basis' },
      { name: 'Omkostninger i alt', value: costs.total, unit: 'øre', from: 'costs' },
    ],
    value,
    rules: [...step.rules],
  })
  steps.push({
    ...step,
    key: 'regulation.service',
    name: 'Regulering i ydelse',
    formula: 'resten',
    arithmetic: '$1 - $2',
    inputs: [total, { name: 'Regulering i basis', value, unit: 'øre', from: 'regulation.basis' }],
    value: minus(regulation, value),
    rules: [...step.rules],
  })
  return value
}

type Around = { per: Unit; rules: Rules; units: Exact; steps: Step[] }

function partsOf(input: CalculationInput, split: Split, around: Around) {
  const { per, units, rules, steps } = around
  const to = roundTo(input, rules)
  const basis = partPrice('basis', split, around)
  const service = partPrice('service', split, around)
  const temporary = over(plus(split.basis.regulation, split.service.regulation), units)
  if (temporary.n !== 0n)
    steps.push({
      key: 'temporary',
      section: 'tariff',
      name: 'Heraf midlertidig regulering',
      formula: 'regulering ÷ enheder',
      arithmetic: '$1 / $2',
      inputs: [
        { name: 'Regulering', value: plus(split.basis.regulation, split.service.regulation), unit: 'øre', from: 'regulation' },
        { name: 'Enheder', value: units, unit: input.unit === 'hour' ? 'timer' : 'døgn', from: 'units' },
      ],
      value: temporary,
      unit: per,
      rules: ['tariff.regulation.split'],
    })
  const whole = plus(basis, service)
  const tariff: Price = { exact: whole, ore: rounded(whole, to) }
  const basisOre = rounded(basis, to)
  steps.push({
    key: 'tariff',
    section: 'tariff',
    name: 'Takst, før afrunding',
    formula: 'basis + ydelse',
    arithmetic: '$1 + $2',
    inputs: [
      { name: 'Basis', value: basis, unit: per, from: 'tariff.basis' },
      { name: 'Ydelse', value: service, unit: per, from: 'tariff.service' },
    ],
    value: whole,
    unit: per,
    rules: [],
  })
  steps.push({
    key: 'published',
    section: 'tariff',
    name: 'Takst',
    formula: 'afrundet, halve væk fra nul',
    arithmetic: 'ROUND($1 / $2, 0) * $2',
    inputs: [
      { name: 'Takst, før afrunding', value: whole, unit: per, from: 'tariff' },
      { name: 'Afrundes til nærmeste', value: exact(to), unit: 'øre', from: roundingRule(input) },
    ],
    value: exact(tariff.ore),
    unit: per,
    rules: [roundingRule(input)],
  })
  return {
    tariff,
    temporary,
    parts: { basis: { exact: basis, ore: basisOre }, service: { exact: service, ore: tariff.ore - basisOre } },
  }
}

function partPrice(part: Part, split: Split, { per, units, steps }: Around): Exact {
  const { costs, regulation, total } = split[part]
  const value = over(total, units)
  steps.push({
    key: `tariff.${part}`,
    section: 'tariff',
    name: parts[part],
    formula: regulation.n === 0n ? 'omkostninger ÷ enheder' : '(omkostninger + regulering) ÷ enheder',
    arithmetic: regulation.n === 0n ? '$1 / $2' : '($1 + $2) / $3',
    inputs: [
      { name: 'Omkostninger', value: costs, unit: 'øre', from: `costs.${part}` },
      ...(regulation.n === 0n
        ? []
        : [{ name: 'Regulering', value: regulation, unit: 'øre' as const, from: `regulation.${part}` }]),
      { name: 'Enheder', value: units, unit: per === 'øre/time' ? 'timer' : 'døgn', from: 'units' },
    ],
    value,
    unit: per,
    rules: [],
  })
  return value
}

/** What the published prices bring in, held against what they were to bring in. */
function remainderOf({ levels, tariff, units, costs, regulation, unit }: CalculationResult, per: Unit, steps: Step[]): Exact {
  const prices =
    levels.length > 0
      ? levels.map(({ label, price, units: own }, at) => ({
          name: label,
          ore: price.ore,
          units: own,
          from: `level.${at}.published`,
        }))
      : [{ name: 'Takst', ore: tariff.ore, units, from: 'published' }]
  const value = minus(sum(prices.map((price) => times(exact(price.ore), price.units))), plus(costs.total, regulation))
  const inputs = prices.flatMap(({ name, ore, units: own, from }): StepInput[] => [
    { name, value: exact(ore), unit: per, from },
    { name: 'Enheder', value: own, unit: unit === 'hour' ? 'timer' : 'døgn', from: levels.length > 0 ? undefined : 'units' },
  ])
  const count = inputs.length
  const income = prices.map((_, at) => `$${2 * at + 1} * $${2 * at + 2}`).join(' + ')
  steps.push({
    key: 'remainder',
    section: 'check',
    name: 'Afrundingsrest',
    formula: `${levels.length > 0 ? 'summen af takst × enheder' : 'takst × enheder'} − omkostninger − regulering`,
    arithmetic: `${income} - $${count + 1} - $${count + 2}`,
    inputs: [
      ...inputs,
      { name: 'Omkostninger', value: costs.total, unit: 'øre', from: 'costs' },
      { name: 'Regulering', value: regulation, unit: 'øre', from: regulation.n === 0n ? undefined : 'regulation' },
    ],
    value,
    unit: 'øre',
    rules: [],
  })
  return value
}
