import { type Day, dayOf, daysBetween } from '../../platform/values/day.ts'
import { keysOf } from '../../platform/values/keys.ts'
import { Refusal } from '../../platform/values/refusal.ts'

/** How far a party is with an action area. "Not reported" is no state: it is the absence of a report. Danish: status. */
export const states = {
  not_started: { text: 'Ikke begyndt', sign: '○', hint: 'Vi har ikke taget hul på det.' },
  planned: { text: 'Planlagt', sign: '◔', hint: 'Det er besluttet, hvornår vi begynder.' },
  running: { text: 'I gang', sign: '◑', hint: 'Vi er begyndt, men det er ikke hverdag endnu.' },
  daily_use: { text: 'I daglig brug', sign: '●', hint: 'Sådan arbejder vi nu.' },
  paused: { text: 'Sat på pause', sign: '‖', hint: 'Vi har selv valgt at vente.' },
  blocked: { text: 'Gået i stå', sign: '✕', hint: 'Noget står i vejen. Skriv hvad.' },
  not_relevant: { text: 'Ikke relevant', sign: '–', hint: 'Det gælder ikke hos os. Skriv hvorfor.' },
} as const

export type State = keyof typeof states
export const stateKeys = keysOf(states)

/** What is shown where nothing is reported. Never counted as 0 %. */
export const notReported = { text: 'Ikke meldt', sign: '·' } as const

export const stateText = (state: State | undefined): string => (state ? states[state].text : notReported.text)

const needReason: readonly State[] = ['blocked', 'not_relevant']

/**
 * A party that has come to a stop, or to which an area does not apply, says why.
 * @throws Refusal at `reason`
 */
export function mustGiveReason(state: State, reason: string | undefined): void {
  if (needReason.includes(state) && !reason) {
    throw new Refusal('reason', 'reason missing', `Skriv hvorfor, når status er »${states[state].text}«. Status er ikke gemt.`)
  }
}

/**
 * A status speaks of a day that has been.
 * @throws Refusal at `day`
 */
export function mustHaveBeen(day: Day, today: Day): void {
  if (day > today) throw new Refusal('day', 'future', 'Dagen er ikke kommet endnu. Skriv i dag eller en tidligere dag.')
}

/**
 * Does a report speak of an earlier day than one that is shown already? Then it is history that is brought in later: it is kept
 * and told, and never takes the place of the newer one.
 * @example isLate('2026-01-15', '2026-03-01') // true
 * @example isLate('2026-03-01', '2026-03-01') // false: it corrects what was said of that day
 */
export const isLate = (day: Day, shown: Day | undefined): boolean => shown !== undefined && day < shown

/**
 * Nobody writes on top of what he has not seen: `seen` is the newest report the form was made from.
 * @throws Refusal at `seen` when there is a newer one by now
 */
export function mustHaveSeen(newest: number | undefined, seen: number | undefined): void {
  if (newest === seen) return
  throw new Refusal(
    'seen',
    'newer',
    `En anden har meldt imens (melding nr. ${newest}). Din melding er ikke gemt endnu. Se den anden melding, og send din igen, hvis den stadig gælder.`,
  )
}

/**
 * What is confirmed or approved is the newest there is, and what is confirmed is shown already.
 * @throws Refusal on top of the page, which then shows the newer one
 */
export function mustBeNewest(newest: number | undefined, report: number): void {
  if (newest === report) return
  throw new Refusal(undefined, 'newer', 'Der er kommet en nyere melding imens. Læs den, og tryk igen, hvis du er enig i den.')
}

/** Who reported: a person of the party, by role, or the secretariat for it. */
export type ReporterRole = 'contributor' | 'approver' | 'secretariat'

export const reporters: Record<ReporterRole, string> = {
  contributor: 'indberetter',
  approver: 'godkender',
  secretariat: 'sekretariatet',
}

/** The newest visible report of a party for an area. Danish: statusindberetning. */
export type Report = {
  id: number
  partyId: number
  areaId: number
  state: State
  reason: string | undefined
  publicNote: string | undefined
  evidence: string | undefined
  /** The day the party says it speaks of. */
  day: Day
  recordedAt: Date
  /** Shown to all from here; undefined while it waits for the party's own approver. */
  publishedAt: Date | undefined
  /** When an approver of the party stood by it. */
  approvedAt: Date | undefined
  actorRole: ReporterRole
  example: boolean
  /** When it was last said to be still correct, and by whom. */
  confirmedAt: Date | undefined
  confirmedRole: ReporterRole | undefined
  /** Recorded after one of a later day: told in the history only. */
  late?: boolean
}

/** What a party said last, and when. */
export type Moved = { partyId: number; areaId: number; state: State; example: boolean; saidAt: Date }

/** When the report was last said to be right: recorded, confirmed or approved, whichever is newest. */
export const lastSaid = ({
  recordedAt,
  confirmedAt,
  approvedAt,
}: Pick<Report, 'recordedAt' | 'confirmedAt' | 'approvedAt'>): Date =>
  new Date(Math.max(recordedAt.getTime(), confirmedAt?.getTime() ?? 0, approvedAt?.getTime() ?? 0))

/**
 * Is a report so old that it should be confirmed or replaced? `staleDays` is the dated rule report.staleDays.
 * @example isStale('2026-01-01', '2026-04-01', 90) // false: 90 days are allowed
 * @example isStale('2026-01-01', '2026-04-02', 90) // true
 */
export const isStale = (saidOn: Day, today: Day, staleDays: number): boolean => daysBetween(saidOn, today) > staleDays

/** Was the report last said to be right longer ago than the rule allows? */
export const hasAged = (report: Report, today: Day, staleDays: number): boolean =>
  isStale(dayOf(lastSaid(report)), today, staleDays)
