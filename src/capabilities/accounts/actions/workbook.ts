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
import { operatorWith } from '../../offers/index.ts'
import { operatorHref, operatorParty, operatorYear } from '../at.ts'
import { changes, type Draft, mustBeConfirmable, type Result, way } from '../draft.ts'
import { columnsOf, writeAccounts } from '../intake.ts'
import { DraftPage, UploadPage } from '../pages/workbook.tsx'
import { stagedYears } from '../store/staged.ts'
import { rowOf, templateColumns } from '../template.ts'

const own = (ask: OfDraft) => ownDraft<Draft>(way, ask)

/** At the party whose accounts they are. */
async function draftParty(ask: OfDraft) {
  const draft = await own(ask)
  const operator = draft && (await operatorWith(ask.db, draft.scope.operatorId))
  return operator && { partyId: operator.partyId }
}

const homeOf = ({ operatorId, year }: Draft['scope']) => operatorHref(operatorId, year)

async function confirm(ask: Ask, draft: Draft) {
  const { db, now, today, actor } = ask
  const result = mustBeConfirmable(draft)
  const count = changes(result)
  return confirmed(way, ask, {
    draft,
    count,
    detail: { new: result.new, changed: result.changed },
    write: () => writeAccounts({ sql: db, draft, now, today }, actor.name),
    said: `${numberText(count)} ${count === 1 ? 'regnskab er' : 'regnskaber er'} gemt.`,
    next: homeOf(draft.scope),
    moved: 'Intet er gemt endnu: nogen har skrevet et regnskab imens. Se det, der er nyt, igen.',
  })
}

export const workbook: Action[] = [
  form({
    path: '/takster/regnskaber/driver/:id/:year/regneark',
    may: 'accounts.write',
    at: operatorParty,
    maxBytes: LARGEST_FORM,
    load: async (ask) => {
      const own = await operatorYear(ask)
      if (!own) return undefined
      const mine = ask.actor.id === undefined ? [] : await draftsOf<Result>(ask.db, way.kind, ask.actor.id)
      return { ...own, mine: mine.filter(({ state }) => state !== 'done' && state !== 'refused').slice(0, 3) }
    },
    input: z.object({ file: z.instanceof(File, { error: 'Vælg den fil, der skal læses ind.' }) }),
    view: UploadPage,
    submit: (ask, { file }, { operator, year }) =>
      takeIn(way, ask, { file, scope: { year, operatorId: operator.id, operatorName: operator.name } }),
  }),

  form({
    path: '/takster/regnskaber/regneark/:id',
    may: 'accounts.write',
    at: draftParty,
    load: async (ask) => {
      const draft = await own(ask)
      return draft && { draft, rows: draft.state === 'ready' ? await stagedYears(ask.db, draft.id) : [] }
    },
    input: columnAnswer,
    view: DraftPage,
    submit: async (ask, answer, { draft }) => {
      if (answer.svar === 'kolonner' || answer.svar === 'find') return sayColumns(way, ask, draft, answer, columnsOf(draft.scope))
      if (answer.svar !== 'nej') return confirm(ask as Ask, draft)
      mustBeConfirmable(draft)
      return putAway(way, ask.db, draft.id, homeOf(draft.scope))
    },
  }),

  progress(way, { may: 'accounts.write', at: draftParty }),

  download({
    path: '/takster/regnskaber/driver/:id/:year/skabelon.xlsx',
    may: 'accounts.write',
    at: operatorParty,
    load: operatorYear,
    send: async ({ operator, year, rows }) =>
      xlsxFile(`regnskaber-${year}-${operator.id}.xlsx`, {
        title: `Regnskaber ${year}: ${operator.name}`,
        sheets: [
          sheet({
            name: 'Regnskaber',
            intro:
              'Én række for hver slags pladser. Over hver kolonne står, hvad der skal skrives. Det, I ikke ved, står tomt. Intet er gemt, før I har set det igennem på siden.',
            columns: templateColumns,
            rows: rows.map(rowOf),
          }),
        ],
      }),
  }),
]
