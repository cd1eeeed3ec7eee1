import { addDays, type Day } from '../../platform/values/day.ts'
import { type Item, isPeriod, type Plan, planKinds } from '../plan/index.ts'
import type { CalendarRow } from './store/changes.ts'

/** A day or a stretch of whole days in people's calendars. `until` is the first day after. Danish: kalenderpost. */
export type Entry = {
  uid: string
  /** Grows with every change, so that a calendar knows which of two is newer. */
  sequence: number
  changedAt: Date
  from: Day
  until: Day
  title: string
  text: string
  kind: string
  href: string
  /** Taken out, or put off with no new date: calendars strike it through. */
  cancelled: boolean
}

type Stretch = { from: Day; until: Day }

const stretch = (value: unknown): Stretch | undefined =>
  isPeriod(value) ? value : typeof value === 'string' ? { from: value, until: addDays(value, 1) } : undefined

/** The day it was done, or when it is under way, or when it is planned. */
const datesOf = (item: Item): Stretch | undefined =>
  stretch(item.said('done')?.value) ?? item.period('actual') ?? item.period('planned')

/** What has dates, or once had: those are kept, as called off. */
export function entriesOf(rows: readonly CalendarRow[], plan: Plan): Entry[] {
  return rows.flatMap((row): Entry[] => {
    const item = plan.withKey(row.key)
    const now = item && datesOf(item)
    const dates = now ?? stretch(row.lastDates)
    if (!dates) return []
    const { from, until } = dates
    return [
      {
        uid: row.key,
        sequence: row.sequence,
        changedAt: row.changedAt,
        from,
        until: until > from ? until : addDays(from, 1),
        title: titled(item, row),
        text: [item?.text('summary'), item?.text('deliverable') && `Leverance: ${item.text('deliverable')}`]
          .filter(Boolean)
          .join('\n'),
        kind: item ? planKinds[item.kind] : 'Milepæl',
        href: item?.href ?? `/plan/historik/${row.key}`,
        cancelled: now === undefined,
      },
    ]
  })
}

function titled(item: Item | undefined, { key, title }: CalendarRow): string {
  const own = item?.title ?? title ?? key
  return item?.parent?.kind === 'initiative' ? `${item.parent.title}: ${own}` : own
}

type Calendar = { baseUrl: string; name: string; entries: readonly Entry[] }

/** Entries as iCalendar (RFC 5545): whole days, the same UID for ever. */
export function calendar({ baseUrl, name, entries }: Calendar): string {
  const host = new URL(baseUrl).hostname
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Faelles//Rammeaftale Sjaelland//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...entries.flatMap((entry) => event(entry, baseUrl, host)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const event = (entry: Entry, baseUrl: string, host: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}@${host}`,
  `SEQUENCE:${entry.sequence}`,
  `DTSTAMP:${stamp(entry.changedAt)}`,
  `LAST-MODIFIED:${stamp(entry.changedAt)}`,
  `DTSTART;VALUE=DATE:${date(entry.from)}`,
  `DTEND;VALUE=DATE:${date(entry.until)}`,
  `SUMMARY:${escaped(entry.title)}`,
  ...(entry.text ? [`DESCRIPTION:${escaped(entry.text)}`] : []),
  `CATEGORIES:${escaped(entry.kind)}`,
  `URL:${baseUrl}${entry.href}`,
  `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

const date = (day: Day): string => day.replaceAll('-', '')
const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '')

/** What a calendar line cannot hold: control characters but the line end, which is written out below. */
const control = /[^\P{Cc}\n\u0080-\u009f]/gu

const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(control, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')

const WIDTH = 75

/** No line is longer than 75 octets; the next one begins with a blank. A letter of several octets is never cut. */
function folded(line: string): string {
  const lines: string[] = []
  let [now, octets] = ['', 0]
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > WIDTH) {
      lines.push(now)
      now = ' '
      octets = 1
    }
    now += sign
    octets += size
  }
  return [...lines, now].join('\r\n')
}
