import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'
import { allParties, membersOn, type Party } from '../parties/index.ts'
import { parameterOn } from '../rules/index.ts'
import { type Lack, type Line, lacksOf, linesOf } from './line.ts'
import type { Area } from './matrix.ts'
import { areasOn } from './matrix-store.ts'
import { hasAged, type Report } from './status.ts'
import { historyOf, internalNotesOf, latestOn, newestId, waitingOf } from './store.ts'

/** Everything reported, as it was known at the end of a day. */
export type Status = { day: Day; areas: Area[]; members: readonly Party[]; reports: Report[]; staleDays: number }

export async function statusOn(sql: Sql, day: Day): Promise<Status> {
  const [areas, members, reports, staleDays] = await Promise.all([
    areasOn(sql, day),
    membersOn(sql, day),
    latestOn(sql, day),
    parameterOn(sql, 'report.staleDays', day),
  ])
  const counted = new Set(members.map(({ id }) => id))
  const known = new Set(areas.map(({ id }) => id))
  return {
    day,
    areas,
    members,
    reports: reports.filter(({ partyId, areaId }) => counted.has(partyId) && known.has(areaId)),
    staleDays,
  }
}

/** One party on a day. `inside` is what only its own people and the secretariat see. */
export type PartyStatus = {
  party: Party
  predecessor: Party | undefined
  successor: Party | undefined
  lines: Line[]
  staleDays: number
  inside: { notes: Map<number, string> } | undefined
}

export async function partyStatusOn(sql: Sql, day: Day, party: Party, inside: boolean): Promise<PartyStatus> {
  const parties = await allParties(sql)
  const predecessor = parties.find(({ successorId }) => successorId === party.id)
  const [areas, reports, before, staleDays, waiting, notes] = await Promise.all([
    areasOn(sql, day),
    latestOn(sql, day, { partyId: party.id }),
    predecessor ? latestOn(sql, day, { partyId: predecessor.id }) : [],
    parameterOn(sql, 'report.staleDays', day),
    inside ? waitingOf(sql, { partyId: party.id }) : [],
    inside ? internalNotesOf(sql, party.id) : new Map<number, string>(),
  ])
  return {
    party,
    predecessor,
    successor: parties.find(({ id }) => id === party.successorId),
    lines: linesOf({ areas, reports, before, waiting, day, staleDays }),
    staleDays,
    inside: inside ? { notes } : undefined,
  }
}

/** Everything one party has said of one area by the end of a day. `notes` is empty for those who may not read them. */
export type CellHistory = {
  party: Party
  area: Area
  predecessor: Party | undefined
  successor: Party | undefined
  /** Newest first. */
  reports: Report[]
  aged: boolean
  staleDays: number
  before: Report | undefined
  notes: Map<number, string>
}

export async function cellHistoryOn(
  sql: Sql,
  day: Day,
  party: Party,
  key: string,
  inside: boolean,
): Promise<CellHistory | undefined> {
  const area = (await areasOn(sql, day)).find((one) => one.key === key)
  if (!area) return undefined
  const parties = await allParties(sql)
  const predecessor = parties.find(({ successorId }) => successorId === party.id)
  const [reports, before, staleDays, notes] = await Promise.all([
    historyOf(sql, day, { partyId: party.id, areaId: area.id }),
    predecessor ? latestOn(sql, day, { partyId: predecessor.id, areaId: area.id }) : [],
    parameterOn(sql, 'report.staleDays', day),
    inside ? internalNotesOf(sql, party.id, area.id) : new Map<number, string>(),
  ])
  const newest = reports.find(({ late }) => !late)
  return {
    party,
    area,
    predecessor,
    successor: parties.find(({ id }) => id === party.successorId),
    reports,
    aged: newest !== undefined && hasAged(newest, day, staleDays),
    staleDays,
    before: newest ? undefined : before[0],
    notes,
  }
}

/** What is decided on when somebody reports, confirms or approves: what is shown, what waits, and the newest of both. */
export type Cell = {
  party: Party
  area: Area
  shown: Report | undefined
  waiting: Report | undefined
  newest: number | undefined
  note: string | undefined
}

export async function cellNow(sql: Sql, today: Day, party: Party, key: string): Promise<Cell | undefined> {
  const area = (await areasOn(sql, today)).find((one) => one.key === key)
  if (!area) return undefined
  const only = { partyId: party.id, areaId: area.id }
  const [[shown], [waiting], newest, notes] = await Promise.all([
    latestOn(sql, today, only),
    waitingOf(sql, only),
    newestId(sql, party.id, area.id),
    internalNotesOf(sql, party.id, area.id),
  ])
  const last = waiting ?? shown
  return { party, area, shown, waiting, newest, note: last && notes.get(last.id) }
}

/** What a member still has to do; `example` when some of what is counted was invented. */
export type Missing = { party: Party; lacks: Lack[]; example: boolean }

/** What each member still has to do on a day, in Danish order. */
export async function missingFor(sql: Sql, day: Day): Promise<Missing[]> {
  const [{ areas, members, reports, staleDays }, waiting] = await Promise.all([statusOn(sql, day), waitingOf(sql)])
  const of = (list: Report[], { id }: Party) => list.filter(({ partyId }) => partyId === id)
  return members.map((party) => ({
    party,
    lacks: lacksOf(linesOf({ areas, reports: of(reports, party), waiting: of(waiting, party), day, staleDays })),
    example: of(reports, party).some(({ example }) => example),
  }))
}
