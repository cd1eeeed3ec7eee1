import type { Day } from '../../platform/values/day.ts'
import type { Ownership, PlaceKind, PriceUnit, Provenance } from '../offers/index.ts'
import type { Level } from '../tariffs/index.ts'

/** Is it known how a tariff came about? */
export const tariffBases = { calculated: 'Beregnet i Fælles', not_received: 'Beregningsgrundlag ikke modtaget' } as const
export type TariffBasis = keyof typeof tariffBases

/** What is paid for, whatever it costs. Danish: takst, takstlinje. */
export type TariffKey = {
  offerId: number
  unitId: number
  placeLineId: number | undefined
  service: string
  level: string
  /** Paid beside another tariff. Danish: tillægsydelse. */
  addOn: boolean
  per: PriceUnit
}

/**
 * What a tariff costs in a period, frozen when it was published: names, places and ownership are those of that day. A correction
 * is a new version. Danish: takst, takstversion.
 */
export type TariffVersion = Provenance &
  TariffKey & {
    id: number
    uuid: string
    tariffId: number
    /** undefined: the source does not say of which year the price is. */
    year: number | undefined
    version: number
    /** No later version corrects it. */
    current: boolean
    /** Of its tariff's current versions, the one that begins last. */
    newest: boolean
    /** The tariff is no longer offered, or should never have been here. */
    withdrawn: boolean
    correctsId: number | undefined
    reason: string | undefined
    operatorId: number | undefined
    operatorName: string
    ownership: Ownership | undefined
    offerName: string
    unitName: string
    municipalityCode: number | undefined
    kind: PlaceKind | undefined
    /** Keys of legal bases. */
    bases: string[]
    /** Target groups as they were called. */
    groups: string[]
    places: number | undefined
    /** As a share: 0.95. */
    occupancy: number | undefined
    days: number | undefined
    amountOre: number
    /** Before rounding, as a fraction of whole numbers of øre: '1234567/10'. */
    exactOre: string | undefined
    /** Of which regulation from an earlier year; negative lowers the tariff. Danish: midlertidig regulering. */
    temporaryOre: number | undefined
    /** What it costs a municipality when indirect VAT has been refunded; of private tariffs only. */
    netOre: number | undefined
    /** Told by the operator, and not reckoned by the share. */
    netTold: boolean
    vatShare: number | undefined
    validFrom: Day | undefined
    /** First day it does not hold. */
    validUntil: Day | undefined
    basis: TariffBasis
    calculationId: number | undefined
    sheetId: number | undefined
    note: string | undefined
    publishedAt: Date
    actorName: string
  }

/** A version beside what the same cost the year before, by lineage. */
export type ListedTariff = TariffVersion & {
  municipality: string | undefined
  /** The places of the whole calculation it is a price of. */
  countedPlaces: number | undefined
  /** The party of who runs it, whose people are inside. */
  partyId: number | undefined
  /** How much of it whoever asks may see; undefined: it has not been judged. */
  visibility?: Level | undefined
  /** Versions it is compared with; none: there is nothing to compare with. */
  beforeIds: number[]
  /** How many places came from each of them, as fractions; undefined: one alone, or not known. */
  beforePlaces: string[] | undefined
  /** Weighted by places when there are several; undefined: none, or not to be weighted. */
  beforeOre: number | undefined
  /** As a share: 0.05 is five percent up. */
  change: number | undefined
}

/** What tariffs are compared by: a municipality's own cost, so without the indirect VAT that private ones carry and it gets back. */
export const comparableOre = ({ amountOre, netOre }: Pick<TariffVersion, 'amountOre' | 'netOre'>): number => netOre ?? amountOre

/** 'Døgntakst', 'Niveau 2', 'Døgntakst, niveau 2'; a tariff without a name is called by its unit. */
export const serviceText = ({ service, level }: Pick<TariffKey, 'service' | 'level'>): string =>
  [service, level].filter(Boolean).join(', ')

/**
 * A private tariff without the indirect VAT in it, in whole øre, half away from zero.
 * @example netOf(253000, 0.046) // 241362
 */
export function netOf(amountOre: number, share: number): number {
  const scale = 100_000n
  const kept = scale - BigInt(Math.round(share * Number(scale)))
  return Number((BigInt(amountOre) * kept * 2n + scale) / (scale * 2n))
}
