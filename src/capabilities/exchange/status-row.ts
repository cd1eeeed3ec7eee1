import { RowReader } from '../../platform/incoming.ts'
import { dayFrom, type ReadRow, titleKey } from '../../platform/sheet.ts'
import { type Day, dayText } from '../../platform/values/day.ts'
import { link, optionalText } from '../../platform/values/fields.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { existsOn, type Party } from '../parties/index.ts'
import type { Item } from '../plan/index.ts'
import { mustGiveReason, type State, stateKeys, states } from '../progress/index.ts'
import { statusCells as columns, stateTexts } from './status-sheet.ts'

const written = [columns.state, columns.reason, columns.note, columns.evidence].map(({ title }) => title)

/** What a row says, once its cells are understood. `cameFrom` is the report it was made from. */
export type StatusIn = {
  number: number
  partyId: number
  areaId: number
  state: State
  reason: string | undefined
  publicNote: string | undefined
  evidence: string | undefined
  day: Day
  dayGiven: boolean
  cameFrom: number | undefined
}

/** What rows are read against: parties and areas by every name a cell may give them. */
type StatusBook = { parties: ReadonlyMap<string, Party>; areas: ReadonlyMap<string, number>; today: Day }

export function statusBook(parties: readonly Party[], areas: readonly Item[], today: Day): StatusBook {
  const members = parties.filter(({ member }) => member)
  return {
    parties: new Map(
      members.flatMap((party) => [party.name, party.longName, party.slug, party.key].map((name) => [titleKey(name), party])),
    ),
    areas: new Map(areas.map(({ key, id }) => [titleKey(key), id])),
    today,
  }
}

const stateByText = new Map(stateKeys.map((key) => [titleKey(states[key].text), key]))
const notes = { reason: optionalText(500), note: optionalText(1000), evidence: link() }
const list = (texts: Iterable<string>): string => [...texts].join(', ')

/**
 * One row of the sheet; undefined when it reports nothing.
 * @throws RowErrors
 */
export function statusRow(row: ReadRow, book: StatusBook): StatusIn | undefined {
  const cells = new RowReader(row)
  const given = cells.cell(columns.cameFrom.title).value
  const cameFrom = typeof given === 'number' && Number.isSafeInteger(given) ? given : Number(given) || undefined
  if (cells.isEmpty(written) && (cameFrom === undefined || cells.isEmpty([columns.day.title]))) return undefined
  const party = cells.named(columns.party.title, book.parties, unknownParty(book))
  const areaId = cells.named(columns.area.title, book.areas, unknownArea(book))
  const state = cells.named(columns.state.title, stateByText, unknownState)
  const reason = cells.parsed(columns.reason.title, notes.reason)
  const publicNote = cells.parsed(columns.note.title, notes.note)
  const evidence = cells.parsed(columns.evidence.title, notes.evidence)
  const day = dayIn(cells, book.today)
  if (state) reasoned(cells, state, reason)
  if (party && day && !existsOn(party, day)) cells.wrong(columns.party.title, `${party.name} var ikke part ${dayText(day)}.`)
  cells.mustBeRight()
  if (!party || !areaId || !state) return undefined
  const dayGiven = day !== undefined
  return {
    number: row.number,
    partyId: party.id,
    areaId,
    state,
    reason,
    publicNote,
    evidence,
    day: day ?? book.today,
    dayGiven,
    cameFrom,
  }
}

function dayIn(cells: RowReader, today: Day): Day | undefined {
  const title = columns.day.title
  if (cells.text(title) === undefined) return undefined
  const day = dayFrom(cells.cell(title))
  if (day === undefined)
    return cells.wrong(title, `»${cells.cell(title).text.slice(0, 40)}« er ikke en dag. Skriv den som 31-12-2025.`)
  return day > today ? cells.wrong(title, `${dayText(day)} er ikke kommet endnu. Skriv i dag eller en tidligere dag.`) : day
}

function reasoned(cells: RowReader, state: State, reason: string | undefined): void {
  if (reason === undefined && cells.text(columns.reason.title) !== undefined) return
  try {
    mustGiveReason(state, reason)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    cells.wrong(columns.reason.title, `Skriv hvorfor, når status er »${states[state].text}«.`)
  }
}

const unknownState = (text: string): string =>
  text === ''
    ? 'Her mangler en status. En melding kan ikke slettes her: skriv en status, eller tøm hele rækken.'
    : `${text} er ikke en status. Skriv en af: ${list(stateTexts)}.`

const unknownParty =
  ({ parties }: StatusBook) =>
  (text: string): string =>
    `${text === '' ? 'Her mangler parten.' : `${text} er ikke en part.`} Skriv en af: ${list(new Set([...parties.values()].map(({ name }) => name)))}.`

const unknownArea =
  ({ areas }: StatusBook) =>
  (text: string): string =>
    `${text === '' ? 'Her mangler nøglen.' : `${text} er ikke nøglen til et indsatsområde.`} Skriv en af: ${list(areas.keys()).toUpperCase()}.`
