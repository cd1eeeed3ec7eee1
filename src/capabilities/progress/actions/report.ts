import { z } from 'zod'
import type { Actor } from '../../../access.ts'
import { type Action, form, type Outcome } from '../../../platform/action.ts'
import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { choice, day, link, optionalText, whole } from '../../../platform/values/fields.ts'
import { mustBeMember } from '../member.ts'
import { ReportPage, type ReportRead } from '../pages/report-form.tsx'
import { mustGiveReason, mustHaveBeen, mustHaveSeen, type State, stateKeys, stateText } from '../status.ts'
import { addReport } from '../store.ts'
import { atParty, cellToReport } from './at.ts'

const input = z.object({
  state: choice(stateKeys, 'Vælg, hvor langt I er.'),
  reason: optionalText(500),
  publicNote: optionalText(1000),
  internalNote: optionalText(1000),
  evidence: link(),
  day: day('Skriv den dag, status gælder.'),
  seen: z.preprocess(
    (value) => (value === '' || value === null ? undefined : value),
    z.union([z.undefined(), whole(1, 2 ** 50)]),
  ),
})

type Given = z.output<typeof input>
type Asked = { db: Sql; actor: Actor; today: Day; now: Date }

/** Rule, store, where next: the same for the party's own people and for the secretariat on its behalf. */
async function report({ db, actor, today, now }: Asked, given: Given, read: ReportRead): Promise<Outcome> {
  const { cell, approver, approveFirst, forOthers } = read
  const { party, area, newest } = cell
  const { seen, ...said } = given
  mustBeMember(party, today)
  mustHaveSeen(newest, seen)
  mustHaveBeen(said.day, today)
  mustGiveReason(said.state, said.reason)
  const shown = approver || !approveFirst
  const id = await addReport(db, {
    ...said,
    partyId: party.id,
    areaId: area.id,
    recordedAt: now,
    publishedAt: shown ? now : undefined,
    approvedAt: approver ? now : undefined,
    actorId: actor.id,
    actorRole: forOthers ? 'secretariat' : approver ? 'approver' : 'contributor',
  })
  return {
    subject: `party:${party.key}/${area.key}`,
    next: `/plan/parter/${party.slug}#${area.key}`,
    said: saidOf(area.key, said.state, shown),
    detail: { report: id, state: said.state },
    answer: { id },
  }
}

const saidOf = (key: string, state: State, shown: boolean): string =>
  shown
    ? `Status for ${key} er gemt: ${stateText(state)}.`
    : `Status for ${key} er gemt: ${stateText(state)}. Den vises for andre, når en godkender har godkendt den.`

export const reporting: Action[] = [
  form({
    path: '/plan/parter/:slug/:key/meld',
    may: 'status.report',
    at: atParty,
    load: (ask) => cellToReport(ask, false),
    input,
    view: ReportPage,
    submit: report,
    apiWrite: {
      path: '/parties/:slug/statuses/:key',
      summary:
        'Report how far a party is with an action area; `seen` is the id of the newest report you know, or left out when there is none',
      output: z.object({ id: z.int() }),
    },
  }),

  form({
    path: '/plan/parter/:slug/:key/meld-for',
    may: 'status.reportForOthers',
    at: atParty,
    load: (ask) => cellToReport(ask, true),
    input,
    view: ReportPage,
    submit: report,
  }),
]
