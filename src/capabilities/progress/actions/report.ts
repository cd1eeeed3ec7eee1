import { z } from 'zod'
import type { Actor } from '../../../access.ts'
import { type Action, form, type Outcome } from '../../../platform/action.ts'
import type { Sql } from '../../../platform/db.ts'
import { type Day, dayText } from '../../../platform/values/day.ts'
import { choice, day, link, optionalText, whole } from '../../../platform/values/fields.ts'
import { mustBeMember } from '../member.ts'
import { ReportPage, type ReportRead } from '../pages/report-form.tsx'
import { isLate, mustGiveReason, mustHaveBeen, mustHaveSeen, type Report, stateKeys, stateText } from '../status.ts'
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
  const { id, late } = await addReport(db, {
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
    next: late ? `/plan/parter/${party.slug}/${area.key}` : `/plan/parter/${party.slug}#${area.key}`,
    said: [
      late ? historySaid(area.key, said, cell.shown) : `Status for ${area.key} er gemt: ${stateText(said.state)}.`,
      shown ? '' : WAITS,
      stillWaits(said.day, cell.waiting),
    ]
      .join(' ')
      .trim(),
    detail: { report: id, state: said.state, ...(late ? { late } : {}) },
    answer: { id, late },
  }
}

const WAITS = 'Den vises for andre, når en godkender har godkendt den.'

/** What is told when the report speaks of an earlier day than one that waits, which goes on waiting. */
const stillWaits = (day: Day, waiting: Report | undefined): string =>
  waiting && isLate(day, waiting.day)
    ? `Jeres melding for ${dayText(waiting.day)}, »${stateText(waiting.state)}«, venter stadig på godkendelse.`
    : ''

const historySaid = (key: string, { state, day }: Pick<Given, 'state' | 'day'>, held: Report | undefined): string =>
  [
    `Meldingen for ${key} er gemt som historie: ${stateText(state)} ${dayText(day)}.`,
    held && `Det er stadig »${stateText(held.state)}«, der gælder, fordi den melding er for en senere dag, ${dayText(held.day)}.`,
  ]
    .filter(Boolean)
    .join(' ')

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
        'Report how far a party is with an action area; `seen` is the id of the newest report you know, or left out when there is none; one of an earlier day than the newest is kept as history (`late`)',
      output: z.object({ id: z.int(), late: z.boolean() }),
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
