import { exact, rounded, shared } from '../../platform/values/exact.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type AccountFigures, type AccountOf, accountIn, type KeptAccount } from './account.ts'
import type { Account, Calculated, CalculationInput, RuleSet, Step } from './calculation.ts'
import { type Carried, carried } from './regulation.ts'
import { type Rules, rulesOf, wholeOf } from './rule-set.ts'

/** What becomes of a year's result by the rule, whether or not the later tariff is there. Danish: årets resultat går videre. */
export type Flow = { account: Account; carried: Carried; steps: Step[]; rules: RuleSet } | { why: string }

export const isKnown = (flow: Flow): flow is Extract<Flow, { carried: Carried }> => 'carried' in flow

/**
 * The tariff year a year's result flows into: the rule that held in its own year says, so that a rule changed later neither loses
 * a year nor counts it twice.
 * @throws Refusal when nobody has said how many years
 */
export const flowsInto = (year: number, own: Rules): number => year + wholeOf(own, 'tariff.surplus.lag')

type Kept = AccountOf & AccountFigures & Pick<KeptAccount, 'version' | 'source'>

/**
 * Where a year's result goes: how much is over the limit, into which tariff, and what stays. `own` are the rules of its own year,
 * `later` those of a tariff year: of its calculation where there is one, otherwise as they are known now.
 */
export function flowOf(kept: Kept, own: RuleSet, later: (year: number) => RuleSet): Flow {
  const account = accountIn(kept)
  if (!account)
    return { why: `Regnskabet for ${kept.year} siger kun, hvordan pladserne blev brugt. Indtægt og omkostninger mangler.` }
  try {
    const toYear = flowsInto(kept.year, rulesOf(own))
    const steps: Step[] = []
    const into = { ...account, toYear }
    const rules = later(toYear)
    return { account: into, carried: carried(into, rulesOf(rules), steps), steps, rules }
  } catch (error) {
    if (error instanceof Refusal) return { why: error.message }
    throw error
  }
}

/** A later calculation, as far as it concerns an earlier year. `ore`: what it took in from that year; undefined: nothing is said of it. */
export type Later = { id: number; label: string; ore: bigint | undefined }

/** What a calculation took in from a year, in øre; undefined: it says nothing of that year. */
export function tookIn({ regulations }: Pick<CalculationInput, 'regulations'>, { steps }: Calculated, year: number) {
  const taken = regulations.flatMap((one): bigint[] => {
    if ('account' in one) return one.account.year === year ? [stepValue(steps, `carried.${year}`)] : []
    return one.fromYear === year ? [BigInt(one.amountOre)] : []
  })
  return taken.length === 0 ? undefined : taken.reduce((sum, ore) => sum + ore, 0n)
}

const stepValue = (steps: readonly Step[], key: string): bigint => steps.find((step) => step.key === key)?.value.n ?? 0n

/**
 * What parts of a year took in together, each by its days; undefined: none of them says anything.
 * @example -200 øre in each of two half years: -200
 */
export function byDays(parts: readonly { ore: bigint | undefined; days: number }[]): bigint | undefined {
  if (parts.every(({ ore }) => ore === undefined)) return undefined
  const days = parts.reduce((sum, part) => sum + part.days, 0)
  const all = parts.reduce((sum, part) => sum + (part.ore ?? 0n) * BigInt(part.days), 0n)
  return rounded(exact(all, BigInt(Math.max(days, 1))))
}

/** Whether the later tariff took in what the rule says. */
export type Taken =
  | { state: 'nothing' }
  | { state: 'waiting' }
  | { state: 'taken' | 'missing' | 'other'; ore: bigint; ids: number[] }

/** `later`: the calculations of the place line for the year the result flows into, all of them where the accounts are of the whole line. */
export function takenOf(regulation: bigint, later: readonly Later[]): Taken {
  const told = later.filter(({ ore }) => ore !== undefined)
  const ore = told.reduce((sum, one) => sum + (one.ore ?? 0n), 0n)
  const ids = (told.length > 0 ? told : later).map(({ id }) => id)
  if (regulation === 0n && ore === 0n) return { state: 'nothing' }
  if (later.length === 0) return { state: 'waiting' }
  if (ore === regulation) return { state: 'taken', ore, ids }
  return { state: told.length === 0 ? 'missing' : 'other', ore, ids }
}

/** Calculations of the later year that accounts concern: all of the line, or those of the same tariff. */
export const concerning = <Of extends { label: string }>(label: string, later: readonly Of[]): Of[] =>
  later.filter((one) => label === '' || one.label === label)

/**
 * What each of several tariffs takes of one amount, by weight, in whole øre; together they take all of it.
 * @example 100 øre by weights 1 and 2: 33 and 67
 */
export function partsOf(regulation: bigint, weights: readonly number[]): bigint[] {
  const whole = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1)
  return shared(
    regulation,
    whole.map((weight) => ({ n: BigInt(Math.max(0, Math.round(weight))), d: 1n })),
  )
}
