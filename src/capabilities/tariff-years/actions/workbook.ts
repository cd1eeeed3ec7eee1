import { z } from 'zod'
import { type Action, type Ask, download, form, raw } from '../../../platform/action.ts'
import {
  addDraft,
  checkAgain,
  draftsOf,
  draftWith,
  LARGEST_FORM,
  mustBeSendable,
  progressOf,
  remove,
  setSurvey,
  setWaiting,
  setWriting,
  tell,
} from '../../../platform/incoming.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { chosenColumns, keepable, remember } from '../../../platform/mapping.ts'
import { sheet, writeWorkbook } from '../../../platform/sheet.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { whole } from '../../../platform/values/fields.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { changes, type Draft, KIND, MANY, MOST_SHOWN, mustBeConfirmable, type Result } from '../draft.ts'
import { fields } from '../fields.ts'
import { saysEnough, senderOf, writeTariffs } from '../intake.ts'
import { CHECK, WRITE } from '../job-names.ts'
import { DraftPage, UploadPage } from '../pages/workbook.tsx'
import { mustBeWritable } from '../round.ts'
import { linesOf, placesOf } from '../store/lines.ts'
import { standingOf } from '../store/rounds.ts'
import { stagedRows } from '../store/staged.ts'
import { rowOfLine, rowsToFill, templateColumns } from '../template.ts'
import { byOf, sheetHref, sheetParty, standingAt } from './at.ts'
import { XLSX } from './files.ts'

type OfDraft = Pick<Ask<{ id: string }>, 'db' | 'actor' | 'params'>

/** A file is the sender's alone. */
async function ownDraft({ db, actor, params }: OfDraft): Promise<Draft | undefined> {
  const draft = await draftWith<Draft>(db, KIND, params.id)
  return draft?.personId === actor.id ? draft : undefined
}

/** At the party whose sheet it is for. */
async function draftParty(ask: OfDraft) {
  const draft = await ownDraft(ask)
  const standing = draft && (await standingOf(ask.db, draft.scope.year, draft.scope.operatorId))
  return standing && { partyId: standing.partyId }
}

const address = (id: string) => `/takster/regneark/${id}`

async function loadDraft(ask: OfDraft) {
  const draft = await ownDraft(ask)
  return draft && { draft, rows: draft.state === 'ready' ? await stagedRows(ask.db, draft.id, MOST_SHOWN) : [] }
}

/** What a person said of the columns is remembered for the operator, and the file is read by it. */
async function mapColumns(
  ask: Ask,
  draft: Draft,
  sent: Record<string, unknown>,
  where: { sheet?: string | undefined; row?: number | undefined },
) {
  const { db, actor, now } = ask
  const plan = draft.survey
  if (!plan || (draft.state !== 'asking' && draft.state !== 'ready'))
    throw new Refusal(undefined, 'not asking', 'Filen bliver læst lige nu, eller den er gemt. Vent et øjeblik, og se siden igen.')
  if (sent['svar'] === 'find') {
    await setSurvey(db, draft.id, { ...plan, chosen: false, wanted: where })
  } else {
    const columns = chosenColumns(plan.columns, fields, sent)
    if (!saysEnough(columns))
      throw new Refusal(undefined, 'no price', 'Vælg, i hvilken kolonne taksten eller omkostningerne står. Intet er læst.')
    await remember(
      db,
      senderOf(draft.scope),
      { columns: keepable(columns), fixed: {} },
      { now, actorId: actor.id, actorName: actor.name },
    )
    await setSurvey(db, draft.id, { ...plan, columns, chosen: true })
  }
  await setWaiting(db, draft.id, { checkedAgain: false })
  await enqueue(db, CHECK, { id: draft.id }, { tries: 3 })
  return { subject: `import:${draft.id}`, next: address(draft.id) }
}

/** Writes what was confirmed: at once when it is little, else by a job that tells how far it is. */
async function confirm(ask: Ask, draft: Draft) {
  const { db, now, today } = ask
  const result = mustBeConfirmable(draft)
  const count = changes(result)
  const outcome = { subject: `import:${draft.id}`, next: address(draft.id), detail: { new: result.new, changed: result.changed } }
  if (count > MANY) {
    await setWriting(db, draft.id, now)
    await tell(db, draft.id, 0, count)
    await enqueue(db, WRITE, { id: draft.id }, { tries: 3 })
    return { ...outcome, said: 'Regnearket er bekræftet og bliver gemt nu.' }
  }
  const { scope } = draft
  const standing = await standingOf(db, scope.year, scope.operatorId)
  const by = byOf(ask, standing?.partyId)
  if ((await writeTariffs({ sql: db, draft, now, today, tell: () => {} }, by)) === 'moved') {
    await checkAgain(db, CHECK, draft.id)
    return { ...outcome, detail: {}, said: 'Intet er gemt endnu: nogen har ændret skemaet imens. Se det, der er nyt, igen.' }
  }
  return {
    ...outcome,
    next: sheetHref(scope),
    said: `Regnearket er gemt i skemaet: ${numberText(count)} ${count === 1 ? 'takst' : 'takster'}.`,
  }
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
      const mine = ask.actor.id === undefined ? [] : await draftsOf<Result>(ask.db, KIND, ask.actor.id)
      return { standing, mine: mine.filter(({ state }) => state !== 'done' && state !== 'refused').slice(0, 3) }
    },
    input: z.object({ file: z.instanceof(File, { error: 'Vælg den fil, der skal læses ind.' }) }),
    view: UploadPage,
    submit: async ({ db, actor, now }, { file }, { standing }) => {
      mustBeWritable(standing.state)
      mustBeSendable(file)
      if (actor.id === undefined) throw new Refusal(undefined, 'nobody', 'Log ind for at læse et regneark ind.')
      const { year, operatorId, operatorName } = standing
      const draft = {
        kind: KIND,
        personId: actor.id,
        scope: { year, operatorId, operatorName },
        fileName: file.name,
        size: file.size,
        createdAt: now,
      }
      const id = await addDraft(db, draft, file)
      await enqueue(db, CHECK, { id }, { tries: 3 })
      return { subject: `import:${id}`, next: address(id), detail: { size: file.size } }
    },
  }),

  form({
    path: '/takster/regneark/:id',
    may: 'tariffSheets.write',
    at: draftParty,
    load: loadDraft,
    input: z.looseObject({
      svar: z.enum(['nej', 'kolonner', 'find']).optional().catch(undefined),
      sheet: z.string().max(200).optional(),
      row: z.preprocess(
        (value) => (value === undefined || value === '' ? undefined : value),
        z.union([z.undefined(), whole(1, 200)]),
      ),
    }),
    view: DraftPage,
    submit: async (ask, { svar, sheet, row, ...sent }, { draft }) => {
      if (svar === 'kolonner' || svar === 'find') return mapColumns(ask as Ask, draft, { ...sent, svar }, { sheet, row })
      if (svar === 'nej') {
        mustBeConfirmable(draft)
        await remove(ask.db, draft.id)
        return { subject: `import:${draft.id}`, next: sheetHref(draft.scope), said: 'Regnearket er lagt væk. Intet er gemt.' }
      }
      return confirm(ask as Ask, draft)
    },
  }),

  raw({
    path: '/takster/regneark/:id/fremdrift',
    may: 'tariffSheets.write',
    at: draftParty,
    handle: async (ask, c) =>
      c.json(progressOf(await ownDraft(ask), address(ask.params.id)), 200, { 'cache-control': 'no-store' }),
  }),

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
    send: async ({ standing, rows }) => ({
      name: `takster-${standing.year}-${standing.operatorId}.xlsx`,
      type: XLSX,
      body: await writeWorkbook({
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
  }),
]
