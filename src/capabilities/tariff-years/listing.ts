import { keysOf } from '../../platform/values/keys.ts'
import { type Ownership, ownerships, type PriceUnit, priceUnits } from '../offers/index.ts'
import { type TariffBasis, tariffBases } from './tariff.ts'

/** What the list can be ordered by, and which way first. */
export const tariffSorts = {
  operator: { text: 'Driftsherre', key: 'driftsherre' },
  offer: { text: 'Tilbud', key: 'tilbud' },
  year: { text: 'År', key: 'aar' },
  amount: { text: 'Takst', key: 'takst' },
  before: { text: 'Året før', key: 'foer' },
  change: { text: 'Ændring', key: 'aendring' },
  net: { text: 'Uden moms', key: 'udenmoms' },
  places: { text: 'Pladser', key: 'pladser' },
} as const
export type TariffSort = keyof typeof tariffSorts

/** Which tariffs are looked at, as it stands in the address. Danish: udsnit. */
export type Listing = {
  text: string
  /** 'newest': the newest of each tariff, whatever its year. */
  year: number | 'newest'
  owner: Ownership | undefined
  operator: number | undefined
  municipality: number | undefined
  group: string | undefined
  basis: string | undefined
  per: PriceUnit | undefined
  known: TariffBasis | undefined
  addOns: 'all' | 'none' | 'only'
  sort: TariffSort
  down: boolean
  page: number
}

export const TARIFF_PAGE = 50

const among = <T extends string>(value: string | null, known: readonly T[]): T | undefined => known.find((one) => one === value)
const whole = (value: string | null, most: number): number | undefined =>
  value !== null && /^\d{1,9}$/.test(value) && Number(value) <= most ? Number(value) : undefined
const short = (value: string | null, most: number): string | undefined => value?.trim().slice(0, most) || undefined
const addOnWords = { all: undefined, none: 'nej', only: 'ja' } as const

/** Reads an address; what makes no sense in it is left out. */
export function listingOf(params: URLSearchParams): Listing {
  const year = whole(params.get('aar'), 2100)
  const addOns = keysOf(addOnWords).find((key) => addOnWords[key] === params.get('tillaeg'))
  return {
    text: short(params.get('q'), 200) ?? '',
    year: year !== undefined && year >= 1990 ? year : 'newest',
    owner: among(params.get('driver'), keysOf(ownerships)),
    operator: whole(params.get('driftsherre'), 1_000_000_000),
    municipality: whole(params.get('kommune'), 999),
    group: short(params.get('maalgruppe'), 120),
    basis: short(params.get('grundlag'), 40),
    per: among(params.get('enhed'), keysOf(priceUnits)),
    known: among(params.get('beregning'), keysOf(tariffBases)),
    addOns: params.has('tillaeg') ? (addOns ?? 'all') : 'all',
    sort: keysOf(tariffSorts).find((key) => tariffSorts[key].key === params.get('sorter')) ?? 'operator',
    down: params.get('vej') === 'ned',
    page: Math.max(1, whole(params.get('side'), 100_000) ?? 1),
  }
}

/** The address of a listing, always the same for the same listing. */
export function listAddress(listing: Listing, path = '/takster'): string {
  const pairs: [string, string | number | undefined][] = [
    ['q', listing.text || undefined],
    ['aar', listing.year === 'newest' ? undefined : listing.year],
    ['driver', listing.owner],
    ['driftsherre', listing.operator],
    ['kommune', listing.municipality],
    ['maalgruppe', listing.group],
    ['grundlag', listing.basis],
    ['enhed', listing.per],
    ['beregning', listing.known],
    ['tillaeg', addOnWords[listing.addOns]],
    ['sorter', listing.sort === 'operator' ? undefined : tariffSorts[listing.sort].key],
    ['vej', listing.down ? 'ned' : undefined],
    ['side', listing.page > 1 ? listing.page : undefined],
  ]
  const params = new URLSearchParams(
    pairs.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]])),
  )
  return params.size > 0 ? `${path}?${params}` : path
}

/** The same without its filters; the year and the order stay. */
export const unfiltered = (listing: Listing): Listing => ({
  ...listing,
  text: '',
  owner: undefined,
  operator: undefined,
  municipality: undefined,
  group: undefined,
  basis: undefined,
  per: undefined,
  known: undefined,
  addOns: 'all',
  page: 1,
})

export const isNarrowed = (listing: Listing): boolean => listAddress(unfiltered(listing)) !== listAddress({ ...listing, page: 1 })
