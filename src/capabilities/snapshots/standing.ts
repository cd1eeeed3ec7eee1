import { type Day, dayOf } from '../../platform/values/day.ts'
import type { Party } from '../parties/index.ts'
import type { Plan } from '../plan/index.ts'
import { lastSaid, type Report, type State, stateKeys, states } from '../progress/index.ts'

/**
 * How everything stood on a day: what a snapshot freezes and a status report tells. Plain values only, since it is kept as
 * JSON and must read the same in ten years. Never an internal note. Danish: status på en dag.
 */
export type Standing = {
  /** The day it speaks of. */
  day: Day
  parties: { key: string; slug: string; name: string; short: string }[]
  principles: Group[]
  focusAreas: Group[]
  areas: { key: string; title: string }[]
  initiatives: { key: string; title: string; phases: { title: string; when: string | undefined; done: Day | undefined }[] }[]
  cells: CellOf[]
}

/** A heading in the report with the areas or initiatives under it. */
export type Group = { key: string; title: string; areas: string[]; initiatives: string[] }

export type CellOf = {
  area: string
  party: string
  state: State
  reason: string | undefined
  note: string | undefined
  evidence: string | undefined
  day: Day
  /** The day it was last said to be right. */
  saidOn: Day
  approved: boolean
  example: boolean
}

/** Puts the standing together from the plan, the members and the newest visible reports of the day. */
export function standingOf(plan: Plan, members: readonly Party[], reports: Report[]): Standing {
  const partyKeys = new Map(members.map(({ id, key }) => [id, key]))
  const areaKeys = new Map(plan.areas.map(({ id, key }) => [id, key]))
  const initiatives = plan.of('initiative')
  return {
    day: plan.day,
    parties: members.map(({ key, slug, name, short }) => ({ key, slug, name, short })),
    principles: plan.of('principle').map((principle) => {
      const areas = plan.areas.filter(({ parent }) => parent === principle).map(({ key }) => key)
      const carried = initiatives.filter(
        (item) => item.parent === principle || item.to('carries').some(({ key }) => areas.includes(key)),
      )
      return { key: principle.key, title: principle.title, areas, initiatives: carried.map(({ key }) => key) }
    }),
    focusAreas: currentFocus(plan).map((focus) => {
      const under = plan
        .of('principle')
        .filter((principle) => principle.to('under').includes(focus) || principle.parent === focus)
      const areas = plan.areas.filter(({ parent }) => parent && under.includes(parent)).map(({ key }) => key)
      const mine = initiatives.filter(
        (item) => item.parent === focus || item.to('under').includes(focus) || (item.parent && under.includes(item.parent)),
      )
      return { key: focus.key, title: focus.title, areas, initiatives: mine.map(({ key }) => key) }
    }),
    areas: plan.areas.map(({ key, title }) => ({ key, title })),
    initiatives: initiatives.map((item) => ({
      key: item.key,
      title: item.title,
      phases: item.children.map((phase) => ({
        title: phase.title,
        when: (phase.period('actual') ?? phase.period('planned'))?.text,
        done: phase.text('done'),
      })),
    })),
    cells: reports.flatMap((report) => cellOf(report, partyKeys, areaKeys)),
  }
}

/** The focus areas of the running agreement; the archive has its own pages. */
const currentFocus = (plan: Plan) => plan.of('focus').filter((focus) => /^FO[1-9]$/.test(focus.key))

function cellOf(report: Report, parties: Map<number, string>, areas: Map<number, string>): CellOf[] {
  const party = parties.get(report.partyId)
  const area = areas.get(report.areaId)
  if (!party || !area) return []
  const { state, reason, publicNote, evidence, day, approvedAt, example } = report
  return [
    {
      area,
      party,
      state,
      reason,
      note: publicNote,
      evidence,
      day,
      saidOn: dayOf(lastSaid(report)),
      approved: approvedAt !== undefined,
      example,
    },
  ]
}

export const cellAt = ({ cells }: Standing, area: string, party: string): CellOf | undefined =>
  cells.find((cell) => cell.area === area && cell.party === party)

export const holdsExample = ({ cells }: Standing): boolean => cells.some(({ example }) => example)

/** "n af N har meldt" for one area. */
export const reported = ({ cells, parties }: Standing, area: string): { count: number; of: number } => ({
  count: cells.filter((cell) => cell.area === area).length,
  of: parties.length,
})

/** Parties that have reported on no area at all. */
export const silent = ({ parties, cells }: Standing): Standing['parties'] =>
  parties.filter(({ key }) => !cells.some(({ party }) => party === key))

/** States in which nothing happens. */
export const STOPPED: readonly State[] = ['paused', 'blocked']

/** What stands still: paused or blocked now. */
export const stopped = ({ cells }: Standing): CellOf[] => cells.filter(({ state }) => STOPPED.includes(state))

export const stateText = (state: State | undefined): string => (state ? states[state].text : 'Ikke meldt')

/** How many cells stand in each state; what is not reported is counted apart and is no state. */
export function tally({ cells, parties, areas }: Standing): { states: [State, number][]; missing: number; of: number } {
  const counted = stateKeys.map((state): [State, number] => [state, cells.filter((cell) => cell.state === state).length])
  const of = parties.length * areas.length
  return { states: counted, missing: of - cells.length, of }
}

/** The same standing with the areas of one group only. */
export const within = (standing: Standing, group: Group): Standing => ({
  ...standing,
  areas: standing.areas.filter(({ key }) => group.areas.includes(key)),
  cells: standing.cells.filter(({ area }) => group.areas.includes(area)),
})
