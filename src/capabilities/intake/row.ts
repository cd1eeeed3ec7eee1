import type { Day } from '../../platform/values/day.ts'
import type { Groups, Ownership, PlaceKind, PriceUnit, Status } from '../offers/index.ts'

/** A row of somebody's workbook, read: what is undefined is not said, and changes nothing. Danish: række. */
export type OfferRow = {
  number: number
  lineKey?: number | undefined
  unitKey?: number | undefined
  offerKey?: number | undefined
  operator: { name?: string | undefined; cvr?: string | undefined; ean?: string | undefined; ownership?: Ownership | undefined }
  offer: {
    name?: string | undefined
    portalId?: string | undefined
    address?: string | undefined
    website?: string | undefined
    mailbox?: string | undefined
    note?: string | undefined
  }
  municipalityCode?: number | undefined
  status?: Status | undefined
  unit: { name?: string | undefined; portalId?: string | undefined; pNumber?: string | undefined }
  line: { label?: string | undefined; kind?: PlaceKind | undefined; ageFrom?: number | undefined; ageTo?: number | undefined }
  /** Several kinds in one cell, as a list of whole units may tell them. */
  bases?: string[] | undefined
  groups?: Groups | undefined
  /** As it was written, to be known again; `line` has the bounds. */
  ages?: string | undefined
  count: { approved?: number | undefined; inUse?: number | undefined; budgetedOccupancy?: number | undefined }
  price: {
    amountOre?: number | undefined
    highestOre?: number | undefined
    per?: PriceUnit | undefined
    /** Said of the whole file, not in the row. */
    usualPer?: PriceUnit | undefined
    year?: number | undefined
    usualYear?: number | undefined
  }
  told: { source?: string | undefined; sourceUrl?: string | undefined; asOf?: string | undefined; asOfDay?: Day | undefined }
}

/** Does the row tell anything of places? */
export const tellsPlaces = ({ line, bases, groups, ages, count, lineKey }: OfferRow): boolean =>
  lineKey !== undefined ||
  bases !== undefined ||
  groups !== undefined ||
  ages !== undefined ||
  [...Object.values(line), ...Object.values(count)].some((value) => value !== undefined)
