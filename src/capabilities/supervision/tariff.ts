import { type Exact, exact, fromDecimal, minus, over, rounded, times } from '../../platform/values/exact.ts'
import { type SupervisionSize, sharedAmong, supervisionSizes } from '../tariffs/index.ts'

/** What supervision is paid for. */
export const categories = {
  supervision: 'Tilsyn, et år',
  intensified: 'Skærpet tilsyn, en måned',
  new_approval: 'Ny godkendelse',
  major_change: 'Væsentlig ændring',
  adjustment: 'Administrativ tilretning',
} as const
export type Category = keyof typeof categories

export const sizes = supervisionSizes
export type Size = SupervisionSize
export const sizeKeys = Object.keys(sizes) as Size[]

type Told = {
  source: string
  sourceUrl: string | undefined
  reservation: string | undefined
  recordedOn: string
  example: boolean
}

/** What a category costs in a year, or by how much it changes. `size` undefined: all of them. Danish: tilsynstakst. */
export type Tariff = Told & {
  authorityKey: string
  authority: string
  year: number
  category: Category
  size: Size | undefined
  amountOre: number | undefined
  /** Percent, against the year before. */
  changePct: number | undefined
}

export const figures = {
  budgetsWithoutDialogue: 'Budgetter godkendt uden dialog',
  accountsWithoutDialogue: 'Regnskaber godkendt uden dialog',
  fosterFinancing: 'Fælles finansiering af tilsyn med plejefamilier',
} as const
export type FigureKey = keyof typeof figures

/** A key figure: a share in percent, or a financing in 1,000 kroner. Danish: nøgletal. */
export type Figure = Told & {
  authorityKey: string
  authority: string
  key: FigureKey
  year: number
  value: number
  before: number | undefined
  statedPct: number | undefined
}

export const isShare = (key: FigureKey): boolean => key !== 'fosterFinancing'

/** Residents of a municipality that shares a cost. */
export type Population = {
  code: number
  name: string
  residents: number
  source: string
  sourceUrl: string | undefined
  example: boolean
}

const PERCENT = exact(100)

const inTenths = (value: Exact): number => Number(rounded(times(value, exact(10)))) / 10

/**
 * The change from one value to the next in percent, to one decimal, as the source tells it.
 * @example changeOf(26087, 21858) // -16.2
 */
export function changeOf(before: number, value: number): number {
  const from = fromDecimal(String(before)) ?? exact(0)
  const to = fromDecimal(String(value)) ?? exact(0)
  return inTenths(times(over(minus(to, from), from), PERCENT))
}

const KRONE = 100

/**
 * Can a published amount, rounded to whole kroner, be the factor times an unrounded base that is published rounded too?
 * @example agreesWith(4212700, 5055200, 1.2) // true: 42.127 × 1,2 is 50.552,40
 * @example agreesWith(4212700, 8425300, 2)   // true: the base may be 42.126,50
 */
export function agreesWith(baseOre: number, amountOre: number, factor: number): boolean {
  return Math.abs(amountOre - baseOre * factor) <= (KRONE / 2) * (factor + 1)
}

export type Part = Population & { ore: number; pct: number }

/**
 * A cost of so many 1,000 kroner parted by residents, to the øre: the parts sum to the whole.
 * @throws Refusal when there is nobody to share among
 */
export function partedBy(thousands: number, populations: readonly Population[]): Part[] {
  const all = populations.reduce((sum, { residents }) => sum + residents, 0)
  const parts = sharedAmong(
    thousands * 1000 * KRONE,
    populations.map(({ name, residents }) => ({ name, weight: String(residents) })),
  )
  return populations.map((one, at) => ({
    ...one,
    ore: Number(parts[at]?.ore ?? 0n),
    pct: inTenths(times(over(exact(one.residents), exact(all)), PERCENT)),
  }))
}
