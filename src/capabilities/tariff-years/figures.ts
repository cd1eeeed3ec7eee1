import { numberText } from '../../platform/values/danish.ts'
import { dayShort } from '../../platform/values/day.ts'
import { kronerText } from '../../platform/values/kroner.ts'
import { type PriceUnit, priceUnits } from '../offers/index.ts'
import type { ListedTariff, TariffVersion } from './tariff.ts'

/** How figures of tariffs are said. */

const NOT_TOLD = 'ikke oplyst'

/** '2.530 kr. pr. døgn'. */
export const amountText = ({ amountOre, per }: { amountOre: number; per: PriceUnit }): string =>
  `${kronerText(amountOre)} pr. ${priceUnits[per]}`

/** '+22 kr.', '−56 kr.': what of a tariff regulates an earlier year. */
export const temporaryText = (ore: number): string => `${ore > 0 ? '+' : ''}${kronerText(ore)}`

/** '+4,5 %', '−2 %'; undefined: nothing to compare with. */
export function changeText(change: number | undefined): string | undefined {
  if (change === undefined) return undefined
  const percent = Math.round(change * 1000) / 10
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${numberText(Math.abs(percent))} %`
}

export const placesText = (places: number | undefined): string => (places === undefined ? NOT_TOLD : numberText(places))
export const shareText = (share: number | undefined): string =>
  share === undefined ? NOT_TOLD : `${numberText(Math.round(share * 10_000) / 100)} %`
const HIDDEN = 'vises ikke'

/** What may be hidden is not said to be missing. */
export const seenPlacesText = ({ places, visibility }: Pick<ListedTariff, 'places' | 'visibility'>): string =>
  visibility === 'price' ? HIDDEN : placesText(places)
export const seenShareText = ({ occupancy, visibility }: Pick<ListedTariff, 'occupancy' | 'visibility'>): string =>
  visibility === 'price' ? HIDDEN : shareText(occupancy)

export const daysText = (days: number | undefined): string => (days === undefined ? NOT_TOLD : numberText(days))
export const yearText = (year: number | undefined): string => (year === undefined ? NOT_TOLD : String(year))

/** '1. jan. 2026 – 31. dec. 2026' as people say it: both days included. */
export function validText({ validFrom, validUntil }: Pick<TariffVersion, 'validFrom' | 'validUntil'>): string {
  if (validFrom === undefined) return validUntil === undefined ? NOT_TOLD : `til ${dayShort(before(validUntil))}`
  return validUntil === undefined ? `fra ${dayShort(validFrom)}` : `${dayShort(validFrom)} – ${dayShort(before(validUntil))}`
}

const before = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** The offer, and the unit where it has a name of its own. */
export const placeText = ({ offerName, unitName }: Pick<ListedTariff, 'offerName' | 'unitName'>): string =>
  unitName && unitName !== offerName && unitName !== 'Hele tilbuddet' ? `${offerName}, ${unitName}` : offerName

/** How old what is told is, in the source's own words. */
export const asOfText = ({ asOf, asOfDay, publishedAt }: Pick<TariffVersion, 'asOf' | 'asOfDay' | 'publishedAt'>): string =>
  asOf ?? dayShort(asOfDay ?? publishedAt.toISOString().slice(0, 10))
