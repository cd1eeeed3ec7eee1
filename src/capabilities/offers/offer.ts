import type { Day } from '../../platform/values/day.ts'

/** What is told of a fact beside the fact itself: where it is from, and how old it is in the source's own words. */
export type Provenance = {
  source: string
  sourceUrl: string | undefined
  /** '2013', 'page copy, undated' in Danish; undefined: as of the day it was written here. */
  asOf: string | undefined
  asOfDay: Day | undefined
  example: boolean
}

export const ownerships = {
  municipal: 'Kommunal',
  regional: 'Regional',
  self_governing: 'Selvejende',
  private: 'Privat',
} as const
export type Ownership = keyof typeof ownerships

export const placeKinds = { residential: 'Døgn', day: 'Dag', ambulant: 'Ambulant', respite: 'Aflastning' } as const
export type PlaceKind = keyof typeof placeKinds

export const priceUnits = {
  full_day: 'døgn',
  day: 'dag',
  hour: 'time',
  month: 'måned',
  year: 'år',
  course: 'forløb',
} as const
export type PriceUnit = keyof typeof priceUnits

export const statuses = { planned: 'Planlagt', running: 'I drift', closed: 'Lukket' } as const
export type Status = keyof typeof statuses

export const evidences = {
  stated: 'Står i kilden',
  converted: 'Omsat fra den gamle lov',
  inferred: 'Sluttet af beskrivelsen',
  not_stated: 'Ikke oplyst',
} as const
export type Evidence = keyof typeof evidences

/** Who runs offers. `ownership` undefined: not known. Danish: driftsherre. */
export type Operator = Provenance & {
  id: number
  uuid: string
  partyId: number | undefined
  name: string
  ownership: Ownership | undefined
  ownershipNote: string | undefined
  cvr: string | undefined
  pNumber: string | undefined
  ean: string | undefined
  website: string | undefined
  mailbox: string | undefined
  note: string | undefined
  version: number
}

/** Danish: tilbud. */
export type Offer = Provenance & {
  id: number
  uuid: string
  origin: string | undefined
  operatorId: number | undefined
  name: string
  portalId: string | undefined
  address: string | undefined
  municipalityCode: number | undefined
  website: string | undefined
  mailbox: string | undefined
  /** As its source has it; `statusOn` says how it is on a day. */
  status: Status
  statusNote: string | undefined
  opensOn: Day | undefined
  /** First day it is closed. */
  closesOn: Day | undefined
  offerType: 'A' | 'B' | undefined
  note: string | undefined
  version: number
}

/** A part of an offer that lies in one place. Danish: afdeling. */
export type Unit = Provenance & {
  id: number
  uuid: string
  offerId: number
  name: string
  portalId: string | undefined
  pNumber: string | undefined
  address: string | undefined
  /** undefined: the offer's. */
  municipalityCode: number | undefined
  opensOn: Day | undefined
  closesOn: Day | undefined
  note: string | undefined
  position: number
  version: number
}

/** Whole years, both included; undefined: no bound is told. */
type TargetGroup = { termId: number; label: string; ageFrom: number | undefined; ageTo: number | undefined }

/** Places of one kind in a unit, under the legal bases they may be used by. Danish: pladslinje. */
export type PlaceLine = Provenance & {
  id: number
  uuid: string
  unitId: number
  /** Tells two lines of the same kind and basis apart; often empty. */
  label: string
  kind: PlaceKind | undefined
  /** Keys of legal bases; none: not stated. */
  bases: string[]
  basisText: string | undefined
  basisEvidence: Evidence
  groups: TargetGroup[]
  groupText: string | undefined
  /** Of everybody on the line; a target group's own ages go before. */
  ageFrom: number | undefined
  ageTo: number | undefined
  ageText: string | undefined
  validFrom: Day | undefined
  validUntil: Day | undefined
  fromLineId: number | undefined
  note: string | undefined
  version: number
}

/** How many places a line has in a period; undefined: not told, which is not 0. Danish: pladstal. */
export type PlaceCount = Provenance & {
  id: number
  placeLineId: number
  approved: number | undefined
  inUse: number | undefined
  /** Percent. */
  budgetedOccupancy: number | undefined
  validFrom: Day | undefined
  validUntil: Day | undefined
}

/** A figure with unit, year and source. Danish: pris. */
export type Price = Provenance & {
  id: number
  uuid: string
  unitId: number
  /** undefined: of the whole unit. */
  placeLineId: number | undefined
  /** Such as 'Niveau 1'; often empty. */
  label: string
  amountOre: number
  per: PriceUnit
  year: number | undefined
  withdrawn: boolean
  note: string | undefined
  version: number
}

/** What was used by whom in a year. Danish: brug. */
export type Usage = Pick<Provenance, 'source' | 'sourceUrl' | 'example'> & {
  municipalityCode: number
  year: number
  used: boolean
  places: number | undefined
}

export type Lineage = {
  id: number
  kind: 'renamed' | 'moved' | 'split' | 'merged'
  fromOfferId: number
  toOfferId: number
  unitId: number | undefined
  day: Day
  before: string
  after: string
  source: string
  actorName: string
  example: boolean
}

type Standing = Pick<Offer, 'status' | 'opensOn' | 'closesOn'>

/** How an offer stands on a day: its days win over what its source called it. */
export function statusOn({ status, opensOn, closesOn }: Standing, day: Day): Status {
  if (closesOn !== undefined) return closesOn <= day ? 'closed' : begun(opensOn, day)
  if (status !== 'running') return status === 'planned' && opensOn !== undefined ? begun(opensOn, day) : status
  return begun(opensOn, day)
}

const begun = (opensOn: Day | undefined, day: Day): Status => (opensOn !== undefined && day < opensOn ? 'planned' : 'running')

/** '14-25 år', 'fra 18 år', 'til 17 år'; undefined when no bound is told. */
export function ageText({ ageFrom, ageTo }: Pick<TargetGroup, 'ageFrom' | 'ageTo'>): string | undefined {
  if (ageFrom === undefined) return ageTo === undefined ? undefined : `til ${ageTo} år`
  if (ageTo === undefined) return `fra ${ageFrom} år`
  return ageFrom === ageTo ? `${ageFrom} år` : `${ageFrom}-${ageTo} år`
}
