import { z } from 'zod'
import type { Day } from '../../platform/values/day.ts'
import { day, whole } from '../../platform/values/fields.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { freeText, isOpen, type Line, mustBeOpen, mustFit, nameOf, roleTexts, type Statement } from './line.ts'

/** What becomes a row: a figure for a line, new or stood by. */
export type NewStatement = Pick<Statement, 'kind' | 'free' | 'freeFrom'> & { line: Line }

/** Names of the fields of one line in the form. */
export const fieldsOf = (id: number) => ({ free: `fri-${id}`, freeFrom: `fra-${id}`, seen: `set-${id}` })

type Written = { lineId: number; free: number; freeFrom: Day | undefined; seen: string }

const MOST = 9999

/** A form with three fields a line. A line whose number is left empty is not answered. */
export const answersInput = z.record(z.string(), z.unknown()).transform((sent, context): Written[] => {
  const ids = Object.keys(sent).flatMap((name) => name.match(/^fri-(\d{1,15})$/)?.[1] ?? [])
  return ids.flatMap((id) => {
    const lineId = Number(id)
    const fields = fieldsOf(lineId)
    const text = (name: string) => (typeof sent[name] === 'string' ? (sent[name] as string).trim() : '')
    if (text(fields.free) === '') return []
    const free = whole(0, MOST).safeParse(text(fields.free))
    const from = text(fields.freeFrom) === '' ? undefined : day().safeParse(text(fields.freeFrom))
    for (const [name, result] of [
      [fields.free, free],
      [fields.freeFrom, from],
    ] as const)
      if (result && !result.success)
        context.addIssue({ code: 'custom', path: [name], message: result.error.issues[0]?.message ?? '' })
    if (!free.success || (from && !from.success)) return []
    return [{ lineId, free: free.data, freeFrom: from?.data, seen: text(fields.seen) }]
  })
})

type Ground = { lines: readonly Line[]; today: Day; aheadDays: number }

/**
 * The rows a filled-in form becomes: what differs is stated, what is as before is confirmed.
 * @throws Refusal when a line is closed, ended or not of this form, when somebody else was first, or a figure cannot be
 */
export function statementsFrom(written: readonly Written[], { lines, today, aheadDays }: Ground): NewStatement[] {
  if (written.length === 0)
    throw new Refusal(undefined, 'nothing written', 'Skriv et tal ved mindst én pladslinje. 0 er også et svar. Intet er gemt.')
  return written.map(({ lineId, free, freeFrom: from, seen }) => {
    const line = lines.find(({ id }) => id === lineId)
    if (!line)
      throw new Refusal(undefined, 'unknown line', 'En af pladslinjerne hører ikke til her. Hent siden igen. Intet er gemt.')
    const fields = fieldsOf(lineId)
    mustBeOpen(line, today, fields.free)
    mustBeSeen(line, seen, today)
    const freeFrom = from ?? begunBefore(line, free, today) ?? today
    mustFit(line, { free, freeFrom }, { today, aheadDays, fields })
    const same = line.statement?.free === free && (free === 0 || line.statement.freeFrom === freeFrom)
    return { line, kind: same ? 'confirmed' : 'stated', free, freeFrom }
  })
}

/** No day is written: places that were free already are free since then. */
const begunBefore = ({ statement }: Line, free: number, today: Day): Day | undefined =>
  statement?.free === free && statement.freeFrom <= today ? statement.freeFrom : undefined

function mustBeSeen(line: Line, seen: string, today: Day): void {
  const { statement } = line
  if (String(statement?.id ?? '') === seen) return
  const now = statement ? `${freeText(statement, today)}, meldt af ${roleTexts[statement.role]}` : 'ikke meldt'
  throw new Refusal(
    fieldsOf(line.id).free,
    'changed meanwhile',
    `${nameOf(line)}: Nogen har ændret tallet, mens du skrev. Der står nu: ${now}. Dit er ikke gemt endnu; gem igen, hvis det gælder.`,
  )
}

/** What a page with one button was made from: any new statement makes it another. */
export const seenOf = (lines: readonly Line[]): string => String(Math.max(0, ...lines.map(({ statement }) => statement?.id ?? 0)))

/**
 * Everything that was said, stood by again. Lines nobody ever told of stay untold.
 * @throws Refusal when somebody else was first, there is nothing to stand by, or a figure can no longer be
 */
export function confirmationsOf(seen: string, { lines, today, aheadDays }: Ground): NewStatement[] {
  const open = lines.filter((line) => isOpen(line, today))
  const [closed] = lines
  if (closed && open.length === 0) mustBeOpen(closed, today)
  if (seenOf(open) !== seen)
    throw new Refusal(
      undefined,
      'changed meanwhile',
      'Nogen har meldt noget nyt, mens du så på siden. Intet er bekræftet endnu. Se tallene her, og tryk igen, hvis de passer.',
    )
  const told = open.flatMap((line) => (line.statement ? [{ line, ...line.statement }] : []))
  if (told.length === 0)
    throw new Refusal(
      undefined,
      'nothing told',
      'Der er ikke meldt noget endnu, så der er ikke noget at bekræfte. Vælg »Ret«, og skriv tallene.',
    )
  return told.map(({ line, free, freeFrom }) => {
    mustFit(line, { free, freeFrom }, { today, aheadDays })
    return { line, kind: 'confirmed', free, freeFrom }
  })
}
