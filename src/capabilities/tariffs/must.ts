import { daysBetween } from '../../platform/values/day.ts'
import { compare, type Exact, fromDecimal, zero } from '../../platform/values/exact.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type CalculationInput, type CostKind, type CostLine, costKinds, type PlacePeriod } from './calculation.ts'

const nothing = 'Der er ikke regnet noget.'

/** 10^12 øre is ten billion kroner, four times the whole area's tariffs. */
const MOST_ORE = 1_000_000_000_000

const refuse = (field: string, code: string, sentence: string): Refusal => new Refusal(field, code, `${sentence} ${nothing}`)

/**
 * An amount in whole øre that a person could mean.
 * @throws Refusal at the field
 */
export function mustBeAmount(field: string, label: string, ore: number, least = 0): void {
  if (!Number.isSafeInteger(ore)) throw refuse(field, 'no amount', `Beløbet ved »${label}« er ikke et helt antal øre.`)
  if (Math.abs(ore) > MOST_ORE)
    throw refuse(
      field,
      'too much',
      `Beløbet ved »${label}« er over 10 milliarder kroner. Se efter, om det står i øre eller t.kr.`,
    )
  if (ore < least)
    throw refuse(
      field,
      'negative',
      `Beløbet ved »${label}« er negativt. Skriv det, der trækkes fra, som en indtægt med et positivt beløb.`,
    )
}

/**
 * A number written as a decimal.
 * @throws Refusal at the field when it is none, or is below 0
 */
export function numberAt(field: string, label: string, written: string): Exact {
  const number = fromDecimal(written)
  if (!number) throw refuse(field, 'no number', `»${written.slice(0, 20)}« ved »${label}« er ikke et tal. Skriv fx 95,5.`)
  if (compare(number, zero) < 0) throw refuse(field, 'negative', `Tallet ved »${label}« er negativt.`)
  return number
}

const formsOf: Partial<Record<CostKind, readonly CostLine['form'][]>> = {
  depreciation: ['amount', 'asset'],
  interest: ['amount', 'asset'],
  pensions: ['amount', 'pension'],
  overhead: ['amount', 'rate'],
  idle: ['amount', 'idle'],
}

/** @throws Refusal at the line when it cannot be counted */
export function mustBeCostLine(line: CostLine, at: number): void {
  const field = `costs.${at}`
  if (!(formsOf[line.kind] ?? ['amount']).includes(line.form))
    throw refuse(
      field,
      'wrong form',
      `Linjen »${line.label}« kan ikke regnes på den måde, når den er ${costKinds[line.kind].toLowerCase()}.`,
    )
  if (line.form === 'amount') mustBeAmount(`${field}.amountOre`, line.label, line.amountOre)
  if (line.form === 'idle') {
    mustBeAmount(`${field}.totalOre`, line.label, line.totalOre)
    if (line.years !== undefined) mustLast(`${field}.years`, line.label, line.years)
  }
  if (line.form === 'pension') {
    mustBeAmount(`${field}.payOre`, line.label, line.payOre)
    mustBeAmount(`${field}.premiumOre`, line.label, line.premiumOre)
  }
  if (line.form === 'asset') mustBeAsset(line, field)
}

function mustBeAsset(line: Extract<CostLine, { form: 'asset' }>, field: string): void {
  mustBeAmount(`${field}.acquisitionOre`, line.label, line.acquisitionOre)
  mustBeAmount(`${field}.scrapOre`, line.label, line.scrapOre)
  mustLast(`${field}.lifeYears`, line.label, line.lifeYears)
  if (line.scrapOre > line.acquisitionOre)
    throw refuse(
      `${field}.scrapOre`,
      'worth more',
      `»${line.label}« er mere værd til sidst, end det kostede. Ret anskaffelsen eller scrapværdien.`,
    )
}

function mustLast(field: string, label: string, years: number): void {
  if (Number.isInteger(years) && years >= 1 && years <= 100) return
  throw refuse(field, 'no life', `Skriv et helt antal år fra 1 til 100 ved »${label}«.`)
}

/**
 * Periods of places that cover the year once: in order, without gap and without overlap.
 * @throws Refusal at `counting.places`
 */
export function mustCoverYear(places: readonly PlacePeriod[], year: number): void {
  const field = 'counting.places'
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last) throw refuse(field, 'no places', 'Der er ingen pladser. Skriv, hvor mange pladser der regnes med.')
  for (const { from, until } of places)
    if (until <= from) throw refuse(field, 'backwards', 'En periode med pladser slutter, før den begynder. Ret dens dage.')
  for (const [at, period] of places.entries()) {
    const before = places[at - 1]
    if (before && period.from < before.until)
      throw refuse(field, 'overlap', 'To perioder med pladser overlapper. Lad den ene slutte den dag, den anden begynder.')
    if (before && period.from > before.until)
      throw refuse(field, 'gap', 'Der er dage i året uden pladser. Skriv 0 pladser for dem, hvis tilbuddet er lukket.')
  }
  if (first.from !== `${year}-01-01` || last.until !== `${year + 1}-01-01`)
    throw refuse(field, 'other year', `Perioderne med pladser skal dække hele ${year}, fra 1. januar til 1. januar året efter.`)
}

/** The number of days of a calendar year. */
export const calendarDays = (year: number): number => daysBetween(`${year}-01-01`, `${year + 1}-01-01`)

/** @throws Refusal at `year`, or at `period` when it is not of that year */
export function mustBeOfYear({ year, period }: CalculationInput, rulesYear: number): void {
  if (!Number.isInteger(year) || year < 1990 || year > 2100) throw refuse('year', 'no year', 'Skriv et år mellem 1990 og 2100.')
  if (year !== rulesYear)
    throw refuse(
      'year',
      'other rules',
      `Beregningen er for ${year}, men reglerne er for ${rulesYear}. Brug reglerne for ${year}.`,
    )
  if (period && (period.until <= period.from || period.from < `${year}-01-01` || period.until > `${year + 1}-01-01`))
    throw refuse('period', 'other period', `Perioden skal ligge inden for ${year} og slutte, efter at den begynder.`)
}

/** @throws Refusal at `counting` when nothing is delivered that the costs could be shared on */
export function mustDeliver(units: Exact, zeroOf: string): void {
  if (compare(units, zero) > 0) return
  throw refuse('counting', 'nothing delivered', `Med ${zeroOf} er der intet at dele omkostningerne på, så der er ingen takst.`)
}

export { refuse as refused }
