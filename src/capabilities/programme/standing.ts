import type { Party } from '../parties/index.ts'
import { type Report, type State, stateKeys } from '../progress/index.ts'

/** How far the parties are with one action area: who has said what, and how many have not said anything. */
export type Standing = {
  parties: { party: Party; report: Report | undefined; before: Report | undefined }[]
  reported: number
  of: number
  /** In the order of the states; those nobody is in are left out. */
  counts: { state: State; count: number }[]
  example: boolean
}

/** `all` names the predecessors: what they said last stands beside a successor that has not reported yet. */
export function standingOf(
  areaId: number,
  members: readonly Party[],
  reports: readonly Report[],
  all: readonly Party[] = [],
): Standing {
  const ofArea = new Map(reports.filter((report) => report.areaId === areaId).map((report) => [report.partyId, report]))
  const parties = members.map((party) => ({ party, report: ofArea.get(party.id), before: beforeOf(party, ofArea, all) }))
  const given = parties.flatMap(({ report }) => report ?? [])
  return {
    parties,
    reported: given.length,
    of: members.length,
    counts: stateKeys
      .map((state) => ({ state, count: given.filter((report) => report.state === state).length }))
      .filter(({ count }) => count > 0),
    example: given.some(({ example }) => example),
  }
}

function beforeOf({ id }: Party, reports: ReadonlyMap<number, Report>, all: readonly Party[]): Report | undefined {
  if (reports.has(id)) return undefined
  const predecessor = all.find(({ successorId }) => successorId === id)
  return predecessor && reports.get(predecessor.id)
}
