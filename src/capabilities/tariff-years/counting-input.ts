import { z } from 'zod'
import { addDays } from '../../platform/values/day.ts'
import { flag, optionalDay, optionalText } from '../../platform/values/fields.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type Counting, type Occupancy, type PlacePeriod, type RuleSet, rulesOf, wholeOf } from '../tariffs/index.ts'
import { decimalText } from './basis.ts'
import { mustBeWithin, numberAt, writtenAt } from './line-input.ts'

/** How what is delivered is counted, as it is written by hand. */

const written = z.string().max(40).optional()

/** So many periods of places a year can be parted in by the form; a year is rarely parted in more than two. */
export const MOST_PERIODS = 6
const rows = Array.from({ length: MOST_PERIODS }, (_, at) => at)

export const placeFields = {
  days: written,
  daysReason: optionalText(300),
  ...Object.fromEntries(rows.map((at) => [`count-${at}`, written])),
  ...Object.fromEntries(rows.map((at) => [`from-${at}`, optionalDay()])),
}

type PlacesWritten = z.output<z.ZodObject<typeof placeFields>>
type ByPlaces = Extract<Counting, { by: 'places' }>

/** Periods from the days they begin on: each lasts until the next, the first from new year. */
function periodsIn(told: PlacesWritten, year: number): PlacePeriod[] {
  const begun = rows.flatMap((at) => {
    const count = numberAt(`count-${at}`, writtenAt(told, `count-${at}`), 'Pladser')
    const from = at === 0 ? `${year}-01-01` : writtenAt(told, `from-${at}`)
    if (count === undefined && (at === 0 || from === undefined)) return []
    if (count === undefined)
      throw new Refusal(`count-${at}`, 'no places', 'Skriv, hvor mange pladser der er fra den dag. Intet er gemt.')
    if (from === undefined) throw new Refusal(`from-${at}`, 'no day', 'Skriv den dag, pladserne gælder fra. Intet er gemt.')
    if (at > 0 && (from <= `${year}-01-01` || from > `${year}-12-31`))
      throw new Refusal(`from-${at}`, 'other year', `Dagen skal ligge efter 1. januar ${year} og i samme år. Intet er gemt.`)
    if (count < 0 || count > 100_000)
      throw new Refusal(`count-${at}`, 'no places', 'Antallet af pladser skal være 0 eller mere. Intet er gemt.')
    return [{ at, count: decimalText(count), from }]
  })
  begun.sort((a, b) => (a.from < b.from ? -1 : 1))
  const twice = begun.find(({ from }, at) => begun[at - 1]?.from === from)
  if (twice) throw new Refusal(`from-${twice.at}`, 'twice', 'To perioder begynder den samme dag. Ret den ene. Intet er gemt.')
  return begun.map(({ count, from }, at) => ({ count, from, until: begun[at + 1]?.from ?? addDays(`${year}-12-31`, 1) }))
}

/**
 * Places and days of the year; the occupancy is told by itself.
 * @throws Refusal at the field
 */
export function placesFrom(told: PlacesWritten, year: number, occupancy: Occupancy): ByPlaces {
  const places = periodsIn(told, year)
  if (places[0]?.from !== `${year}-01-01`)
    throw new Refusal('count-0', 'no places', 'Skriv, hvor mange pladser der er fra årets begyndelse, eller 0. Intet er gemt.')
  const days = numberAt('days', told.days, 'Dage om året')
  mustBeWithin({ days, places: undefined, occupancy: undefined })
  if (days !== undefined && told.daysReason === undefined)
    throw new Refusal('daysReason', 'no reason', 'Skriv, hvorfor dagene er andre end reglens. Intet er gemt.')
  return {
    by: 'places',
    places,
    ...(days !== undefined && told.daysReason !== undefined ? { days: { count: days, reason: told.daysReason } } : {}),
    occupancy,
  }
}

/** Accounts of so many years can be told. */
export const MOST_ACCOUNTS = 5
const accountRows = Array.from({ length: MOST_ACCOUNTS }, (_, at) => at)

export const occupancyFields = {
  from: z.enum(['accounts', 'set'], { error: 'Vælg, hvor belægningen kommer fra.' }),
  percent: written,
  reason: optionalText(300),
  short: flag(),
  ...Object.fromEntries(accountRows.map((at) => [`account-${at}`, written])),
}

type OccupancyWritten = z.output<z.ZodObject<typeof occupancyFields>>

/**
 * The occupancy, from the accounts of the years the rule asks for, or set with a reason.
 * @throws Refusal at the field
 */
export function occupancyFrom(told: OccupancyWritten, years: readonly number[]): Occupancy {
  const short = told.short ? { short: true } : {}
  if (told.from === 'set') {
    const percent = percentAt('percent', told.percent)
    if (percent === undefined) throw new Refusal('percent', 'no percent', 'Skriv belægningen i procent, fx 97,5. Intet er gemt.')
    if (told.reason === undefined)
      throw new Refusal('reason', 'no reason', 'Skriv, hvorfor belægningen er sat og ikke regnet af regnskaberne. Intet er gemt.')
    return { from: 'set', percent, reason: told.reason, ...short }
  }
  const accounts = years.slice(0, MOST_ACCOUNTS).map((year, at) => {
    const percent = percentAt(`account-${at}`, writtenAt(told, `account-${at}`))
    if (percent === undefined)
      throw new Refusal(
        `account-${at}`,
        'no accounts',
        `Skriv belægningen i regnskabet for ${year}, eller sæt belægningen med en begrundelse. Intet er gemt.`,
      )
    return { year, percent }
  })
  return { from: 'accounts', accounts, ...short }
}

function percentAt(field: string, text: string | undefined): string | undefined {
  const number = numberAt(field, text, 'Belægning')
  if (number === undefined) return undefined
  if (!(number > 0 && number <= 150))
    throw new Refusal(field, 'no occupancy', 'Belægningen skal være over 0 og højst 150 procent. Skriv fx 95. Intet er gemt.')
  return decimalText(number)
}

/** The years of accounts that the rule averages, oldest first. */
export function accountYears(set: RuleSet): number[] {
  const rules = rulesOf(set)
  const count = Math.min(wholeOf(rules, 'tariff.occupancy.years'), MOST_ACCOUNTS)
  const newest = set.year - wholeOf(rules, 'tariff.occupancy.lag')
  return Array.from({ length: count }, (_, at) => newest - count + 1 + at)
}

export const hourFields = { hours: written }

/** @throws Refusal at the field */
export function hoursFrom({ hours }: { hours?: string | undefined }): Counting {
  const number = numberAt('hours', hours, 'Timer')
  if (number === undefined || number <= 0)
    throw new Refusal('hours', 'no hours', 'Skriv, hvor mange timer der leveres til borgere på et år. Intet er gemt.')
  return { by: 'hours', hours: decimalText(number) }
}

export const respiteFields = { stays: written, nights: written }

/** @throws Refusal at the field */
export function respiteFrom(told: { stays?: string | undefined; nights?: string | undefined }): Counting {
  const count = (field: 'stays' | 'nights', label: string): number => {
    const number = numberAt(field, told[field], label)
    if (number === undefined || !Number.isInteger(number) || number < 0 || number > 1_000_000)
      throw new Refusal(field, 'no stays', `Skriv et helt antal ved »${label}«. Intet er gemt.`)
    return number
  }
  return { by: 'respite', stays: count('stays', 'Ophold'), nights: count('nights', 'Overnatninger') }
}
