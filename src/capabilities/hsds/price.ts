import { priceUnits } from '../offers/index.ts'
import type { CostOption } from './answer.ts'
import { caveatsOf, sourceText } from './caveat.ts'
import type { Judged, PriceRow } from './row.ts'
import type { Book } from './taxonomy.ts'

/** A price with its unit, year and source. */
export function costOf(price: PriceRow, serviceId: string, book: Book, judged: Judged): CostOption {
  const { uuid, label, line, amountOre, per, year, note } = price
  const option = [line, label || undefined].filter((one) => one !== undefined).join(', ')
  return {
    id: uuid,
    service_id: serviceId,
    ...(year === undefined ? {} : { valid_from: `${year}-01-01`, valid_to: `${year}-12-31` }),
    ...(option ? { option } : {}),
    currency: 'DKK',
    amount: amountOre / 100,
    amount_description: [
      `Kroner pr. ${priceUnits[per]}, ${year === undefined ? 'året er ikke oplyst' : `takst for ${year}`}.`,
      note,
      sourceText(price, judged),
    ]
      .filter((one) => one !== undefined)
      .join(' '),
    attributes: caveatsOf(book, { id: uuid, entity: 'cost_option' }, price, judged),
  }
}
