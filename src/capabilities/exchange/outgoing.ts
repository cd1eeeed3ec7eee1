import type { Sql } from '../../platform/db.ts'
import { sheet, type Workbook } from '../../platform/sheet.ts'
import type { Day } from '../../platform/values/day.ts'
import { allBodies, allParties, membersOn } from '../parties/index.ts'
import {
  allSources,
  bookOf,
  holdsMany,
  type PlanField,
  type PlanKind,
  planFields,
  planKinds,
  planOn,
  sourceText,
} from '../plan/index.ts'
import { latestOn } from '../progress/index.ts'
import { guideSheet } from './guide.ts'
import { cellText, type FactOut, PLAN, planColumns } from './plan-sheet.ts'
import { STATUS, type StatusOut, statusColumns } from './status-sheet.ts'
import { allFacts, type FactRow } from './store/plan.ts'

/** What is on its way out, read as of a day. Only what everybody may see: no internal notes, nothing that waits. */
export type Outgoing = { day: Day; status: StatusOut[] | undefined; plan: FactOut[] | undefined }

export const holdsExample = ({ status }: Outgoing): boolean => status?.some(({ report }) => report?.example) ?? false

/** The matrix as rows; `only` leaves out other parties. */
export async function statusOut(sql: Sql, day: Day, only?: readonly number[]): Promise<StatusOut[]> {
  const [plan, members, reports] = await Promise.all([planOn(sql, day), membersOn(sql, day), latestOn(sql, day)])
  const byCell = new Map(reports.map((report) => [`${report.partyId} ${report.areaId}`, report]))
  return members
    .filter(({ id }) => only === undefined || only.includes(id))
    .flatMap((party) => plan.areas.map((area) => ({ party, area, report: byCell.get(`${party.id} ${area.id}`) })))
}

/** Names of bodies and parties by the key a fact names them with. */
export async function namesOfBodies(sql: Sql): Promise<ReadonlyMap<string, string>> {
  const [bodies, parties] = await Promise.all([allBodies(sql), allParties(sql)])
  return new Map([
    ...parties.map(({ key, longName }) => [key, longName] as const),
    ...bodies.map(({ key, name }) => [key, name] as const),
  ])
}

/** Everything ever said of the plan with the words that stand in its cells; `holds` on the day. */
export async function factsWithWords(sql: Sql, day: Day): Promise<(FactOut & { holds: boolean })[]> {
  const [facts, names, sources] = await Promise.all([allFacts(sql, day), namesOfBodies(sql), allSources(sql)])
  const book = bookOf(sources)
  const titles = titlesOf(facts)
  return facts.map((fact) => ({
    ...fact,
    title: titles.get(fact.itemId) ?? fact.key,
    shown: cellText(fact.field, fact.value, names),
    source: sourceText(fact.sources, book),
  }))
}

const titlesOf = (facts: readonly FactRow[]): Map<number, string> =>
  new Map(
    facts
      .filter(({ field, holds }) => field === 'title' && holds)
      .reverse()
      .map(({ itemId, value }) => [itemId, String(value)]),
  )

/** What the plan says on the day, in the order of the plan: of a field with one value, the newest. */
export async function planOut(sql: Sql, day: Day): Promise<FactOut[]> {
  const facts = (await factsWithWords(sql, day)).filter(({ holds }) => holds)
  const newest = facts.filter((fact, at) => holdsMany(fact.field) || !isSameField(facts[at - 1], fact))
  return newest.sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      (a.itemId === b.itemId ? fields.indexOf(a.field) - fields.indexOf(b.field) : 0),
  )
}

const kinds = Object.keys(planKinds) as PlanKind[]
const fields = Object.keys(planFields) as PlanField[]
const isSameField = (a: FactRow | undefined, b: FactRow): boolean => a?.itemId === b.itemId && a.field === b.field

/** The workbook, with a guide in front and the sheets that can come back. */
export function workbookOf(outgoing: Outgoing): Workbook {
  const { day, status, plan } = outgoing
  const example = holdsExample(outgoing)
  return {
    title: 'Rammeaftale Sjælland',
    ...(example && { mark: 'eksempeldata' }),
    sheets: [
      guideSheet({ day, example, status: status !== undefined, plan: plan !== undefined }),
      ...(status ? [sheet({ name: STATUS, columns: statusColumns, rows: status })] : []),
      ...(plan ? [sheet({ name: PLAN, columns: planColumns, rows: plan })] : []),
    ],
  }
}
