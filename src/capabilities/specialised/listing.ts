import { type Day, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { ageOf } from '../offers/index.ts'

export const eventKinds = {
  listed: 'Sat på listen',
  assessed: 'Vurderet',
  left: 'Taget af listen',
  linked: 'Knyttet til registret',
} as const
type EventKind = keyof typeof eventKinds

export const results = {
  specialised: 'Blandt de mest specialiserede',
  not_specialised: 'Ikke højt specialiseret',
  open: 'Ikke afgjort',
} as const
export type Result = keyof typeof results

/** What happened to an offer on the list, as somebody said it. Danish: vurdering. */
export type ListEvent = {
  id: number
  specialisedId: number
  kind: EventKind
  day: Day
  /** The source's own words, where the day is uncertain. */
  dayText: string | undefined
  /** Of 'listed' alone. */
  speciality: string | undefined
  /** Of 'assessed' alone, as the four below. */
  assessedBy: string | undefined
  targetGroup: string | undefined
  criteria: string[]
  result: Result | undefined
  /** Somebody is to come back to it; a later assessment without it ends that. */
  followUp: boolean
  note: string | undefined
  source: string
  sourceUrl: string | undefined
  actorName: string
  example: boolean
}

/** An offer that is or was among the most specialised. Danish: mest specialiseret tilbud. */
export type Specialised = {
  id: number
  key: string
  name: string
  note: string | undefined
  /** undefined: not in the register. */
  offerId: number | undefined
  offerName: string | undefined
  /** The oldest first. */
  events: ListEvent[]
}

/** How an offer stands to the list on a day. */
export type Standing = {
  on: boolean
  /** undefined before it was ever put on the list. */
  listed: ListEvent | undefined
  left: ListEvent | undefined
  assessed: ListEvent | undefined
  /** The day somebody last looked: it was put on the list, or assessed. */
  lookedAt: Day | undefined
}

/**
 * The list as it stood at the end of a day: an assessment never takes an offer off the list, a decision does.
 * @example Platangården: listed 2017, assessed 2025 as not highly specialised, so { on: true, assessed: { followUp: true } }
 */
export function standingOn({ events }: Pick<Specialised, 'events'>, day: Day): Standing {
  const before = events.filter((event) => event.day <= day)
  const last = (kind: EventKind) => before.findLast((event) => event.kind === kind)
  const moved = before.findLast(({ kind }) => kind === 'listed' || kind === 'left')
  return {
    on: moved?.kind === 'listed',
    listed: last('listed'),
    left: moved?.kind === 'left' ? moved : undefined,
    assessed: last('assessed'),
    lookedAt: before.findLast(({ kind }) => kind === 'listed' || kind === 'assessed')?.day,
  }
}

/** Is the last look at it longer ago than the rule allows? */
export const isOld = ({ lookedAt }: Standing, today: Day, months: number): boolean =>
  ageOf({ asOf: undefined, asOfDay: lookedAt }, today, months).old

/** @throws Refusal at `field` when the day has not come */
export function mustHaveCome(day: Day, today: Day, field = 'day'): void {
  if (day <= today) return
  throw new Refusal(field, 'ahead', `${dayText(day)} er ikke kommet endnu. Skriv den dag, det skete. Intet er gemt.`)
}

/** Events are told in their order: what is new cannot lie before what is there. @throws Refusal at `day` */
export function mustFollow({ events, name }: Pick<Specialised, 'events' | 'name'>, day: Day): void {
  const last = events.at(-1)
  if (!last || last.day <= day) return
  throw new Refusal(
    'day',
    'too early',
    `${name}: Det nyeste i historien er fra ${dayText(last.day)} (${eventKinds[last.kind].toLowerCase()}). Skriv den dag eller en senere. Intet er gemt.`,
  )
}

/** @throws Refusal when the offer is on the list with that speciality, or has it otherwise already */
export function mustBeNewsOfListing(one: Specialised, speciality: string, today: Day): void {
  const { on, listed } = standingOn(one, today)
  if (on && listed?.speciality === speciality)
    throw new Refusal('speciality', 'listed already', `${one.name} står allerede på listen med det speciale. Intet er gemt.`)
}

/** @throws Refusal when the offer is not on the list today */
export function mustBeOn(one: Specialised, today: Day): void {
  if (standingOn(one, today).on) return
  throw new Refusal(undefined, 'not listed', `${one.name} står ikke på listen. Sæt det på listen først. Intet er gemt.`)
}
