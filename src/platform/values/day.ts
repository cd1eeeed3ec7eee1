/** A calendar day in Denmark, `'YYYY-MM-DD'`. Danish: dag. */
export type Day = string

const copenhagenParts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' })

const MINUTE_MS = 60_000
let known = { minute: Number.NaN, day: '' }

/** The day it is in Copenhagen at an instant. Every request asks, and a day begins with a minute, so the last answer is remembered. */
export function dayOf(instant: Date): Day {
  const minute = Math.floor(instant.getTime() / MINUTE_MS)
  if (minute !== known.minute) known = { minute, day: copenhagenParts.format(instant) }
  return known.day
}

const utc = (day: Day) => new Date(`${day}T00:00:00Z`)

/** Is the text a day that exists? '2025-02-29' is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = utc(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

/** The day `count` days later; negative goes back. */
export function addDays(day: Day, count: number): Day {
  const date = utc(day)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

/**
 * The same day of the month `count` months later; negative goes back. Where that month is shorter, its last day.
 * @example addMonths('2026-08-31', -6) // '2026-02-28'
 */
export function addMonths(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const first = (at: number): Day =>
    `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`
  const same = addDays(first(months), Number(day.slice(8)) - 1)
  const next = first(months + 1)
  return same < next ? same : addDays(next, -1)
}

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000)

const long = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
const short = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })

/** '13. november 2025'. */
export const dayText = (day: Day): string => long.format(utc(day))

/** '13. nov. 2025'. */
export const dayShort = (day: Day): string => short.format(utc(day))

const clock = new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' })

/** '13. november 2025 kl. 09.10', in Copenhagen. */
export const instantText = (instant: Date): string => `${dayText(dayOf(instant))} kl. ${clock.format(instant)}`

/** A quarter as people write it: '4. kvartal 2025'. */
export function quarterOf(day: Day): { year: number; quarter: 1 | 2 | 3 | 4 } {
  const month = Number(day.slice(5, 7))
  return { year: Number(day.slice(0, 4)), quarter: (Math.floor((month - 1) / 3) + 1) as 1 | 2 | 3 | 4 }
}
