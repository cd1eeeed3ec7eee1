import { z } from 'zod'
import { type Action, type Ask, download, form } from '../../../platform/action.ts'
import {
  columnAnswer,
  confirmed,
  draftsOf,
  LARGEST_FORM,
  type OfDraft,
  ownDraft,
  progress,
  putAway,
  sayColumns,
  takeIn,
} from '../../../platform/incoming.ts'
import { sheet, xlsxFile } from '../../../platform/sheet.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { ruleSetOfYear } from '../../tariffs/index.ts'
import { reckon } from '../calculating.ts'
import { changes, type Draft, MOST_SHOWN, mustBeConfirmable, type Result, way } from '../draft.ts'
import { columnsOf, writeTariffs } from '../intake.ts'
import { DraftPage, type ShownLine, UploadPage } from '../pages/workbook.tsx'
import { mustBeWritable } from '../round.ts'
import { linesOf, placesOf } from '../store/lines.ts'
import { partyOfOperator, standingOf } from '../store/rounds.ts'
import { stagedRows } from '../store/staged.ts'
import { rowOfLine, rowsToFill, templateColumns } from '../template.ts'
import { byOf, sheetHref, sheetParty, standingAt } from './at.ts'

const own = (ask: OfDraft) => ownDraft<Draft>(way, ask)

/** At the party whose sheet it is for; it is still shown to who sent it when the operator runs nothing any more. */
async function draftParty(ask: OfDraft) {
  const draft = await own(ask)
  return draft && partyOfOperator(ask.db, draft.scope.operatorId)
}

async function loadDraft(ask: OfDraft) {
  const draft = await own(ask)
  return draft && { draft, rows: draft.state === 'ready' ? await rowsOf(ask, draft) : [] }
}

/** The first of what would be saved, with what each costs when its costs are shared by the rules of the year. */
async function rowsOf({ db }: OfDraft, { id, scope: { year, operatorId } }: Draft): Promise<ShownLine[]> {
  const [rows, standing, rules] = await Promise.all([
    stagedRows(db, id, MOST_SHOWN),
    standingOf(db, year, operatorId),
    ruleSetOfYear(db, year),
  ])
  return rows.map((row) => ({ ...row, reckonedOre: reckon({ ...row.line, id: 0 }, standing?.ownership, rules).amountOre }))
}

async function confirm(ask: Ask, draft: Draft) {
  const { db, now, today } = ask
  const { scope } = draft
  const result = mustBeConfirmable(draft)
  const count = changes(result)
  return confirmed(way, ask, {
    draft,
    count,
    detail: { new: result.new, changed: result.changed },
    write: async () => {
      const standing = await standingOf(db, scope.year, scope.operatorId)
      return writeTariffs({ sql: db, draft, now, today, tell: () => {} }, byOf(ask, standing?.partyId))
    },
    said: `Regnearket er gemt i skemaet: ${numberText(count)} ${count === 1 ? 'takst' : 'takster'}.`,
    next: sheetHref(scope),
    moved: 'Intet er gemt endnu: nogen har ændret skemaet imens. Se det, der er nyt, igen.',
  })
}

export const workbookDeeds: Action[] = [
  form({
    path: '/takster/skema/:year/:id/regneark',
    may: 'tariffSheets.write',
    at: sheetParty,
    maxBytes: LARGEST_FORM,
    load: async (ask) => {
      const standing = await standingAt(ask)
      if (!standing) return undefined
      const mine = ask.actor.id === undefined ? [] : await draftsOf<Result>(ask.db, way.kind, ask.actor.id)
      return { standing, mine: mine.filter(({ state }) => state !== 'done' && state !== 'refused').slice(0, 3) }
    },
    input: z.object({ file: z.instanceof(File, { error: 'Vælg den fil, der skal læses ind.' }) }),
    view: UploadPage,
    submit: async (ask, { file }, { standing: { state, year, operatorId, operatorName } }) => {
      mustBeWritable(state)
      return takeIn(way, ask, { file, scope: { year, operatorId, operatorName } })
    },
  }),

  form({
    path: '/takster/regneark/:id',
    may: 'tariffSheets.write',
    at: draftParty,
    load: loadDraft,
    input: columnAnswer,
    view: DraftPage,
    submit: async (ask, answer, { draft }) => {
      if (answer.svar === 'kolonner' || answer.svar === 'find') return sayColumns(way, ask, draft, answer, columnsOf(draft.scope))
      if (answer.svar === 'nej') {
        mustBeConfirmable(draft)
        return putAway(way, ask.db, draft.id, sheetHref(draft.scope))
      }
      return confirm(ask as Ask, draft)
    },
  }),

  progress(way, { may: 'tariffSheets.write', at: draftParty }),

  download({
    path: '/takster/skema/:year/:id/skabelon.xlsx',
    may: 'tariffSheets.write',
    at: sheetParty,
    load: async (ask) => {
      const standing = await standingAt(ask)
      if (!standing) return undefined
      const lines = standing.sheetId === undefined ? [] : await linesOf(ask.db, standing.sheetId)
      const rows =
        lines.length > 0
          ? lines.map((line) => rowOfLine(line, standing.year))
          : rowsToFill(await placesOf(ask.db, standing.operatorId), standing.year)
      return { standing, rows }
    },
    send: async ({ standing, rows }) =>
      xlsxFile(`takster-${standing.year}-${standing.operatorId}.xlsx`, {
        title: `Takster ${standing.year}: ${standing.operatorName}`,
        sheets: [
          sheet({
            name: 'Takster',
            intro:
              'Én række for hver takst. Over hver kolonne står, hvad der skal skrives. Intet er gemt, før I har set det igennem på siden.',
            columns: templateColumns,
            rows,
          }),
        ],
      }),
  }),
]
