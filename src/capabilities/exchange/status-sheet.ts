import type { Column } from '../../platform/sheet.ts'
import { dayOf } from '../../platform/values/day.ts'
import type { Party } from '../parties/index.ts'
import type { Item } from '../plan/index.ts'
import { type Report, reporters, stateKeys, states } from '../progress/index.ts'

/** The sheet »Status«: one row for each party and action area, both ways. */

export const STATUS = 'Status'

/** A cell of the matrix going out; nothing reported leaves the cells empty, and never a 0. */
export type StatusOut = { party: Pick<Party, 'name'>; area: Pick<Item, 'key' | 'title'>; report: Report | undefined }

export const stateTexts = stateKeys.map((key) => states[key].text)

/** The columns that are read when the sheet comes back. */
export const statusCells = {
  party: { key: 'party', title: 'Part', kind: 'text', width: 20, value: ({ party }) => party.name },
  area: { key: 'area', title: 'Nøgle', kind: 'text', width: 8, value: ({ area }) => area.key },
  state: {
    key: 'state',
    title: 'Status',
    kind: 'text',
    width: 16,
    note: 'Vælg fra listen. Tom: ikke meldt.',
    choices: stateTexts,
    value: ({ report }) => report && states[report.state].text,
  },
  reason: {
    key: 'reason',
    title: 'Begrundelse',
    kind: 'text',
    width: 32,
    note: 'Skal skrives, når noget er gået i stå eller ikke er relevant.',
    value: ({ report }) => report?.reason,
  },
  note: {
    key: 'publicNote',
    title: 'Bemærkning',
    kind: 'text',
    width: 44,
    note: 'Kan ses af alle.',
    value: ({ report }) => report?.publicNote,
  },
  evidence: {
    key: 'evidence',
    title: 'Dokumentation',
    kind: 'text',
    width: 24,
    note: 'En adresse, der begynder med https://',
    value: ({ report }) => report?.evidence,
  },
  day: {
    key: 'day',
    title: 'Dag',
    kind: 'day',
    note: 'Den dag, status gælder. Tom: i dag.',
    value: ({ report }) => report?.day,
  },
  cameFrom: { key: 'id', title: 'Nr.', kind: 'number', width: 8, note: 'Rettes ikke.', value: ({ report }) => report?.id },
} as const satisfies Record<string, Column<StatusOut>>

const shown: Column<StatusOut>[] = [
  {
    key: 'areaTitle',
    title: 'Indsatsområde',
    kind: 'text',
    width: 44,
    note: 'Kun til læsning.',
    value: ({ area }) => area.title,
  },
  {
    key: 'recordedOn',
    title: 'Meldt',
    kind: 'day',
    note: 'Kun til læsning.',
    value: ({ report }) => report && dayOf(report.recordedAt),
  },
  {
    key: 'reportedBy',
    title: 'Meldt af',
    kind: 'text',
    width: 14,
    note: 'Kun til læsning.',
    value: ({ report }) => report && reporters[report.actorRole],
  },
  {
    key: 'confirmedOn',
    title: 'Bekræftet',
    kind: 'day',
    note: 'Kun til læsning.',
    value: ({ report }) => report?.confirmedAt && dayOf(report.confirmedAt),
  },
  {
    key: 'approvedOn',
    title: 'Godkendt',
    kind: 'day',
    note: 'Kun til læsning.',
    value: ({ report }) => report?.approvedAt && dayOf(report.approvedAt),
  },
  {
    key: 'example',
    title: 'Eksempeldata',
    kind: 'flag',
    width: 13,
    note: 'Kun til læsning.',
    value: ({ report }) => (report?.example ? true : undefined),
  },
]
const [areaTitle, ...history] = shown as [Column<StatusOut>, ...Column<StatusOut>[]]

export const statusColumns: readonly Column<StatusOut>[] = [
  statusCells.party,
  statusCells.area,
  areaTitle,
  statusCells.state,
  statusCells.reason,
  statusCells.note,
  statusCells.evidence,
  statusCells.day,
  ...history,
  statusCells.cameFrom,
]

/** Columns without which a row would lose something on its way back. */
export const statusNeeds: readonly string[] = [
  statusCells.party,
  statusCells.area,
  statusCells.state,
  statusCells.reason,
  statusCells.note,
  statusCells.evidence,
  statusCells.day,
].map(({ title }) => title)
