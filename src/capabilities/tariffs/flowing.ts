import type { Ask } from '../../platform/action.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { KeptAccount } from './account.ts'
import type { RuleSet } from './calculation.ts'
import { concerning, type Flow, flowOf, flowsInto, isKnown, type Taken, takenOf } from './flow.ts'
import { ruleSetOfYear, shownOn } from './reading.ts'
import { rulesOf } from './rule-set.ts'
import { accountsOf, type CalculationOf, calculationsOf, type LineOf, latersOf, linesOfYear, lineWith } from './store/accounts.ts'
import { type Visibility, visibilityOf } from './visibility.ts'

type Asking = Pick<Ask, 'db' | 'today' | 'may'>

/** A year of a place line, or of one tariff of it: what it came to, where it goes, and whether it has come there. */
export type YearOfLine = {
  of: LineOf
  label: string
  year: number
  seen: Visibility
  /** undefined: not received. */
  account: KeptAccount | undefined
  flow: Flow | undefined
  /** Without an account: what a later tariff took in all the same. */
  taken: Taken | undefined
  /** The tariff year the result flows into, also where there is no account; undefined: nobody has said the rule. */
  toYear: number | undefined
  /** The calculations of the year itself. */
  calculations: number[]
}

/** Whether the figures may be seen by whoever asks. */
export const isShown = ({ seen }: Pick<YearOfLine, 'seen'>): boolean => seen.level !== 'price'

const into = (year: number, set: RuleSet | undefined): number | undefined => {
  try {
    return set && flowsInto(year, rulesOf(set))
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** Rule sets of years, read once each. */
async function ruleSets(db: Asking['db'], years: Iterable<number>): Promise<Map<number, RuleSet>> {
  const sets = await Promise.all([...new Set(years)].map(async (year) => [year, await ruleSetOfYear(db, year)] as const))
  return new Map(sets)
}

/** The years of these place lines, received or not, in the order of the lines. */
export async function yearsOfLines(asking: Asking, lines: readonly LineOf[], years: readonly number[]): Promise<YearOfLine[]> {
  const { db } = asking
  const ids = lines.map(({ placeLineId }) => placeLineId)
  const own = await ruleSets(db, years)
  const later = await ruleSets(
    db,
    years.flatMap((year) => into(year, own.get(year)) ?? []),
  )
  const [accounts, calculations] = await Promise.all([
    accountsOf(db, ids),
    calculationsOf(db, ids, [...new Set([...years, ...later.keys()])]),
  ])
  const all = { accounts: grouped(accounts), calculations: grouped(calculations), own, later }
  const rows = lines.flatMap((of) => years.flatMap((year) => yearOf(of, year, all)))
  const shown = await shownOn(db, asking.today)
  return rows.map(({ places, ...row }) => {
    const inside = asking.may('tariffs.readInside', { partyId: row.of.partyId })
    return { ...row, seen: visibilityOf({ ...row.of, places }, shown, inside) }
  })
}

type Told = {
  accounts: ReadonlyMap<number, KeptAccount[]>
  calculations: ReadonlyMap<number, CalculationOf[]>
  own: ReadonlyMap<number, RuleSet>
  later: ReadonlyMap<number, RuleSet>
}

function grouped<Of extends { placeLineId: number }>(all: readonly Of[]): Map<number, Of[]> {
  const groups = new Map<number, Of[]>()
  for (const one of all) groups.set(one.placeLineId, [...(groups.get(one.placeLineId) ?? []), one])
  return groups
}

type Row = Omit<YearOfLine, 'seen'> & { places: number | undefined }

function yearOf(of: LineOf, year: number, { own, later, ...all }: Told): Row[] {
  const accounts = (all.accounts.get(of.placeLineId) ?? []).filter((one) => one.year === year)
  const calculations = all.calculations.get(of.placeLineId) ?? []
  const toYear = into(year, own.get(year))
  const places = fewest([of.places, ...calculations.map((one) => one.places)])
  return expected(
    accounts,
    calculations.filter((one) => one.year === year),
  ).map((label) => {
    const account = accounts.find((one) => one.label === label)
    const taking = concerning(
      label,
      calculations.filter((one) => one.year === toYear),
    )
    const set = own.get(year)
    const rulesIn = (wanted: number) => taking[0]?.rules ?? later.get(wanted) ?? { year: wanted, rules: [] }
    const flow = account && set && flowOf(account, set, rulesIn)
    const told = latersOf(taking, year)
    const taken = !account ? takenOf(0n, told) : flow && isKnown(flow) ? takenOf(flow.carried.regulation, told) : undefined
    const mine = concerning(
      label,
      calculations.filter((one) => one.year === year),
    ).map(({ id }) => id)
    return { of, label, year, account, flow, taken, toYear, places, calculations: mine }
  })
}

const fewest = (counts: readonly (number | undefined)[]): number | undefined => {
  const known = counts.filter((count) => count !== undefined)
  return known.length === 0 ? undefined : Math.min(...known)
}

/** The labels accounts are there for, or are waited for; '' is the place line as a whole. */
function expected(accounts: readonly KeptAccount[], calculations: readonly CalculationOf[]): string[] {
  const labels = accounts.map(({ label }) => label)
  if (labels.length === 0 || labels.includes('')) return ['']
  return [...new Set([...labels, ...calculations.map(({ label }) => label)])]
}

/** A year of every place line that has accounts of it, or waits for them. */
export async function accountYear(asking: Asking, year: number): Promise<YearOfLine[]> {
  const toYear = into(year, await ruleSetOfYear(asking.db, year))
  const lines = await linesOfYear(asking.db, year, toYear === undefined ? [year] : [year, toYear])
  return yearsOfLines(asking, lines, [year])
}

/** So many years back are looked through for what flows into a year. */
const FAR = 10

/** The years whose results flow into a tariff year by the rules that held in them. */
export async function yearsFlowingInto(db: Asking['db'], year: number): Promise<number[]> {
  const back = Array.from({ length: FAR }, (_, at) => year - 1 - at)
  const sets = await ruleSets(db, back)
  return back.filter((from) => into(from, sets.get(from)) === year)
}

/** What became of a tariff's own year, and what flows into it from earlier ones. */
export type FlowsOfTariff = { own: YearOfLine | undefined; before: YearOfLine[] }

export async function flowsOfTariff(
  asking: Asking,
  { placeLineId, label, year }: { placeLineId: number; label: string; year: number },
): Promise<FlowsOfTariff> {
  const line = await lineWith(asking.db, placeLineId)
  if (!line) return { own: undefined, before: [] }
  const from = await yearsFlowingInto(asking.db, year)
  const rows = await yearsOfLines(asking, [line], [year, ...from])
  const mine = rows.filter((row) => row.label === '' || row.label === label)
  return { own: mine.find((row) => row.year === year), before: mine.filter((row) => row.year !== year) }
}
