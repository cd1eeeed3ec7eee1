import { expect, test } from 'vitest'
import type { Party } from '../parties/index.ts'
import { tilesOf } from './map.ts'

const party = (name: string, tileCol?: number, tileRow?: number) => ({ name, tileCol, tileRow }) as Party

test('each party has its own place, and one without a place on the map stands beside, within the picture', () => {
  const { tiles, width, height } = tilesOf([
    party('Kalundborg', 0, 1),
    party('Solrød', 4, 2),
    party('Lolland', 1, 5),
    party('Region Sjælland'),
  ])
  expect(tiles).toHaveLength(4)
  expect(new Set(tiles.map(({ x, y }) => `${x},${y}`)).size).toBe(4)
  expect(tiles.every((tile) => tile.x + tile.width <= width && tile.y < height)).toBe(true)
})

test('no parties give an empty picture, not a broken one', () => {
  expect(tilesOf([]).tiles).toEqual([])
})
