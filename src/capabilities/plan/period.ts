import { addDays, type Day, dayText, quarterOf } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Period } from './plan.ts'

/**
 * A stretch of time from its first and last day. `words` is how people say it; without, it is said from the days.
 * @throws Refusal at `to` when the last day is before the first
 * @example periodOf('2026-01-01', '2026-03-31') // { text: '1. kvartal 2026', from: '2026-01-01', until: '2026-04-01' }
 */
export function periodOf(from: Day, last: Day, words?: string): Period {
  if (last < from)
    throw new Refusal('to', 'backwards', 'Perioden slutter, før den begynder. Ret den første eller den sidste dag.')
  const until = addDays(last, 1)
  return { text: words ?? periodText({ from, until }), from, until }
}

/** The last day of a period. */
export const lastDay = ({ until }: Pick<Period, 'until'>): Day => addDays(until, -1)

/** A whole year, a whole quarter, a single day, or from one day to another. */
export function periodText({ from, until }: Pick<Period, 'from' | 'until'>): string {
  const [year, month, date] = [from.slice(0, 4), from.slice(5, 7), from.slice(8)]
  const last = addDays(until, -1)
  if (from === last) return dayText(from)
  if (date === '01' && month === '01' && until === `${Number(year) + 1}-01-01`) return year
  const { quarter } = quarterOf(from)
  if (date === '01' && until === quarterAfter(from) && Number(month) === quarter * 3 - 2) return `${quarter}. kvartal ${year}`
  return `${dayText(from)} til ${dayText(last)}`
}

/** The first day of the quarter after the one a day lies in. */
export function quarterAfter(day: Day): Day {
  const { year, quarter } = quarterOf(day)
  return quarter === 4 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`
}

/** Do two stretches share a day? */
export const overlap = (a: Pick<Period, 'from' | 'until'>, b: Pick<Period, 'from' | 'until'>): boolean =>
  a.from < b.until && b.from < a.until

/**
 * A postponement moves the beginning or the end forward, and neither of them back.
 * @throws Refusal at `from`
 */
export function mustBeLater(old: Period, next: Period): void {
  if (next.from === old.from && next.until === old.until) {
    throw new Refusal('from', 'same', `Den nye periode er den samme som den gamle (${old.text}). Der er ikke gemt noget.`)
  }
  if (next.from < old.from || next.until < old.until) {
    throw new Refusal(
      'from',
      'earlier',
      `En udsættelse flytter frem i tiden. Skal ${old.text} rykkes tilbage, så brug »Ret en oplysning«.`,
    )
  }
}
