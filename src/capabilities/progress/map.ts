import type { Party } from '../parties/index.ts'

/** Where a party's tile lies in the picture, in units of the picture. Danish: felt på kortet. */
export type Tile = { party: Party; x: number; y: number; width: number }

export const TILE = { width: 100, height: 88, gap: 6 } as const

/** The tiles of the parties that have a place, roughly as on the map, and below them to the right those that cover it all. */
export function tilesOf(parties: readonly Party[]): { tiles: Tile[]; width: number; height: number } {
  const placed = parties.filter(({ tileCol, tileRow }) => tileCol !== undefined && tileRow !== undefined)
  const beside = parties.filter((party) => !placed.includes(party))
  const columns = 1 + Math.max(0, ...placed.map(({ tileCol = 0 }) => tileCol))
  const rows = 1 + Math.max(beside.length - 1, ...placed.map(({ tileRow = 0 }) => tileRow))
  const x = (column: number) => column * (TILE.width + TILE.gap)
  const y = (row: number) => row * (TILE.height + TILE.gap)
  return {
    tiles: [
      ...placed.map((party) => ({ party, x: x(party.tileCol ?? 0), y: y(party.tileRow ?? 0), width: TILE.width })),
      ...beside.map((party, at) => ({
        party,
        x: x(columns - 2),
        y: y(rows - beside.length + at),
        width: 2 * TILE.width + TILE.gap,
      })),
    ],
    width: x(columns) - TILE.gap,
    height: y(rows) - TILE.gap,
  }
}
