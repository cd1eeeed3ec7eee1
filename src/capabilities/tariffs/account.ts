import type { Day } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Account } from './calculation.ts'

/** What a year came to, as far as it was told: amounts in øre. What is not told is undefined, and never 0. */
export type AccountFigures = {
  revenueOre: number | undefined
  costsOre: number | undefined
  /** The part of the revenue that regulated an earlier year: a surplus given back is negative. */
  regulationOre: number | undefined
  /** The budget of the costs, and the costs the tariff was made from. */
  budgetOre: number | undefined
  basisOre: number | undefined
  /** How much of the places was used, as a decimal in percent: '97.4'. */
  occupancyPercent: string | undefined
  /** Places used, day by day, added up. Danish: belagte dage. */
  daysUsed: number | undefined
}

/** Whose year it is: of a place line, or with a label of one tariff of it. */
export type AccountOf = { placeLineId: number; label: string; year: number }

/** Accounts of a year as they were received; a correction is the next version. Danish: regnskab. */
export type KeptAccount = AccountOf &
  AccountFigures & {
    id: number
    version: number
    source: string
    sourceDay: Day
    note: string | undefined
    /** Why a version before it is corrected. */
    reason: string | undefined
    withdrawn: boolean
    example: boolean
    actorName: string
    recordedAt: Date
  }

/** How accounts are named as a source in a trace. */
export const sourceOf = ({ year, version, source }: Pick<KeptAccount, 'year' | 'version' | 'source'>): string =>
  `Regnskab ${year}${version > 1 ? `, version ${version}` : ''}: ${source}`

/** As the engine takes it; undefined when revenue, costs or regulation is not told. */
export function accountIn(kept: AccountOf & AccountFigures & Pick<KeptAccount, 'version' | 'source'>): Account | undefined {
  const { year, revenueOre, costsOre, regulationOre, basisOre, budgetOre } = kept
  if (revenueOre === undefined || costsOre === undefined || regulationOre === undefined) return undefined
  return { year, revenueOre, costsOre, regulationOre, basisOre, budgetOre, source: sourceOf(kept) }
}

const keys = [
  'revenueOre',
  'costsOre',
  'regulationOre',
  'budgetOre',
  'basisOre',
  'occupancyPercent',
  'daysUsed',
] as const satisfies readonly (keyof AccountFigures)[]

const plain = (value: string | number | undefined): number | undefined => (value === undefined ? undefined : Number(value))

/** Do they tell the same, whatever their source? */
export const sameFigures = (a: AccountFigures, b: AccountFigures): boolean => keys.every((key) => plain(a[key]) === plain(b[key]))

/**
 * A year that is over, and figures that hang together: revenue, costs and regulation are told together or not at all.
 * @throws Refusal at the field
 */
export function mustBeAccount({ year, ...figures }: AccountFigures & { year: number }, today: Day): void {
  const { revenueOre, costsOre, regulationOre, occupancyPercent } = figures
  if (today < `${year + 1}-01-01`)
    throw new Refusal('year', 'not over', `${year} er ikke slut, så der er intet regnskab endnu. Intet er gemt.`)
  if (revenueOre === undefined && costsOre === undefined && occupancyPercent === undefined)
    throw new Refusal('revenue', 'nothing told', 'Skriv indtægt og omkostninger, eller belægningen. Intet er gemt.')
  if (revenueOre === undefined && (costsOre !== undefined || regulationOre !== undefined))
    throw new Refusal('revenue', 'half told', 'Skriv indtægten. Uden den er der intet resultat. Intet er gemt.')
  if (revenueOre !== undefined && costsOre === undefined)
    throw new Refusal('costs', 'half told', 'Skriv omkostningerne. Uden dem er der intet resultat. Intet er gemt.')
  if (revenueOre !== undefined && regulationOre === undefined)
    throw new Refusal(
      'regulation',
      'half told',
      'Skriv, hvor meget af indtægten der regulerede et tidligere år. Skriv 0, hvis taksten ikke gjorde. Intet er gemt.',
    )
}

/**
 * One year is told once: for the place line as a whole, or for each of its tariffs, never both.
 * @throws Refusal at `label`
 */
export function mustNotBeTwice({ label, year }: AccountOf, others: readonly AccountOf[]): void {
  const clash = others.find((one) => one.year === year && (one.label === '') !== (label === ''))
  if (!clash) return
  throw new Refusal(
    'label',
    'twice',
    label === ''
      ? `Der er allerede et regnskab for ${year} for taksten »${clash.label}« på de samme pladser. Træk det tilbage først, ellers tælles året to gange. Intet er gemt.`
      : `Der er allerede et regnskab for ${year} for pladserne som helhed. Træk det tilbage først, ellers tælles året to gange. Intet er gemt.`,
  )
}
