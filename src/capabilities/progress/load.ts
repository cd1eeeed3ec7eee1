import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'
import { allParties } from '../parties/index.ts'
import type { State } from './status.ts'
import { addReport, areaIds, confirm, countExamples, removeExamples } from './store.ts'

type ReportInFile = {
  party: string
  area: string
  state: State
  day: Day
  note: string
  reason?: string
  internalNote?: string
  evidence?: string
  confirmed?: Day[]
  approved?: Day | null
}

const noon = (day: Day): Date => new Date(`${day}T11:00:00Z`)
const afternoon = (day: Day): Date => new Date(`${day}T13:00:00Z`)

/** Invented reports for the trial edition: written, confirmed and approved on the days the file says. */
export const exampleReports = {
  label: 'statusindberetninger',
  count: countExamples,
  async load(sql: Sql): Promise<void> {
    const file = await readFile(new URL('../../../data/programme/example-reports.json', import.meta.url), 'utf8')
    const parties = new Map((await allParties(sql)).map(({ key, id }) => [key, id]))
    const areas = await areaIds(sql)
    for (const report of JSON.parse(file) as ReportInFile[]) await loadOne(sql, report, parties, areas)
  },
  async remove(sql: Sql): Promise<void> {
    await removeExamples(sql)
  },
}

type Ids = ReadonlyMap<string, number>

async function loadOne(sql: Sql, given: ReportInFile, parties: Ids, areas: Ids): Promise<void> {
  const partyId = parties.get(given.party)
  const areaId = areas.get(given.area)
  if (partyId === undefined || areaId === undefined) throw new Error(`no cell ${given.party} ${given.area}`)
  const { id: reportId } = await addReport(sql, {
    partyId,
    areaId,
    state: given.state,
    reason: given.reason,
    publicNote: given.note || undefined,
    internalNote: given.internalNote,
    evidence: given.evidence,
    day: given.day,
    recordedAt: noon(given.day),
    publishedAt: noon(given.day),
    approvedAt: given.approved ? afternoon(given.approved) : undefined,
    actorRole: 'contributor',
    example: true,
  })
  for (const day of given.confirmed ?? [])
    await confirm(sql, { reportId, at: noon(day), actorId: undefined, actorRole: 'contributor' })
}
