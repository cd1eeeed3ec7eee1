import { type Exact, exact, minus, one, over, percent, rounded, times } from '../../platform/values/exact.ts'
import type { CalculationInput, CalculationResult, Price, Step, Unit } from './calculation.ts'
import type { Rules } from './rule-set.ts'

type Around = { rules: Rules; steps: Step[] }
type Day = { tariff: Price; days: number | undefined; per: Unit }

type Other = Pick<CalculationResult, 'month' | 'yearly' | 'net'>

/** The same tariff a year and a month, and what a municipality pays when it gets its VAT back. Always from the unrounded. */
export function otherPrices(input: CalculationInput, { tariff, days, per }: Day, { rules, steps }: Around): Other {
  const yearly = days === undefined ? undefined : yearPrice(tariff.exact, days, { rules, steps })
  const month = days === undefined || yearly === undefined ? undefined : monthPrice(tariff.exact, yearly.exact, { rules, steps })
  const net = input.ownership === 'private' ? netPrice(tariff.exact, per, { rules, steps }) : undefined
  return { yearly, month, net }
}

type Told = Omit<Step, 'section' | 'rules'> & { rounding: string; also?: string[] }

function priceStep({ rounding, also = [], ...step }: Told, { rules, steps }: Around): Price {
  steps.push({ ...step, section: 'prices', rules: [...also, rounding] })
  return { exact: step.value, ore: rounded(step.value, rules.number(rounding).n) }
}

const yearPrice = (tariff: Exact, days: number, around: Around): Price =>
  priceStep(
    {
      key: 'price.year',
      name: 'Takst pr. år, før afrunding',
      formula: 'takst før afrunding × dage',
      inputs: [
        { name: 'Takst, før afrunding', value: tariff, unit: 'øre/døgn', from: 'tariff' },
        { name: 'Dage', value: exact(days), unit: 'dage', from: 'days' },
      ],
      value: times(tariff, exact(days)),
      unit: 'øre/år',
      rounding: 'tariff.rounding.day',
    },
    around,
  )

/** @example 154,31 kr. a day is 4.694 kr. a month when a month is a day × 365 ÷ 12 (KL, 2023) */
export function perMonth(day: Exact, year: Exact, how: string): Exact {
  if (how === '365/12') return times(day, exact(365, 12))
  if (how === '30.5') return times(day, exact(61, 2))
  return over(year, exact(12))
}

function monthPrice(tariff: Exact, year: Exact, around: Around): Price {
  const how = around.rules.word('tariff.month')
  const formulas: Record<string, string> = { '365/12': 'takst før afrunding × 365 ÷ 12', '30.5': 'takst før afrunding × 30,5' }
  return priceStep(
    {
      key: 'price.month',
      name: 'Takst pr. måned, før afrunding',
      formula: formulas[how] ?? 'takst pr. år ÷ 12',
      inputs: [
        formulas[how]
          ? { name: 'Takst, før afrunding', value: tariff, unit: 'øre/døgn', from: 'tariff' }
          : { name: 'Takst pr. år', value: year, unit: 'øre/år', from: 'price.year' },
      ],
      value: perMonth(tariff, year, how),
      unit: 'øre/måned',
      rounding: 'tariff.rounding.day',
      also: ['tariff.month'],
    },
    around,
  )
}

/** @example 2.000 kr. with 4,6 percent indirect VAT is 1.908,00 kr. net */
export const withoutVat = (price: Exact, share: Exact): Exact => times(price, minus(one, percent(share)))

function netPrice(tariff: Exact, per: Unit, around: Around): Price {
  const share = around.rules.number('tariff.vat.share')
  return priceStep(
    {
      key: 'price.net',
      name: 'Pris uden indirekte moms, før afrunding',
      formula: 'takst før afrunding × (1 − moms)',
      inputs: [
        { name: 'Takst, før afrunding', value: tariff, unit: per, from: 'tariff' },
        { name: 'Indirekte moms', value: share, unit: 'procent', from: 'tariff.vat.share' },
      ],
      value: withoutVat(tariff, share),
      unit: per,
      rounding: 'tariff.rounding.net',
      also: ['tariff.vat.share'],
    },
    around,
  )
}
