import { addDays, type Day, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { isOn, type PlaceKind, placeKinds, type Status } from '../offers/index.ts'

/** In which capacity somebody stands by a figure: people see the role, never the name. */
export const roleTexts = {
  provider: 'leverandøren',
  contributor: 'driftsherrens indberetter',
  approver: 'driftsherrens godkender',
  secretariat: 'sekretariatet',
  link: 'driftsherren, fra den ugentlige mail',
} as const
export type StatingRole = keyof typeof roleTexts

/** What was last said of a place line. 0 free is an answer; no statement is none. Danish: melding. */
export type Statement = {
  id: number
  kind: 'stated' | 'confirmed'
  free: number
  freeFrom: Day
  /** The day somebody stood by it. */
  day: Day
  role: StatingRole
  example: boolean
  recordedAt: Date
}

type Count = { approved?: number; validFrom?: Day; validUntil?: Day }

/** A place line as this room needs it: where it is, whether places can be free there, and what was last said. */
export type Line = {
  id: number
  unitId: number
  offerId: number
  operatorId: number | undefined
  operatorName: string | undefined
  offerName: string
  unitName: string
  label: string
  kind: PlaceKind | undefined
  groups: string[]
  groupText: string | undefined
  municipality: string | undefined
  validFrom: Day | undefined
  validUntil: Day | undefined
  /** How the unit stands today. */
  status: Status
  /** First day the unit is closed. */
  closesOn: Day | undefined
  counts: Count[]
  statement: Statement | undefined
}

/** A unit that is only the whole offer needs no name of its own. */
const WHOLE = 'Hele tilbuddet'

/** 'Himmelev, Døgn' or 'Marjatta: Skolehjemmet, Dag'. */
export function nameOf({ offerName, unitName, label, kind }: Pick<Line, 'offerName' | 'unitName' | 'label' | 'kind'>): string {
  const place = unitName === WHOLE || unitName === offerName ? offerName : `${offerName}: ${unitName}`
  return [place, label || undefined, kind && placeKinds[kind]].filter(Boolean).join(', ')
}

/** The name of a line where its offer is named above it. */
export function shortNameOf({ unitName, label, kind }: Pick<Line, 'unitName' | 'label' | 'kind'>): string {
  return [unitName, label || undefined, kind && placeKinds[kind]].filter(Boolean).join(', ')
}

/** '3 ledige pladser fra 1. april 2026', '0 ledige pladser'. */
export function freeText({ free, freeFrom }: Pick<Statement, 'free' | 'freeFrom'>, today: Day): string {
  const places = free === 1 ? '1 ledig plads' : `${free} ledige pladser`
  return free > 0 && freeFrom > today ? `${places} fra ${dayText(freeFrom)}` : places
}

/** How many places are approved on a day; undefined: not told. */
export const approvedOn = ({ counts }: Pick<Line, 'counts'>, day: Day): number | undefined =>
  counts.find(({ validFrom, validUntil }) => isOn({ validFrom, validUntil }, day))?.approved

const endOf = ({ validUntil, closesOn }: Pick<Line, 'validUntil' | 'closesOn'>): Day | undefined =>
  [validUntil, closesOn].filter((day) => day !== undefined).sort()[0]

/** Can places be free here at all: the line has not ended and the unit is not closed. */
export const isOpen = (line: Pick<Line, 'validUntil' | 'status'>, today: Day): boolean =>
  line.status !== 'closed' && (line.validUntil === undefined || today < line.validUntil)

/** @throws Refusal at `field` when the offer is closed or the line has ended */
export function mustBeOpen(line: Line, today: Day, field?: string): void {
  if (line.status === 'closed')
    throw new Refusal(
      field,
      'closed',
      `${nameOf(line)}: Tilbuddet er lukket${line.closesOn ? ` fra ${dayText(line.closesOn)}` : ''}, så der kan ikke meldes ledige pladser. Intet er gemt.`,
    )
  if (!isOpen(line, today))
    throw new Refusal(
      field,
      'ended',
      `${nameOf(line)}: Pladslinjen ophørte ${dayText(line.validUntil ?? today)}, så der kan ikke meldes ledige pladser på den. Intet er gemt.`,
    )
}

type Told = Pick<Statement, 'free' | 'freeFrom'>

/**
 * No more places are free than are approved on that day, and none after the line has ended or too far ahead.
 * @throws Refusal at `fields.free` or `fields.freeFrom`
 * @example mustFit(lineWith2Places, { free: 3, freeFrom: '2026-03-02' }, …) // '3 ledige pladser af 2 …'
 */
export function mustFit(
  line: Line,
  { free, freeFrom }: Told,
  { today, aheadDays, fields }: { today: Day; aheadDays: number; fields?: { free: string; freeFrom: string } },
): void {
  const places = approvedOn(line, freeFrom > today ? freeFrom : today)
  if (places !== undefined && free > places)
    throw new Refusal(
      fields?.free,
      'more than places',
      `${nameOf(line)}: Der kan ikke være ${free} ledige af ${places} ${places === 1 ? 'plads' : 'pladser'}. Ret tallet, eller ret pladstallet på tilbuddet først. Intet er gemt.`,
    )
  const end = endOf(line)
  if (free > 0 && end !== undefined && freeFrom >= end)
    throw new Refusal(
      fields?.freeFrom,
      'after the end',
      `${nameOf(line)}: Pladserne er der ikke længere ${dayText(freeFrom)}; de ophører ${dayText(end)}. Intet er gemt.`,
    )
  if (freeFrom > addDays(today, aheadDays))
    throw new Refusal(
      fields?.freeFrom,
      'too far ahead',
      `${nameOf(line)}: ${dayText(freeFrom)} ligger mere end ${aheadDays} dage frem. Er årstallet rigtigt? Intet er gemt.`,
    )
}
