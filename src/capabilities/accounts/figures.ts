import { Refusal } from '../../platform/values/refusal.ts'
import type { AccountFigures } from '../tariffs/index.ts'

/** What is asked of a year, in the order people write it; kroner as whole and parts, percent and days as numbers. */
export const asked = {
  revenue: 'Indtægt, kr.',
  costs: 'Omkostninger, kr.',
  regulation: 'Heraf regulering af tidligere år, kr.',
  basis: 'Takstgrundlag, kr.',
  budget: 'Budget, kr.',
  occupancy: 'Faktisk belægning, procent',
  days: 'Belagte dage',
} as const
export type Asked = keyof typeof asked
export const askedKeys = Object.keys(asked) as Asked[]

/** What each is, and when it may be left out. */
export const guidance: Record<Asked, string> = {
  revenue: 'Det, taksterne har indbragt i året: belagte dage gange takst.',
  costs: 'Årets omkostninger efter regnskabet, uden det taksten ikke dækker.',
  regulation:
    'Den del af indtægten, der regulerede et tidligere år. Et overskud, der blev givet tilbage, er negativt. Skriv 0, hvis der ingen var.',
  basis: 'De omkostninger, årets takst var regnet på. Grænsen for over- og underskud kan være en procent af det.',
  budget: 'Budgettet for årets omkostninger. Kan stå tomt, når reglen ikke bruger det.',
  occupancy: 'Så mange procent af pladserne blev brugt i gennemsnit, fx 97,4.',
  days: 'Pladser, der var i brug, dag for dag og lagt sammen.',
}

/** 10^12 øre, as in the engine. */
const MOST_KRONER = 10_000_000_000

const oreOf = (kroner: number | undefined) => (kroner === undefined ? undefined : Math.round(kroner * 100))

function mustBeMeant(field: Asked, kroner: number | undefined): void {
  if (kroner === undefined) return
  if (Math.abs(kroner) > MOST_KRONER)
    throw new Refusal(
      field,
      'too much',
      'Beløbet er over 10 milliarder kroner. Se efter, om det står i øre eller t.kr. Intet er gemt.',
    )
  if (kroner < 0 && field !== 'regulation')
    throw new Refusal(field, 'negative', 'Beløbet er negativt. Indtægt og omkostninger skrives begge positivt. Intet er gemt.')
}

/** A year has 366 days at most, and nobody has so many places. */
const MOST_DAYS = 10_000_000

function mustBeCounted(told: Partial<Record<Asked, number>>): void {
  const { occupancy, days } = told
  if (occupancy !== undefined && !(occupancy > 0 && occupancy <= 150))
    throw new Refusal(
      'occupancy',
      'no occupancy',
      'Belægningen skal være over 0 og højst 150 procent. Skriv fx 97,4. Intet er gemt.',
    )
  if (days !== undefined && !(Number.isInteger(days) && days >= 0 && days <= MOST_DAYS))
    throw new Refusal('days', 'no days', 'Belagte dage skal være et helt tal fra 0 og op. Intet er gemt.')
}

/** Never in powers of ten, and without zeros at the end. */
const decimal = (number: number): string => number.toFixed(4).replace(/\.?0+$/, '')

/**
 * Numbers as they were written, as figures of accounts.
 * @throws Refusal at the field for what nobody can mean
 */
export function figuresFrom(told: Partial<Record<Asked, number>>): AccountFigures {
  for (const key of ['revenue', 'costs', 'regulation', 'basis', 'budget'] as const) mustBeMeant(key, told[key])
  mustBeCounted(told)
  return {
    revenueOre: oreOf(told.revenue),
    costsOre: oreOf(told.costs),
    regulationOre: oreOf(told.regulation),
    basisOre: oreOf(told.basis),
    budgetOre: oreOf(told.budget),
    occupancyPercent: told.occupancy === undefined ? undefined : decimal(told.occupancy),
    daysUsed: told.days,
  }
}

/** Figures as they were told, for a form or a workbook to fill in. */
export const toldOf = (figures: AccountFigures): Partial<Record<Asked, number>> => {
  const { revenueOre, costsOre, regulationOre, basisOre, budgetOre, occupancyPercent, daysUsed } = figures
  const all: [Asked, number | undefined][] = [
    ['revenue', kronerOf(revenueOre)],
    ['costs', kronerOf(costsOre)],
    ['regulation', kronerOf(regulationOre)],
    ['basis', kronerOf(basisOre)],
    ['budget', kronerOf(budgetOre)],
    ['occupancy', occupancyPercent === undefined ? undefined : Number(occupancyPercent)],
    ['days', daysUsed],
  ]
  return Object.fromEntries(all.filter(([, value]) => value !== undefined))
}

const kronerOf = (ore: number | undefined) => (ore === undefined ? undefined : ore / 100)
