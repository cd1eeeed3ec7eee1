import type { Day } from '../../platform/values/day.ts'
import { kronerText } from '../../platform/values/kroner.ts'
import { ageOf, type Found, priceUnits } from '../offers/index.ts'

/** '{[18,)}' as people read it: 'fra 18 år'; several intervals are joined by 'og'. */
export function agesText(ages: string | undefined): string | undefined {
  const spans = [...(ages ?? '').matchAll(/[[(](\d*),(\d*)[\])]/g)].map(([, from = '', until = '']) => spanText(from, until))
  return spans.length > 0 ? spans.join(' og ') : undefined
}

function spanText(from: string, until: string): string {
  const last = until === '' ? undefined : Number(until) - 1
  if (from === '' || from === '0') return last === undefined ? 'alle aldre' : `til ${last} år`
  if (last === undefined) return `fra ${from} år`
  return Number(from) === last ? `${from} år` : `${from}-${last} år`
}

type Priced = Pick<Found, 'priceMinOre' | 'priceMaxOre' | 'pricePer' | 'priceYear'>

/** '4.535 kr. pr. døgn (2021)'; undefined when no price is told. */
export function priceText({ priceMinOre, priceMaxOre, pricePer, priceYear }: Priced): string | undefined {
  if (priceMinOre === undefined || priceMaxOre === undefined) return undefined
  const amount =
    priceMinOre === priceMaxOre ? kronerText(priceMinOre) : `${kronerText(priceMinOre)} til ${kronerText(priceMaxOre)}`
  return `${amount} pr. ${pricePer ? priceUnits[pricePer] : 'døgn'} (${priceYear ?? 'uden år'})`
}

/** A price is as old as its year. */
export const isOldPrice = (priceYear: number | undefined, today: Day, months: number): boolean =>
  ageOf({ asOf: undefined, asOfDay: priceYear === undefined ? undefined : `${priceYear}-12-31` }, today, months).old

/** '12 godkendte pladser, 10 i brug'; not told is not none. */
export function placesText({ placesApproved, placesInUse }: Pick<Found, 'placesApproved' | 'placesInUse'>): string {
  if (placesApproved === undefined) return 'Antal pladser er ikke oplyst'
  const used = placesInUse === undefined ? '' : `, ${placesInUse} i brug`
  return `${placesApproved} ${placesApproved === 1 ? 'plads' : 'pladser'}${used}`
}

/** The unit's own name, unless it is all there is of the offer. */
export const unitNameOf = ({ unitName, offerName }: Pick<Found, 'unitName' | 'offerName'>): string | undefined =>
  unitName === WHOLE || unitName === offerName ? undefined : unitName

/** What a unit is called that is the whole offer. */
export const WHOLE = 'Hele tilbuddet'
