import { type Exact, exact, minus, one, over, percent, rounded, times } from '../../platform/values/exact.ts'
import type { CalculationInput, CalculationResult, Price, Step, StepInput, Unit } from './calculation.ts'
import type { Rules } from './rule-set.ts'

type Around = { rules: Rules; steps: Step[] }
type Day = { tariff: Price; days: number | undefined; per: Unit }
type Other = Pick<CalculationResult, 'month' | 'yearly' | 'net'>

/** The same tariff a year and a month, and what a municipality pays when it gets its VAT back. Always from the unrounded. */
export function otherPrices(input: CalculationInput, { tariff, days, per }: Day, around: Around): Other {
  const day: StepInput = { name: 'Takst, før afrunding', value: tariff.exact, unit: per, from: 'tariff' }
  const yearly = days === undefined ? undefined : yearPrice(day, tariff.exact, days, around)
  const month = days === undefined ? undefined : monthPrice(day, tariff.exact, days, around)
  const net = input.ownership === 'private' ? netPrice(day, tariff.exact, around) : undefined
  return { yearly, month, net }
}

type Told = Pick<Step, 'key' | 'name' | 'formula' | 'unit'> & {
  inputs: StepInput[]
  /** Before rounding. */
  arithmetic: string
  value: Exact
  rounding: string
  also?: string[]
}

function priced({ rounding, also = [], arithmetic, value, inputs, formula, ...step }: Told, { rules, steps }: Around): Price {
  const to = rules.number(rounding)
  const ore = rounded(value, to.n)
  const last = `$${inputs.length + 1}`
  steps.push({
    ...step,
    section: 'prices',
    formula: `${formula}, afrundet`,
    arithmetic: `ROUND(${arithmetic} / ${last}, 0) * ${last}`,
    inputs: [...inputs, { name: 'Afrundes til nærmeste', value: to, unit: 'øre', from: rounding }],
    value: exact(ore),
    rules: [...also, rounding],
  })
  return { exact: value, ore }
}

const daysInput = (days: number): StepInput => ({ name: 'Dage', value: exact(days), unit: 'dage', from: 'days' })

const yearPrice = (day: StepInput, tariff: Exact, days: number, around: Around): Price =>
  priced(
    {
      key: 'price.year',
      name: 'Takst pr. år',
      formula: 'takst før afrunding × dage',
      arithmetic: '$1 * $2',
      inputs: [day, daysInput(days)],
      value: times(tariff, exact(days)),
      unit: 'øre/år',
      rounding: 'tariff.rounding.day',
    },
    around,
  )

/**
 * A month of a price per day.
 * @example 154,31 kr. a day is 4.694 kr. a month when a month is a day × 365 ÷ 12 (KL, 2023)
 */
export function perMonth(day: Exact, days: number, how: string): Exact {
  if (how === '365/12') return times(day, exact(365, 12))
  if (how === '30.5') return times(day, exact(61, 2))
  return over(times(day, exact(days)), exact(12))
}

const byRule: Record<string, { formula: string; arithmetic: string }> = {
  '365/12': { formula: 'takst før afrunding × 365 ÷ 12', arithmetic: '$1 * 365 / 12' },
  '30.5': { formula: 'takst før afrunding × 30,5', arithmetic: '$1 * 30.5' },
}

function monthPrice(day: StepInput, tariff: Exact, days: number, around: Around): Price {
  const how = around.rules.word('tariff.month')
  const fixed = byRule[how]
  return priced(
    {
      key: 'price.month',
      name: 'Takst pr. måned',
      ...(fixed ?? { formula: 'takst før afrunding × dage ÷ 12', arithmetic: '$1 * $2 / 12' }),
      inputs: fixed ? [day] : [day, daysInput(days)],
      value: perMonth(tariff, days, how),
      unit: 'øre/måned',
      rounding: 'tariff.rounding.day',
      also: ['tariff.month'],
    },
    around,
  )
}

/** @example 2.000 kr. with 4,6 percent indirect VAT is 1.908,00 kr. net */
export const withoutVat = (price: Exact, share: Exact): Exact => times(price, minus(one, percent(share)))

function netPrice(day: StepInput, tariff: Exact, around: Around): Price {
  const share = around.rules.number('tariff.vat.share')
  return priced(
    {
      key: 'price.net',
      name: 'Pris uden indirekte moms',
      formula: 'takst før afrunding × (1 − moms)',
      arithmetic: '$1 * (1 - $2 / 100)',
      inputs: [day, { name: 'Indirekte moms', value: share, unit: 'procent', from: 'tariff.vat.share' }],
      value: withoutVat(tariff, share),
      unit: day.unit,
      rounding: 'tariff.rounding.net',
      also: ['tariff.vat.share'],
    },
    around,
  )
}
