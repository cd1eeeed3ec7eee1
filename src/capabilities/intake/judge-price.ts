import { kronerText } from '../../platform/values/kroner.ts'
import { type PlaceLine, type Price, priceUnits } from '../offers/index.ts'
import type { Case, Standing } from './judging.ts'
import { pricesShown } from './shown.ts'

export type PricePart = { id: number | undefined; fields: Record<string, unknown> }

/** A price is known by what it is for, its year, and whether it is of the line or of the whole unit. */
export function pricePart(one: Case, { prices }: Standing, line: PlaceLine | undefined): PricePart | undefined {
  const { amountOre, highestOre, per, usualPer, year, usualYear } = one.row.price
  if (amountOre === undefined) return undefined
  const shown = pricesShown(prices, line?.id, one.court.today)
  if (isAsShown(one, shown)) return undefined
  if (highestOre !== undefined && highestOre !== amountOre)
    one.wrong('price', 'Rækken har flere priser. Ret dem hver for sig på tilbuddets side, eller skriv kun én pris.')
  const unit = per ?? (shown.length === 1 ? shown[0]?.per : undefined) ?? usualPer
  if (unit === undefined) return one.wrong('price', 'Skriv, hvad prisen er for: døgn, dag, time, måned, år eller forløb.')
  const of = year ?? (shown.length === 1 ? shown[0]?.year : undefined) ?? usualYear
  const same = prices.filter((price) => !price.withdrawn && price.per === unit && price.year === of)
  const own = same.filter(({ placeLineId }) => placeLineId !== undefined && placeLineId === line?.id)
  const held = own.length > 0 ? own : same.filter(({ placeLineId }) => placeLineId === undefined)
  if (held.length > 1) one.wrong('price', 'Der står flere priser for det samme. Ret dem på tilbuddets side.')
  return written(one, held[0], { amountOre, per: unit, year: of })
}

function written(one: Case, held: Price | undefined, price: Pick<Price, 'amountOre' | 'per' | 'year'>): PricePart | undefined {
  const text = (ore: number) =>
    `${kronerText(ore)} pr. ${priceUnits[price.per]}${price.year === undefined ? '' : ` (${price.year})`}`
  if (!one.differs('price', held?.amountOre, price.amountOre, text)) return undefined
  return held
    ? { id: held.id, fields: { amountOre: price.amountOre } }
    : { id: undefined, fields: { ...price, label: '', withdrawn: false } }
}

/** Does the row still say what the register's list showed? */
function isAsShown(one: Case, shown: readonly Price[]): boolean {
  const [first] = shown
  const { amountOre, highestOre, per, year } = one.row.price
  if (!first) return false
  const amounts = shown.map((price) => price.amountOre)
  return (
    amountOre === Math.min(...amounts) &&
    (highestOre === undefined ? amounts.every((ore) => ore === amountOre) : highestOre === Math.max(...amounts)) &&
    (per === undefined || shown.some((price) => price.per === per)) &&
    (year === undefined || year === first.year)
  )
}
