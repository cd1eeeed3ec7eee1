import type { Finding } from './finding.ts'
import type { Ownership, PlaceKind, Status } from './offer.ts'

/** How many results a click on a value would give, thing by thing. Danish: antal ud for hvert filter. */
export type Facets = {
  /** Results that are found. */
  hits: number
  bases: Map<string, number>
  groups: Map<number, number>
  municipalities: Map<number, number>
  owners: Map<Ownership | 'unknown', number>
  kinds: Map<PlaceKind | 'unknown', number>
  statuses: Map<Status, number>
  agreement: Map<'yes' | 'no' | 'unknown', number>
  free: number
  specialised: number
  /** Results left out only since nobody has told for what age they are. */
  ageUnknown: number
}

/** The bits by which a search row tells its small things; `facet_bits` in the database writes the first of them. */
export const facetBits = {
  owner: { municipal: 1, regional: 2, self_governing: 4, private: 8, unknown: 16 },
  kind: { residential: 32, day: 64, ambulant: 128, respite: 256, unknown: 512 },
  status: { planned: 1024, running: 2048, closed: 4096 },
  specialised: 1 << 17,
  agreement: { yes: 1 << 18, no: 1 << 19, unknown: 1 << 20 },
  free: 1 << 21,
  ageUnknown: 1 << 24,
} as const

/** The bit that says why a row is no hit. */
export const reasons = {
  bases: 1,
  groups: 2,
  municipalities: 4,
  owners: 8,
  kinds: 16,
  statuses: 32,
  age: 64,
  agreement: 128,
  free: 256,
  specialised: 512,
  price: 1024,
  near: 2048,
  changed: 4096,
} as const

/** Rows that fail in at most one thing, counted. `value` is a basis, a group, a municipality, or the small things in one number. */
export type Counted = {
  facet: 'basis' | 'group' | 'municipality' | 'small'
  fails: number
  value: string | undefined
  count: number
}

/** Sorts the counts out by thing. A row that fails in one thing only counts for that thing's own values. */
export function facetsOf(counts: readonly Counted[]): Facets {
  const small = counts
    .filter(({ facet }) => facet === 'small')
    .map(({ fails, value, count }) => ({ fails, bits: Number(value), count }))
  const sum = (bit: number, reason: number) =>
    small.reduce((total, one) => ((one.fails === 0 || one.fails === reason) && one.bits & bit ? total + one.count : total), 0)
  const each = <Key extends string>(bits: Record<Key, number>, reason: number): Map<Key, number> =>
    new Map((Object.entries(bits) as [Key, number][]).map(([key, bit]) => [key, sum(bit, reason)]))
  return {
    hits: small.reduce((total, one) => (one.fails === 0 ? total + one.count : total), 0),
    bases: valuesOf(counts, 'basis', String),
    groups: valuesOf(counts, 'group', Number),
    municipalities: valuesOf(counts, 'municipality', Number),
    owners: each(facetBits.owner, reasons.owners),
    kinds: each(facetBits.kind, reasons.kinds),
    statuses: each(facetBits.status, reasons.statuses),
    agreement: each(facetBits.agreement, reasons.agreement),
    free: sum(facetBits.free, reasons.free),
    specialised: sum(facetBits.specialised, reasons.specialised),
    ageUnknown: small.reduce(
      (total, { fails, bits, count }) => (fails === reasons.age && bits & facetBits.ageUnknown ? total + count : total),
      0,
    ),
  }
}

function valuesOf<Key>(counts: readonly Counted[], facet: Counted['facet'], of: (text: string) => Key): Map<Key, number> {
  const found = new Map<Key, number>()
  for (const { facet: own, value, count } of counts)
    if (own === facet && value !== undefined) found.set(of(value), (found.get(of(value)) ?? 0) + count)
  return found
}

/** How many filters are on, for the button that folds them out. */
export const filtersOn = (finding: Finding): number =>
  [finding.bases, finding.groups, finding.kinds, finding.municipalities, finding.owners, finding.agreement].reduce(
    (count, values) => count + values.length,
    0,
  ) +
  [
    finding.age,
    finding.near,
    finding.free || undefined,
    finding.specialised || undefined,
    finding.priceFrom,
    finding.priceTo,
    finding.changedSince,
  ].filter((value) => value !== undefined).length
