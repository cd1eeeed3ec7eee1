import type { Answered, Load } from './load-process.ts'
import { median } from './numbers.ts'
import { type Process, startProcess } from './process.ts'

export const startLoad = (): Promise<Process> => startProcess(new URL('./load-process.js', import.meta.url), {})

const ROUNDS = 4
const WARM_SECONDS = 2
const SECONDS = 3

export type Compared = {
  /** Ours over the other, round by round: the machine may be slower from one round to the next, the ratio is not. */
  ratios: number[]
  ours: Answered[]
  other: Answered[]
}

/** Ours and the other in turns, in one run. */
export async function compare(load: Process, path: string, ours: Load, other: Load): Promise<Compared> {
  const at = (side: Load, seconds: number) => load.ask<Answered>({ ...side, url: side.url + path, seconds })
  for (const side of [ours, other]) await at(side, WARM_SECONDS)
  const compared: Compared = { ratios: [], ours: [], other: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const a = await at(ours, SECONDS)
    const b = await at(other, SECONDS)
    compared.ours.push(a)
    compared.other.push(b)
    compared.ratios.push(a.perSecond / b.perSecond)
  }
  return compared
}

export const perSecond = (answered: readonly Answered[]): number => median(answered.map(({ perSecond }) => perSecond))
