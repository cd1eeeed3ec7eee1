import { z } from 'zod'
import { numberText } from '../../platform/values/danish.ts'
import { addDays, type Day, dayText, quarterOf } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type Line, nameOf } from './line.ts'

/** A quarter of a year. Danish: kvartal. */
export type Quarter = { year: number; quarter: number }

/** The quarter's first day. */
export const firstDayOf = ({ year, quarter }: Quarter): Day => `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`

const next = ({ year, quarter }: Quarter): Quarter =>
  quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: quarter + 1 }

/** The quarter's last day. */
export const lastDayOf = (quarter: Quarter): Day => addDays(firstDayOf(next(quarter)), -1)

/** The last quarters that are over on a day, the newest first. */
export function quartersBefore(day: Day, count: number): Quarter[] {
  const newest = quarterOf(addDays(firstDayOf(quarterOf(day)), -1))
  return Array.from({ length: count }, (_, back) => {
    const at = newest.year * 4 + newest.quarter - 1 - back
    return { year: Math.floor(at / 4), quarter: (at % 4) + 1 }
  })
}

export const quarterText = ({ year, quarter }: Quarter): string => `${quarter}. kvartal ${year}`

/** As it stands in an address: '2026-1'. */
export const quarterKey = ({ year, quarter }: Quarter): string => `${year}-${quarter}`

export function quarterIn(key: string | undefined): Quarter | undefined {
  const [, year, quarter] = key?.match(/^(\d{4})-([1-4])$/) ?? []
  return year && quarter ? { year: Number(year), quarter: Number(quarter) } : undefined
}

/** @throws Refusal when the quarter is not over: an average of it cannot be known yet */
function mustBeOver(quarter: Quarter, today: Day): void {
  if (lastDayOf(quarter) < today) return
  throw new Refusal(
    undefined,
    'not over',
    `${quarterText(quarter)} slutter først ${dayText(lastDayOf(quarter))}. Indberet belægningen, når kvartalet er gået. Intet er gemt.`,
  )
}

/**
 * How many percentage points the average lies from the budget; undefined when no budget is told.
 * @example deviationOf({ average: 95.1, budgeted: 90.1 }) // 5
 */
export const deviationOf = ({ average, budgeted }: { average: number; budgeted: number | undefined }): number | undefined =>
  budgeted === undefined ? undefined : Math.round((average - budgeted) * 100) / 100

/** Is the deviation as large as the rule says, in either direction? */
export const isMarked = (deviation: number | undefined, points: number): boolean =>
  deviation !== undefined && Math.abs(deviation) >= points

/** '+5 point', '-7,5 point', '0 point'. */
export const pointsText = (deviation: number): string => `${deviation > 0 ? '+' : ''}${numberText(deviation)} point`

/** What was told of a line's quarter; the newest holds. Danish: belægning. */
export type Return = Quarter & {
  id: number
  lineId: number
  average: number
  budgeted: number | undefined
  role: 'provider' | 'contributor' | 'approver' | 'secretariat'
  example: boolean
  recordedAt: Date
}

/** Was the line open at some time of the quarter? */
export const openIn = ({ validFrom, validUntil, status, closesOn }: Line, quarter: Quarter): boolean =>
  (validFrom === undefined || validFrom <= lastDayOf(quarter)) &&
  [validUntil, closesOn].every((end) => end === undefined || end > firstDayOf(quarter)) &&
  (status !== 'closed' || closesOn !== undefined)

export const returnFields = (id: number) => ({ average: `gns-${id}`, budgeted: `bud-${id}`, seen: `set-${id}` })

const HIGHEST = 150
const PERCENT = `Skriv en procent fra 0 til ${HIGHEST}, fx 97,5.`

function percentIn(text: string): number | undefined {
  const value = /^\d{1,3}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  return value <= HIGHEST ? value : undefined
}

export type WrittenReturn = { lineId: number; average: number; budgeted: number | undefined; seen: string }

/** A form with three fields a line; a line without an average is not answered, 0 is an answer. */
export const returnsInput = z.record(z.string(), z.unknown()).transform((sent, context): WrittenReturn[] => {
  const text = (name: string) => (typeof sent[name] === 'string' ? (sent[name] as string).replace('%', '').trim() : '')
  const percent = (name: string) => {
    const value = text(name) === '' ? undefined : percentIn(text(name))
    if (text(name) !== '' && value === undefined) context.addIssue({ code: 'custom', path: [name], message: PERCENT })
    return value
  }
  const ids = Object.keys(sent).flatMap((name) => name.match(/^gns-(\d{1,15})$/)?.[1] ?? [])
  return ids.flatMap((id) => {
    const fields = returnFields(Number(id))
    const average = percent(fields.average)
    const budgeted = percent(fields.budgeted)
    return average === undefined ? [] : [{ lineId: Number(id), average, budgeted, seen: text(fields.seen) }]
  })
})

type Ground = { lines: readonly Line[]; returns: readonly Return[]; quarter: Quarter; today: Day }

/**
 * What is new in a filled-in form; what is as before needs no new row.
 * @throws Refusal when the quarter is not over, a line is not of this form, or somebody else was first
 */
export function newReturns(written: readonly WrittenReturn[], { lines, returns, quarter, today }: Ground): WrittenReturn[] {
  mustBeOver(quarter, today)
  if (written.length === 0)
    throw new Refusal(
      undefined,
      'nothing written',
      'Skriv belægningen ved mindst én pladslinje. 0 er også et svar. Intet er gemt.',
    )
  return written.filter(({ lineId, average, budgeted, seen }) => {
    const line = lines.find(({ id }) => id === lineId)
    if (!line || !openIn(line, quarter))
      throw new Refusal(
        undefined,
        'unknown line',
        'En af pladslinjerne var ikke åben i kvartalet. Hent siden igen. Intet er gemt.',
      )
    const now = returns.find((one) => one.lineId === lineId)
    if (String(now?.id ?? '') !== seen)
      throw new Refusal(
        returnFields(lineId).average,
        'changed meanwhile',
        `${nameOf(line)}: Nogen har indberettet imens. Der står nu ${now ? `${numberText(now.average)} %` : 'intet'}. Gem igen, hvis dit tal gælder.`,
      )
    return now?.average !== average || now.budgeted !== budgeted
  })
}
