import {
  compare,
  type Exact,
  exact,
  minus,
  negated,
  one,
  percent,
  plus,
  rounded,
  times,
  zero,
} from '../../platform/values/exact.ts'
import type { Account, Regulation, Step } from './calculation.ts'
import { mustBeAmount, refused } from './must.ts'
import { type Rules, wholeOf } from './rule-set.ts'

/** What becomes of a year's surplus or deficit. Amounts in øre; `regulation` is what the later tariff brings in: a deficit is positive. */
export type Carried = {
  /** Revenue − costs − what regulated an earlier year: a surplus is positive. */
  result: Exact
  limit: Exact
  regulation: bigint
  toYear: number
  /** What stays with the operator, in whole øre: a surplus set aside, to be used before the end of `useBy`, or a deficit it bears (negative). */
  kept: bigint
  useBy: number
}

/**
 * By the rule: nothing up to the limit; beyond it the part over it, or all of it; in the tariff so many years later.
 * @example revenue 10.000.000, costs 9.300.000, basis 10.000.000 (in kroner), 5 percent, only the part over: the surplus is
 * 700.000, the limit 500.000, so the tariff two years later is lowered by 200.000 and 500.000 is set aside for five years
 */
export function carried(account: Account, rules: Rules, steps: Step[]): Carried {
  const { year } = account
  const section = 'regulation' as const
  mustBeAccount(account)
  const result = exact(account.revenueOre - account.costsOre - account.regulationOre)
  steps.push({
    key: `result.${year}`,
    section,
    name: result.n < 0n ? `Underskud ${year}` : `Overskud ${year}`,
    formula: 'indtægt − omkostninger − det af indtægten, der regulerede et tidligere år',
    arithmetic: '$1 - $2 - $3',
    inputs: [
      { name: 'Indtægt', value: exact(account.revenueOre), unit: 'øre' },
      { name: 'Omkostninger', value: exact(account.costsOre), unit: 'øre' },
      { name: 'Regulering i indtægten', value: exact(account.regulationOre), unit: 'øre' },
    ],
    value: result,
    unit: 'øre',
    rules: [],
    source: account.source ?? `Regnskab ${year}`,
  })
  const limit = limitOf(account, rules, steps)
  const moved = movedOf(result, limit, rules)
  const regulation = rounded(negated(moved))
  const toYear = account.toYear ?? year + wholeOf(rules, 'tariff.surplus.lag')
  steps.push({
    key: `carried.${year}`,
    section,
    name: `Regulering fra ${year}, i taksten for ${toYear}`,
    ...formulaOf(result, limit, rules),
    inputs: [
      { name: 'Resultat', value: result, unit: 'øre', from: `result.${year}` },
      { name: 'Grænse', value: limit, unit: 'øre', from: `limit.${year}` },
      { name: 'Afrundes til nærmeste', value: one, unit: 'øre' },
    ],
    value: exact(regulation),
    unit: 'øre',
    rules: ['tariff.surplus.mode', 'tariff.surplus.symmetric', 'tariff.surplus.lag'],
  })
  const kept = result.n + regulation
  return { result, limit, regulation, toYear, kept, useBy: year + wholeOf(rules, 'tariff.surplus.setAsideYears') }
}

function limitOf(account: Account, rules: Rules, steps: Step[]): Exact {
  const share = rules.number('tariff.surplus.share')
  const of = rules.word('tariff.surplus.of')
  const told = of === 'budget' ? account.budgetOre : of === 'accounts' ? account.costsOre : account.basisOre
  if (told === undefined)
    throw refused(
      'regulations',
      'no base',
      `Regnskabet for ${account.year} siger ikke, hvad ${of === 'budget' ? 'budgettet' : 'takstberegningsgrundlaget'} var, så grænsen for regulering kan ikke regnes.`,
    )
  const base = exact(told)
  const value = times(base, percent(share))
  steps.push({
    key: `limit.${account.year}`,
    section: 'regulation',
    name: 'Grænse for regulering',
    formula: 'grundlag × procent',
    arithmetic: '$1 * $2 / 100',
    inputs: [
      { name: 'Grundlag', value: base, unit: 'øre', from: 'tariff.surplus.of' },
      { name: 'Procent', value: share, unit: 'procent', from: 'tariff.surplus.share' },
    ],
    value,
    unit: 'øre',
    rules: ['tariff.surplus.share', 'tariff.surplus.of'],
  })
  return value
}

const isDeficit = (result: Exact) => result.n < 0n
const size = (value: Exact): Exact => (value.n < 0n ? negated(value) : value)
const leaves = (result: Exact, rules: Rules) => isDeficit(result) && rules.word('tariff.surplus.symmetric') === 'no'

/** The part of the result that later tariffs settle, with the result's own sign. */
function movedOf(result: Exact, limit: Exact, rules: Rules): Exact {
  if (compare(size(result), limit) <= 0 || leaves(result, rules)) return zero
  if (rules.word('tariff.surplus.mode') === 'whole') return result
  return isDeficit(result) ? plus(result, limit) : minus(result, limit)
}

function formulaOf(result: Exact, limit: Exact, rules: Rules): Pick<Step, 'formula' | 'arithmetic'> {
  if (leaves(result, rules)) return { formula: 'underskud reguleres ikke', arithmetic: '0' }
  if (compare(size(result), limit) <= 0) return { formula: 'ikke over grænsen: intet reguleres', arithmetic: '0' }
  const whole = rules.word('tariff.surplus.mode') === 'whole'
  const moved = whole ? '-$1' : isDeficit(result) ? '-($1 + $2)' : '-($1 - $2)'
  const what = whole ? 'hele resultatet' : 'den del, der er over grænsen'
  return { formula: `${what}, ${isDeficit(result) ? 'lagt til' : 'trukket fra'}`, arithmetic: `ROUND(${moved} / $3, 0) * $3` }
}

function mustBeAccount(account: Account): void {
  const field = 'regulations'
  mustBeAmount(field, `indtægt ${account.year}`, account.revenueOre)
  mustBeAmount(field, `omkostninger ${account.year}`, account.costsOre)
  mustBeAmount(field, `regulering ${account.year}`, account.regulationOre, -Number.MAX_SAFE_INTEGER)
  if (account.basisOre !== undefined) mustBeAmount(field, `takstgrundlag ${account.year}`, account.basisOre)
  if (account.budgetOre !== undefined) mustBeAmount(field, `budget ${account.year}`, account.budgetOre)
}

/**
 * Everything earlier years bring into this year's tariff.
 * @throws Refusal at `regulations` when accounts belong in another year's tariff, or a year is there twice
 */
export function regulationOf(regulations: readonly Regulation[], year: number, rules: Rules, steps: Step[]): Exact {
  const years = regulations.map((each) => ('account' in each ? each.account.year : each.fromYear))
  const twice = years.find((each, at) => years.indexOf(each) !== at)
  if (twice !== undefined)
    throw refused('regulations', 'twice', `Reguleringen fra ${twice} står der to gange. Lad den stå én gang.`)
  const amounts = regulations.map((each) =>
    'account' in each ? byAccount(each.account, year, rules, steps) : byAmount(each, year),
  )
  const value = amounts.reduce(plus, zero)
  if (regulations.length === 0) return value
  steps.push({
    key: 'regulation',
    section: 'regulation',
    name: 'Midlertidig regulering i alt',
    formula: 'summen af årenes regulering: underskud lægges til, overskud trækkes fra',
    arithmetic: 'SUM',
    inputs: amounts.map((amount, at) => ({ name: `Fra ${years[at]}`, value: amount, unit: 'øre', from: keyOf(regulations[at]) })),
    value,
    unit: 'øre',
    rules: [],
  })
  return value
}

const keyOf = (each: Regulation | undefined) => (each && 'account' in each ? `carried.${each.account.year}` : undefined)

function byAccount(account: Account, year: number, rules: Rules, steps: Step[]): Exact {
  const { regulation, toYear } = carried(account, rules, steps)
  if (toYear !== year)
    throw refused(
      'regulations',
      'other year',
      `Regnskabet for ${account.year} hører til taksten for ${toYear}, ikke for ${year}.`,
    )
  return exact(regulation)
}

function byAmount({ fromYear, amountOre }: Extract<Regulation, { fromYear: number }>, year: number): Exact {
  mustBeAmount('regulations', `regulering fra ${fromYear}`, amountOre, -Number.MAX_SAFE_INTEGER)
  if (fromYear >= year) throw refused('regulations', 'not earlier', `En regulering er fra et tidligere år end ${year}.`)
  return exact(amountOre)
}
