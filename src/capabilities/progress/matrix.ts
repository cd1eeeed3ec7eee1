import type { Party } from '../parties/index.ts'
import type { State } from './status.ts'

/** An action area as a row of the matrix. Danish: indsatsområde. */
export type Area = {
  id: number
  key: string
  title: string
  principle: { key: string; slug: string; title: string }
}

/** What one party has said of one area, as far as a cell shows it. Danish: stilling. */
export type Standing = {
  /** undefined: not reported. */
  state: State | undefined
  /** An approver of the party stands by it. */
  approved: boolean
  /** Not said to be right for longer than the rule report.staleDays allows. */
  stale: boolean
  example: boolean
}

/** A member in the matrix, with the one whose place it took, if any. */
type Column = { party: Party; standings: readonly Standing[]; before?: { party: Party; standings: readonly Standing[] } }

/** Every area against every party on a day; `standings` of a column lie in the order of `areas`. Danish: statusmatrix. */
export type Matrix = { areas: readonly Area[]; columns: readonly Column[] }

/** How many have reported, of how many could. Danish: n af N har meldt. */
type Tally = { reported: number; of: number }

const tally = (standings: readonly Standing[]): Tally => ({
  reported: standings.filter(({ state }) => state).length,
  of: standings.length,
})

/** How many parties have reported for the area in a row. */
export const rowTally = ({ columns }: Matrix, row: number): Tally =>
  tally(columns.flatMap(({ standings }) => standings[row] ?? []))

/** For how many areas a party has reported. */
export const columnTally = ({ standings }: Pick<Column, 'standings'>): Tally => tally(standings)

/** How many parties have reported for at least one area. */
export const partyTally = ({ columns }: Matrix): Tally => ({
  reported: columns.filter(({ standings }) => standings.some(({ state }) => state)).length,
  of: columns.length,
})

/** How many cells stand in each state; `none` are those not reported. */
export function stateCounts({ columns }: Matrix): Map<State | 'none', number> {
  const counts = new Map<State | 'none', number>()
  for (const { standings } of columns) for (const { state = 'none' } of standings) counts.set(state, (counts.get(state) ?? 0) + 1)
  return counts
}

/** The matrix with the areas of one principle only. */
export function withPrinciple({ areas, columns }: Matrix, slug: string | undefined): Matrix {
  if (!areas.some(({ principle }) => principle.slug === slug)) return { areas, columns }
  const kept = (standings: readonly Standing[]) => standings.filter((_, at) => areas[at]?.principle.slug === slug)
  return {
    areas: areas.filter(({ principle }) => principle.slug === slug),
    columns: columns.map(({ party, standings, before }) => ({
      party,
      standings: kept(standings),
      ...(before && { before: { party: before.party, standings: kept(before.standings) } }),
    })),
  }
}
