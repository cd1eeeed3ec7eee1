import { type Day, daysBetween } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'

/** How far a party is with an action area. "Not reported" is no state: it is the absence of a report. Danish: status. */
export const states = {
  not_started: { text: 'Ikke begyndt', sign: '○' },
  planned: { text: 'Planlagt', sign: '◔' },
  running: { text: 'I gang', sign: '◑' },
  daily_use: { text: 'I daglig brug', sign: '●' },
  paused: { text: 'Sat på pause', sign: '‖' },
  blocked: { text: 'Gået i stå', sign: '✕' },
  not_relevant: { text: 'Ikke relevant', sign: '–' },
} as const

export type State = keyof typeof states
export const stateKeys = Object.keys(states) as [State, ...State[]]

/** What is shown where nothing is reported. Never counted as 0 %. */
export const notReported = { text: 'Ikke meldt', sign: '·' } as const

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
  actorRole: string
  example: boolean
  confirmedAt: Date | undefined
  approvedAt: Date | undefined
}

/** The day the report was last said to be right: when it was recorded or last confirmed, whichever is newest. */
export const lastSaid = ({ recordedAt, confirmedAt }: Pick<Report, 'recordedAt' | 'confirmedAt'>): Date =>
  confirmedAt && confirmedAt > recordedAt ? confirmedAt : recordedAt

/**
 * Is a report so old that it should be confirmed or replaced? `staleDays` is the dated rule report.staleDays.
 * @example isStale('2026-01-01', '2026-04-01', 90) // false: 90 days are allowed
 * @example isStale('2026-01-01', '2026-04-02', 90) // true
 */
export const isStale = (saidOn: Day, today: Day, staleDays: number): boolean => daysBetween(saidOn, today) > staleDays
