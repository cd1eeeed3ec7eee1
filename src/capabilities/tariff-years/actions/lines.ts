import { z } from 'zod'
import { type Action, type Ask, form } from '../../../platform/action.ts'
import { text } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { SheetLine } from '../line.ts'
import { lineFields, lineFrom } from '../line-input.ts'
import { LineFormPage } from '../pages/line-form.tsx'
import { RemoveLinePage } from '../pages/sheet-steps.tsx'
import type { Predecessors } from '../predecessor.ts'
import { mustBeWritable } from '../round.ts'
import { addLine, changeLine, lineWith, placesOf, predecessorsOf, removeLine } from '../store/lines.ts'
import { type Standing, sheetFor } from '../store/rounds.ts'
import { byOf, sheetHref, sheetParty, standingAt } from './at.ts'

export const seen = text(20, 'Hent siden igen, og prøv så.')

/** @throws Refusal when somebody has changed the sheet since the form was made */
export function mustBeSame({ revision }: Standing, seen: string): void {
  if (String(revision) !== seen)
    throw new Refusal(
      undefined,
      'changed meanwhile',
      'En anden har lige ændret skemaet. Intet er gemt. Hent skemaet igen, og skriv så din rettelse.',
    )
}

async function withPlaces(ask: Pick<Ask<{ year: string; id: string }>, 'db' | 'params'>) {
  const standing = await standingAt(ask)
  if (!standing) return undefined
  const { operatorId, year, sheetId } = standing
  const [places, predecessors] = await Promise.all([
    placesOf(ask.db, operatorId),
    predecessorsOf(ask.db, operatorId, year, sheetId),
  ])
  return { standing, places, predecessors }
}

async function withLine(ask: Pick<Ask<{ year: string; id: string; line: string }>, 'db' | 'params'>) {
  const found = await withPlaces(ask)
  if (found?.standing.sheetId === undefined) return undefined
  const line = await lineWith(ask.db, found.standing.sheetId, idIn(ask.params.line))
  return line && { ...found, line }
}

/** @throws Refusal at `was` when a name before cannot be followed */
function mustHaveBeen(line: Omit<SheetLine, 'id'>, predecessors: Predecessors): void {
  for (const written of line.was) predecessors.wasOf(written, line)
}

const twice = () =>
  new Refusal(
    'service',
    'there already',
    'Den takst står allerede i skemaet for den periode. Ret den, eller giv den nye et andet navn. Intet er gemt.',
  )

export const lineDeeds: Action[] = [
  form({
    path: '/takster/skema/:year/:id/linje/ny',
    may: 'tariffSheets.write',
    at: sheetParty,
    load: async (ask) => {
      const found = await withPlaces(ask)
      return found && { ...found, line: undefined }
    },
    input: z.object({ ...lineFields, seen }),
    view: LineFormPage,
    submit: async (ask, { seen, ...written }, { standing, places, predecessors }) => {
      mustBeWritable(standing.state)
      mustBeSame(standing, seen)
      const line = lineFrom(written, places, standing.year)
      mustHaveBeen(line, predecessors)
      const sheetId = await sheetFor(ask.db, standing, byOf(ask, standing.partyId))
      if ((await addLine(ask.db, sheetId, line, ask.now)) === undefined) throw twice()
      return {
        subject: `tariff-sheet:${sheetId}`,
        next: sheetHref(standing),
        said: 'Taksten er gemt i skemaet.',
        detail: { line },
      }
    },
  }),

  form({
    path: '/takster/skema/:year/:id/linje/:line',
    may: 'tariffSheets.write',
    at: sheetParty,
    load: withLine,
    input: z.object({ ...lineFields, seen }),
    view: LineFormPage,
    submit: async (ask, { seen, ...written }, { standing, places, predecessors, line }) => {
      mustBeWritable(standing.state)
      mustBeSame(standing, seen)
      const changed = lineFrom(written, places, standing.year, line)
      mustHaveBeen(changed, predecessors)
      await changeLine(ask.db, standing.sheetId ?? 0, line.id, changed, ask.now).catch((error: unknown) => {
        throw (error as { code?: string }).code === '23505' ? twice() : error
      })
      return {
        subject: `tariff-sheet:${standing.sheetId}`,
        next: sheetHref(standing),
        said: 'Taksten er rettet.',
        detail: { before: line, line: changed },
      }
    },
  }),

  form({
    path: '/takster/skema/:year/:id/linje/:line/fjern',
    may: 'tariffSheets.write',
    at: sheetParty,
    load: withLine,
    input: z.object({ seen }),
    view: RemoveLinePage,
    submit: async (ask, { seen }, { standing, line }) => {
      mustBeWritable(standing.state)
      mustBeSame(standing, seen)
      await removeLine(ask.db, standing.sheetId ?? 0, line.id)
      return {
        subject: `tariff-sheet:${standing.sheetId}`,
        next: sheetHref(standing),
        said: 'Taksten er fjernet fra skemaet.',
        detail: { line },
      }
    },
  }),
]
