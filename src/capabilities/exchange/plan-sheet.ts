import type { Column } from '../../platform/sheet.ts'
import { addDays, type Day } from '../../platform/values/day.ts'
import { type Period, type PlanField, type PlanKind, planFields, planKinds } from '../plan/index.ts'

/** The sheet »Plan«: one row for each thing the plan says, with where it is said, both ways. */

export const PLAN = 'Plan'

/** What is said of an item, with words for where. */
export type FactOut = {
  id: number
  itemId: number
  key: string
  kind: PlanKind
  title: string
  field: PlanField
  value: unknown
  /** The value as it stands in the cell. */
  shown: string
  validFrom: Day
  sources: string[]
  source: string
  note: string | undefined
}

export const isPeriod = (value: unknown): value is Period => typeof value === 'object' && value !== null && 'until' in value

/** The columns that are read when the sheet comes back. */
export const planCells = {
  key: { key: 'key', title: 'Nøgle', kind: 'text', width: 12, value: ({ key }) => key },
  field: {
    key: 'field',
    title: 'Felt',
    kind: 'text',
    width: 24,
    value: ({ field }) => planFields[field].label,
  },
  value: { key: 'value', title: 'Værdi', kind: 'text', width: 60, note: 'Ret her.', value: ({ shown }) => shown },
  from: {
    key: 'from',
    title: 'Første dag',
    kind: 'day',
    note: 'Kun for perioder.',
    value: ({ value }) => (isPeriod(value) ? value.from : undefined),
  },
  to: {
    key: 'to',
    title: 'Sidste dag',
    kind: 'day',
    note: 'Kun for perioder.',
    value: ({ value }) => (isPeriod(value) ? addDays(value.until, -1) : undefined),
  },
  known: {
    key: 'knownFrom',
    title: 'Kendt fra',
    kind: 'day',
    note: 'Den dag, oplysningen blev kendt. Tom: i dag.',
    value: ({ validFrom }) => validFrom,
  },
  source: {
    key: 'source',
    title: 'Kilde',
    kind: 'text',
    width: 50,
    note: 'Hvor det står. Ret den, når værdien har en ny kilde.',
    value: ({ source }) => source,
  },
  cameFrom: { key: 'id', title: 'Nr.', kind: 'number', width: 8, note: 'Rettes ikke.', value: ({ id }) => id },
} as const satisfies Record<string, Column<FactOut>>

export const planColumns: readonly Column<FactOut>[] = [
  planCells.key,
  { key: 'kind', title: 'Slags', kind: 'text', width: 16, note: 'Kun til læsning.', value: ({ kind }) => planKinds[kind] },
  { key: 'title', title: 'Navn', kind: 'text', width: 40, note: 'Kun til læsning.', value: ({ title }) => title },
  planCells.field,
  planCells.value,
  planCells.from,
  planCells.to,
  planCells.known,
  planCells.source,
  { key: 'note', title: 'Note til kilden', kind: 'text', width: 40, note: 'Kun til læsning.', value: ({ note }) => note },
  planCells.cameFrom,
]

export const planNeeds: readonly string[] = Object.values(planCells)
  .map(({ title }) => title)
  .filter((title) => title !== planCells.cameFrom.title)

/** A value as it stands in a cell and can be read back. */
export function cellText(field: PlanField, value: unknown, names: ReadonlyMap<string, string>): string {
  if (isPeriod(value)) return value.text
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  if (typeof value !== 'string') return String(value)
  const { type } = planFields[field]
  if (type === 'day') return value.split('-').reverse().join('-')
  return type === 'body' ? (names.get(value) ?? value) : value
}
