import type { Day } from '../../platform/values/day.ts'
import { type Exact, exact, fromDecimal } from '../../platform/values/exact.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type Parameter, rulesOn, valueText } from '../rules/index.ts'
import type { RuleSet, TariffRule } from './calculation.ts'

/** The first day of a tariff year: what holds then holds for the year. */
export const firstDayOf = (year: number): string => `${year}-01-01`

/** The rules of a year, from every value there was and is. A rule that ended without a new value stands without one. */
export const ruleSetOf = (parameters: readonly Parameter[], year: number): RuleSet => rulesHolding(parameters, firstDayOf(year))

/** The rules as they hold on a day, for what is judged by the day and not by the year. */
export function rulesHolding(parameters: readonly Parameter[], day: Day): RuleSet {
  return {
    year: Number(day.slice(0, 4)),
    rules: rulesOn(parameters, day).map(({ label, now, past, coming }) => ruleFrom(now ?? ended(past[0] ?? coming[0], label))),
  }
}

const ended = (last: Parameter | undefined, label: string): Parameter => {
  if (!last) throw new Error(`the rule »${label}« has no value at all`)
  return { ...last, value: undefined, word: undefined, confirmed: false }
}

const ruleFrom = (parameter: Parameter): TariffRule => ({
  key: parameter.key,
  label: parameter.label,
  value: parameter.word ?? (parameter.value === undefined ? undefined : String(parameter.value)),
  said: valueText(parameter),
  unit: parameter.unit,
  validFrom: parameter.validFrom,
  validUntil: parameter.validUntil,
  source: parameter.source,
  law: parameter.law,
  confirmed: parameter.confirmed,
})

/** A rule set to calculate by: each number read once. */
export type Rules = {
  year: number
  /** @throws Refusal when nobody has said what the rule is */
  number(key: string): Exact
  /** @throws Refusal when nobody has said what the rule is */
  word(key: string): string
}

const opened = new WeakMap<RuleSet, Rules>()

/** The rules of a set, ready to calculate by. */
export function rulesOf(set: RuleSet): Rules {
  const known = opened.get(set)
  if (known) return known
  const byKey = new Map(set.rules.map((rule) => [rule.key, rule]))
  const numbers = new Map<string, Exact>()
  const said = (key: string): string => {
    const rule = byKey.get(key)
    if (rule?.value === undefined) throw notSaid(set.year, rule, key)
    return rule.value
  }
  const rules: Rules = {
    year: set.year,
    word: said,
    number: (key) => {
      const found = numbers.get(key) ?? numberFrom(said(key), key)
      numbers.set(key, found)
      return found
    },
  }
  opened.set(set, rules)
  return rules
}

function numberFrom(value: string, key: string): Exact {
  const number = fromDecimal(value)
  if (!number) throw new Error(`the rule ${key} is no number: ${value}`)
  return number
}

const notSaid = (year: number, rule: TariffRule | undefined, key: string): Refusal =>
  new Refusal(
    undefined,
    'rule not said',
    `Reglen »${rule?.label ?? key}« er ikke oplyst for ${year}. Bed sekretariatet om at sætte den, eller skriv tallet som et beløb i stedet. Der er ikke regnet noget.`,
  )

/** A rule of a whole number, such as years or øre. */
export const wholeOf = (rules: Rules, key: string): number => Number(rules.number(key).n / rules.number(key).d)

export const hundred = exact(100)
