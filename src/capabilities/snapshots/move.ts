import type { State } from '../progress/index.ts'
import { cellAt, STOPPED, type Standing } from './standing.ts'

/** One cell that is not the same in two standings; `note` is why it is as it is now, or else what is said of it. Danish: ændring. */
export type Move = { area: string; party: string; from: State | undefined; to: State | undefined; note: string | undefined }

/**
 * Cell by cell what is not the same in two standings, in the order of the areas. `from` is undefined when nothing was reported
 * before, `to` when nothing is reported now (a new party in an old one's place).
 */
export function movesBetween(before: Standing, after: Standing): Move[] {
  const areas = keysOf(after.areas, before.areas)
  const parties = keysOf(after.parties, before.parties)
  return areas.flatMap((area) =>
    parties.flatMap((party) => {
      const was = cellAt(before, area, party)
      const is = cellAt(after, area, party)
      return was?.state === is?.state ? [] : [{ area, party, from: was?.state, to: is?.state, note: is?.reason ?? is?.note }]
    }),
  )
}

type Keyed = { key: string }[]
const keysOf = (...lists: Keyed[]): string[] => [...new Set(lists.flat().map(({ key }) => key))]

/** Which way a cell has moved. `gone`: reported before and not now. Danish: retning. */
export type Turn = 'first' | 'forward' | 'back' | 'stopped' | 'other' | 'gone'

const WAY: readonly State[] = ['not_started', 'planned', 'running', 'daily_use']

/** Planned → running is forward, running → paused is stopped, and paused → running is forward again. */
export function turnOf({ from, to }: Pick<Move, 'from' | 'to'>): Turn {
  if (to === undefined) return 'gone'
  if (STOPPED.includes(to)) return 'stopped'
  if (from === undefined) return 'first'
  const [was, is] = [WAY.indexOf(from), WAY.indexOf(to)]
  if (is < 0 || from === 'not_relevant') return 'other'
  return is > was ? 'forward' : 'back'
}

/** Cells of one area that made the same move. */
type Stream = Pick<Move, 'area' | 'from' | 'to'> & { parties: string[] }

/** The moves with those of the same area and the same kind told once, each with its parties. */
export function streams(moves: Move[]): Stream[] {
  const found = new Map<string, Stream>()
  for (const { area, party, from, to } of moves) {
    const key = `${area} ${from} ${to}`
    const known = found.get(key) ?? { area, from, to, parties: [] }
    known.parties.push(party)
    found.set(key, known)
  }
  return [...found.values()]
}
