import type { Day } from '../../platform/values/day.ts'
import type { Exact } from '../../platform/values/exact.ts'

/**
 * What a tariff is calculated from, and what comes out. Inputs are plain data, as they lie in the database and travel in the
 * open API: amounts are whole øre, other numbers are decimals as text ('95.5'). Inside, everything is exact.
 */

/** What a cost is for, in the order the sheet shows it. Danish: omkostningsart. */
export const costKinds = {
  pay: 'Løn',
  property: 'Ejendom',
  operation: 'Øvrig drift',
  depreciation: 'Afskrivning',
  interest: 'Forrentning',
  pensions: 'Tjenestemandspension',
  overhead: 'Overhead',
  supervision: 'Tilsyn',
  development: 'Udvikling',
  agreement: 'Styringsaftale',
  idle: 'Tomgang',
  income: 'Indtægter',
} as const
export type CostKind = keyof typeof costKinds
export const costKindKeys = Object.keys(costKinds) as CostKind[]

/** The two parts that sum to the tariff. Danish: basisdel og ydelsesdel. */
export const parts = { basis: 'Basis', service: 'Ydelse' } as const
export type Part = keyof typeof parts

/** Danish: fuldt afdækket eksternt, selvforsikret, delvist afdækket. */
export const coverages = { covered: 'Fuldt afdækket eksternt', self: 'Selvforsikret', partly: 'Delvist afdækket' } as const
export type Coverage = keyof typeof coverages

/** An amount as it stands in the budget; `last year`: in last year's prices, to be lifted by the year's PL. */
export type AmountLine = { form: 'amount'; amountOre: number; level?: 'last year' | undefined }

/** Something bought once and used for years. As a `depreciation` it gives the yearly write-off, as an `interest` the interest. */
export type AssetLine = { form: 'asset'; acquisitionOre: number; scrapOre: number; lifeYears: number; boughtYear: number }

/** Pensions of civil servants: premium paid out of house, and pensionable pay that nobody else covers. `share`: percent of pay covered by the premium. */
export type PensionLine = {
  form: 'pension'
  coverage: Coverage
  payOre: number
  premiumOre: number
  coveredPercent?: string | undefined
}

/** A share of other costs, by the rule's basis; without `percent` the rule's rate. */
export type RateLine = { form: 'rate'; percent?: string | undefined }

/** Costs of opening or closing, borne by the tariff over so many years; without `years` the rule's. */
export type IdleLine = { form: 'idle'; totalOre: number; years?: number | undefined }

/** Danish: omkostningslinje. Income is written as a positive amount and deducted. */
export type CostLine = {
  kind: CostKind
  part: Part
  label: string
  source?: string | undefined
} & (AmountLine | AssetLine | PensionLine | RateLine | IdleLine)

/** So many places in a part of the year: [from, until). */
export type PlacePeriod = { count: string; from: Day; until: Day }

/** The occupancy a tariff counts on. `short`: short stays, acute and respite, which have a lower bound of their own. */
export type Occupancy = { short?: boolean | undefined } & (
  | { from: 'accounts'; accounts: { year: number; percent: string; source?: string | undefined }[] }
  | {
      from: 'set'
      percent: string
      reason: string
      approvedBy?: string | undefined
      /** Outside the bounds, and nobody has approved it yet: a preview only, never published. */
      awaits?: 'approval' | undefined
    }
)

/** How what is delivered is counted: places by days and occupancy, hours to a citizen (SEL § 85), or stays of respite. */
export type Counting =
  | { by: 'places'; places: PlacePeriod[]; days?: { count: number; reason: string } | undefined; occupancy: Occupancy }
  | { by: 'hours'; hours: string }
  | { by: 'respite'; stays: number; nights: number }

/** Several tariffs of one place line that together bring in its costs. `places` are those counted on at each level. */
export type Grading =
  | { by: 'weights'; levels: { label: string; weight: string; places: string }[] }
  | { by: 'steps'; levels: { label: string; addOre: number; places: string }[] }
  | { by: 'packages'; intervalOre?: number | undefined; levels: { label: string; number: number; places: string }[] }
  | { by: 'part time'; levels: { label: string; band: PartTimeBand; places: string }[] }

export const partTimeBands = { '1-2': '1-2 dage om ugen', '3': '3 dage om ugen', '4+': '4 dage om ugen eller flere' } as const
export type PartTimeBand = keyof typeof partTimeBands

/** One year's accounts of a place line. `regulationOre`: the part of the revenue that regulated an earlier year. */
export type Account = {
  year: number
  revenueOre: number
  costsOre: number
  regulationOre: number
  /** The tariff's costs as budgeted, and the budget of the costs: the rule says which the threshold is a share of, and wants that. */
  basisOre?: number | undefined
  budgetOre?: number | undefined
  /** Where the accounts come from, as the trace tells it. */
  source?: string | undefined
  /** The tariff year it flows into, by the rule of its own year; without it the rule of the tariff says. */
  toYear?: number | undefined
}

/** What an earlier year left behind: an amount (a deficit is positive, a surplus negative), or the accounts it follows from by rule. */
export type Regulation = { fromYear: number; amountOre: number; note?: string | undefined } | { account: Account }

/** What one unit of the tariff is. */
export const tariffUnits = { full_day: 'døgn', day: 'dag', hour: 'time' } as const
export type TariffUnit = keyof typeof tariffUnits

export type Ownership = 'municipal' | 'regional' | 'self_governing' | 'private'

/** A part of a year: [from, until). Danish: gyldighedsperiode. */
export type Period = { from: Day; until: Day }

/** Everything the tariff of a place line for a year is made from. Danish: beregningsgrundlag. */
export type CalculationInput = {
  year: number
  unit: TariffUnit
  ownership: Ownership
  costs: CostLine[]
  counting: Counting
  regulations: Regulation[]
  grading?: Grading | undefined
  /** Where the tariff holds for a part of the year only; costs and places are still told as if they held all of it. */
  period?: Period | undefined
}

/** A calculation's input without whose tariff it is and of which year, as a sheet's line carries it. */
export type CalculationBasis = Pick<CalculationInput, 'costs' | 'counting' | 'regulations' | 'grading'>

/** A number a step was made from. `from` is the key of another step or of a rule, where it is one. */
export type StepInput = { name: string; value: Exact | string; unit: Unit; from?: string | undefined }

export type Unit =
  | 'øre'
  | 'øre/enhed'
  | 'øre/døgn'
  | 'øre/dag'
  | 'øre/time'
  | 'øre/måned'
  | 'øre/år'
  | 'pladser'
  | 'dage'
  | 'døgn'
  | 'timer'
  | 'procent'
  | 'faktor'
  | 'år'
  | ''

/** One step of a calculation, as anybody can follow it. Danish: regnetrin. */
export type Step = {
  key: string
  /** The heading it stands under on the sheet. */
  section: 'costs' | 'units' | 'tariff' | 'regulation' | 'levels' | 'prices' | 'check'
  name: string
  formula: string
  /** The formula for a machine: $1 is the first input; SUM is all of them. undefined: the value is given, not calculated. */
  arithmetic?: string | undefined
  inputs: readonly StepInput[]
  value: Exact
  unit: Unit
  /** Keys of the rules that decided, first the most important. */
  rules: readonly string[]
  source?: string | undefined
}

/** A price as published, and as it was before rounding. */
export type Price = { exact: Exact; ore: bigint }

export type LevelPrice = { label: string; price: Price; units: Exact }

/** What comes out. All `Exact` are øre, or øre per unit. Danish: beregning. */
export type CalculationResult = {
  year: number
  unit: TariffUnit
  /** Costs by kind, income negative. */
  kinds: { kind: CostKind; basis: Exact; service: Exact }[]
  costs: { basis: Exact; service: Exact; total: Exact }
  places: Exact | undefined
  days: number | undefined
  occupancyPercent: Exact | undefined
  units: Exact
  regulation: Exact
  /** Without what regulates an earlier year. */
  permanent: Exact
  /** What regulates an earlier year, per unit. */
  temporary: Exact
  tariff: Price
  /** Each with its share of the temporary; as published they sum to the tariff. */
  parts: { basis: Price; service: Price }
  temporaryOre: bigint
  levels: LevelPrice[]
  month: Price | undefined
  yearly: Price | undefined
  /** Without the VAT a municipality gets back; private only. */
  net: Price | undefined
  /** Published price × units − costs and regulation: what rounding brings in too much or too little, in øre. */
  remainder: Exact
}

export type Calculated = { result: CalculationResult; steps: Step[] }

/** A rule as it stood when it was used. `value` is a decimal, a word of the rule's choices, or undefined when nobody has said. */
export type TariffRule = {
  key: string
  label: string
  value: string | undefined
  /** The value as people say it: '95 procent', 'løn'. */
  said: string
  unit: string
  validFrom: Day
  validUntil?: Day | undefined
  source: string
  law?: string | undefined
  confirmed: boolean
}

/** All the rules of a year, as they were known when they were read. Danish: regelsæt. */
export type RuleSet = { year: number; rules: TariffRule[] }
