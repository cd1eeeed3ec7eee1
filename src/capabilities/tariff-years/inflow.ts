import { daysBetween } from '../../platform/values/day.ts'
import { type Exact, exact, over, plus, rounded, times, zero } from '../../platform/values/exact.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import {
  type CalculationBasis,
  changeText,
  type Flow,
  flowOf,
  isKnown,
  type KeptAccount,
  partsOf,
  type Regulation,
  type RuleSet,
  regulationOf,
  rulesOf,
  sourceOf,
} from '../tariffs/index.ts'
import { flatBasis, withRegulation, yearOf } from './basis.ts'
import { costsTotal, lineKey, type PlacedLine } from './line.ts'
import { serviceText } from './tariff.ts'
import type { WarnedLine, Warning } from './warning.ts'

/** One tariff of a sheet, with a line for each period it holds in the year. */
type Tariff = { key: string; lines: PlacedLine[] }

/** What the accounts of an earlier year by rule bring into tariffs of a sheet, beside what their lines say. Danish: det, der går videre. */
export type Inflow = {
  key: string
  fromYear: number
  tariffs: Tariff[]
  /** undefined: not received. */
  account: KeptAccount | undefined
  flow: Flow | undefined
  /** Øre by the rule; undefined: not known. */
  should: bigint | undefined
  /** Øre as the lines say. */
  says: bigint
}

/** What is known around a sheet: the years whose results flow into it, with the rules of each, and what is received. */
export type Known = {
  rules: RuleSet
  own: ReadonlyMap<number, RuleSet>
  accounts: readonly KeptAccount[]
}

const basisOf = (line: PlacedLine, rules: RuleSet): CalculationBasis => line.basis ?? flatBasis(line, rules)

/** A line that has something to calculate from, which what flows in can be added to. */
export const takesIn = (line: PlacedLine): boolean => line.basis !== undefined || costsTotal(line.costs) !== undefined

function tariffsOf(lines: readonly PlacedLine[]): Tariff[] {
  const tariffs = new Map<string, PlacedLine[]>()
  for (const line of lines.filter(({ addOn }) => !addOn))
    tariffs.set(lineKey(line), [...(tariffs.get(lineKey(line)) ?? []), line])
  return [...tariffs].map(([key, of]) => ({ key, lines: of }))
}

function amountIn(line: PlacedLine, fromYear: number, rules: RuleSet): Exact {
  const of = basisOf(line, rules).regulations.filter((one) => yearOf(one) === fromYear)
  try {
    return regulationOf(of, rules.year, rulesOf(rules), [])
  } catch (error) {
    if (error instanceof Refusal) return zero
    throw error
  }
}

/** Each period's amount counts as many days as the period has. */
function saidBy({ lines }: Tariff, fromYear: number, rules: RuleSet): Exact {
  const days = lines.map(({ validFrom, validUntil }) => exact(daysBetween(validFrom, validUntil)))
  const all = days.reduce(plus, zero)
  if (all.n === 0n) return zero
  const weighted = lines.map((line, at) => times(amountIn(line, fromYear, rules), days[at] ?? zero)).reduce(plus, zero)
  return over(weighted, all)
}

/** Everything that by rule flows into a sheet, place line by place line. */
export function inflowsOf(lines: readonly PlacedLine[], known: Known): Inflow[] {
  const places = new Map<number, PlacedLine[]>()
  for (const line of lines)
    if (line.placeLineId !== undefined) places.set(line.placeLineId, [...(places.get(line.placeLineId) ?? []), line])
  return [...places].flatMap(([placeLineId, of]) => {
    const tariffs = tariffsOf(of)
    if (tariffs.length === 0) return []
    return [...known.own.keys()].flatMap((year) => fromYear({ placeLineId, tariffs, year }, known))
  })
}

type Place = { placeLineId: number; tariffs: Tariff[]; year: number }

function fromYear({ placeLineId, tariffs, year }: Place, { rules, own, accounts }: Known): Inflow[] {
  const received = accounts.filter((one) => one.placeLineId === placeLineId && one.year === year)
  const set = own.get(year)
  const row = (account: KeptAccount | undefined, of: Tariff[]): Inflow => {
    const flow = account && set && flowOf(account, set, () => rules)
    return {
      key: `r-${placeLineId}-${year}-${account?.id ?? 0}`,
      ...{ fromYear: year, tariffs: of, account, flow },
      should: flow && isKnown(flow) ? flow.carried.regulation : undefined,
      says: rounded(of.map((tariff) => saidBy(tariff, year, rules)).reduce(plus, zero)),
    }
  }
  const concerned = received.map((account) => ({
    account,
    of: tariffs.filter(({ lines: [line] }) => account.label === '' || (line && serviceText(line) === account.label)),
  }))
  const told = new Set(concerned.flatMap(({ of }) => of.map(({ key }) => key)))
  const rest = tariffs.filter(({ key }) => !told.has(key))
  return [
    ...concerned.filter(({ of }) => of.length > 0).map(({ account, of }) => row(account, of)),
    ...(rest.length > 0 ? [row(undefined, rest)] : []),
  ]
}

export const linesIn = ({ tariffs }: Pick<Inflow, 'tariffs'>): PlacedLine[] => tariffs.flatMap(({ lines }) => lines)

/** Does what the lines say differ from the rule by more than what is rounded away? */
export const differs = ({ should, says }: Inflow, toleranceOre: number): boolean => {
  if (should === undefined) return false
  const by = should - says
  return (by < 0n ? -by : by) > BigInt(Math.round(toleranceOre))
}

const weightOf = ({ lines: [line] }: Tariff): number => (line && costsTotal(line.costs)) ?? 0

/** What each line of these tariffs is to hold from the year; the accounts themselves where they are of this one tariff alone. */
export function takenIn({ account, flow, tariffs, fromYear, should }: Inflow, rules: RuleSet): Map<number, CalculationBasis> {
  const taken = new Map<number, CalculationBasis>()
  if (!account || !flow || !isKnown(flow) || should === undefined) return taken
  const parts = partsOf(should, tariffs.map(weightOf))
  for (const [at, { lines }] of tariffs.entries()) {
    const told: Regulation =
      tariffs.length === 1
        ? { account: flow.account }
        : { fromYear, amountOre: Number(parts[at] ?? 0n), note: `Delt efter omkostninger. ${sourceOf(account)}` }
    for (const line of lines) {
      const basis = basisOf(line, rules)
      taken.set(line.id, { ...basis, regulations: withRegulation(basis.regulations, told) })
    }
  }
  return taken
}

/** A warning for each place where the lines and the rule differ. */
export const inflowWarnings = (inflows: readonly Inflow[], year: number, toleranceOre: number): Warning[] =>
  inflows
    .filter((one) => differs(one, toleranceOre))
    .map((one) => ({ lineId: linesIn(one)[0]?.id, text: warningText(one, year), at: whereOf(one) }))

const warningText = (one: Inflow, year: number): string =>
  `${inflowName(one)}: Efter reglen går ${changeText(one.should ?? 0n)} fra ${one.fromYear} videre til ${year}, men ${one.tariffs.length > 1 ? 'taksterne siger tilsammen' : 'taksten siger'} ${changeText(one.says)} Se »Regnskaber«.`

function whereOf(one: Inflow): WarnedLine | undefined {
  const [line] = linesIn(one)
  if (!line) return undefined
  const { offerName, unitName, service, level, origin } = line
  return { offerName, unitName, service, level, origin }
}

/** The places, and the tariff where there is one. */
export function inflowName({ tariffs }: Pick<Inflow, 'tariffs'>): string {
  const [first] = tariffs[0]?.lines ?? []
  if (!first) return ''
  const service = tariffs.length === 1 ? serviceText(first) : ''
  return [first.offerName, first.unitName, service].filter(Boolean).join(', ')
}
