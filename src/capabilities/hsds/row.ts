import type { Day } from '../../platform/values/day.ts'
import type { Evidence, Ownership, PlaceKind, PriceUnit, Status } from '../offers/index.ts'
import type { StatingRole } from '../vacancies/index.ts'

/** What the register knows, as this room reads it: a unit with its offer, its operator and all that hangs on it. */

type Told = { source: string; sourceUrl?: string; asOf?: string; asOfDay?: Day; example: boolean }

export type OperatorRow = {
  uuid: string
  name: string
  ownership: Ownership | undefined
  ownershipNote: string | undefined
  website: string | undefined
  note: string | undefined
  cvr: string | undefined
  pNumber: string | undefined
  ean: string | undefined
  source: string
  asOf: string | undefined
  asOfDay: Day | undefined
  example: boolean
}

export type LineRow = Told & {
  uuid: string
  label: string
  kind?: PlaceKind
  bases: string[]
  evidence: Evidence
  groups: { termId: number; ageFrom?: number; ageTo?: number }[]
  groupText?: string
  ageFrom?: number
  ageTo?: number
  /** Places on the day that is read by; missing: not told, which is not 0. */
  approved?: number
  inUse?: number
  /** What was last said to be free; missing: nobody has said. */
  said?: { free: number; from: Day; day: Day; at: string; role: StatingRole; example: boolean }
}

export type PriceRow = Told & {
  uuid: string
  label: string
  line?: string
  amountOre: number
  per: PriceUnit
  year?: number
  note?: string
}

export type ServiceRow = {
  id: number
  uuid: string
  unitName: string
  unitNote: string | undefined
  pNumber: string | undefined
  offerId: number
  offerUuid: string
  offerName: string
  offerNote: string | undefined
  website: string | undefined
  address: string | undefined
  municipalityCode: number | undefined
  municipality: string | undefined
  region: string | undefined
  status: Status
  statusNote: string | undefined
  opensOn: Day | undefined
  closesOn: Day | undefined
  source: string
  sourceUrl: string | undefined
  asOf: string | undefined
  asOfDay: Day | undefined
  example: boolean
  operator: OperatorRow | undefined
  lines: LineRow[]
  prices: PriceRow[]
  modifiedAt: Date
}

/** By which day and which rules figures are judged, and where this installation is. */
export type Judged = { today: Day; freshDays: number; ageingDays: number; oldMonths: number; baseUrl: string }
