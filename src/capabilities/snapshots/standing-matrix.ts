import { matrixTable } from '../progress/index.ts'
import { cellAt, type Standing } from './standing.ts'

/** A frozen matrix looks like the living one. With `before`, each cell that has moved shows what it was. */
export function standingMatrix(standing: Standing, before?: Standing) {
  const { areas, parties, principles } = standing
  const groupOf = (area: string) => principles.find((principle) => principle.areas.includes(area))?.title ?? ''
  const at = (row: number, column: number, of: Standing) => cellAt(of, areas[row]?.key ?? '', parties[column]?.key ?? '')
  return matrixTable({
    caption: 'Status for hvert indsatsområde og hver part',
    rows: areas.map(({ key, title }) => ({ key, title, group: groupOf(key) })),
    columns: parties.map(({ name, short }) => ({ name, short })),
    sums: 'Har meldt',
    cellOf: (row, column) => {
      const cell = at(row, column, standing)
      const was = before && at(row, column, before)?.state
      const moved = before && was !== cell?.state
      return { state: cell?.state, unapproved: cell && !cell.approved, ...(moved ? { beside: { state: was, text: 'før' } } : {}) }
    },
  })
}
