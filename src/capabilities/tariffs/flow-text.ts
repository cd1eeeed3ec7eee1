import type { Day } from '../../platform/values/day.ts'
import { exact } from '../../platform/values/exact.ts'
import { isKnown, type Taken } from './flow.ts'
import type { YearOfLine } from './flowing.ts'
import type { Carried } from './regulation.ts'
import { changeText, danish, oreText } from './shown.ts'

/** What becomes of a year, in sentences. */

const size = (ore: bigint): bigint => (ore < 0n ? -ore : ore)

/** A limit may hold parts of an øre; nobody reads those. */
const limitText = ({ limit }: Carried): string => `${danish(exact(limit.n, limit.d * 100n), 0, 2)}\u00a0kr.`

/** 'kr.' ends a sentence already. */
const ended = (text: string): string => (text.endsWith('.') ? text : `${text}.`)

export const resultText = ({ result }: Pick<Carried, 'result'>): string =>
  result.n === 0n ? '0\u00a0kr.' : `${result.n < 0n ? 'underskud' : 'overskud'} ${oreText(size(result.n))}`

/** Where each krone of the result goes: into a later tariff, or kept by rule. */
export function flowText(carried: Carried, year: number): string {
  const { result, regulation, kept, toYear, useBy } = carried
  if (result.n === 0n) return `${year} gav hverken overskud eller underskud, så intet går videre.`
  const [what, surplus] = result.n > 0n ? (['overskud', true] as const) : (['underskud', false] as const)
  const begin = `${year} gav et ${what} på ${oreText(size(result.n))}`
  const stays = surplus ? `sættes til side og skal bruges senest i ${useBy}` : 'bæres af driftsherren selv'
  if (regulation === 0n) {
    const within = size(result.n) * carried.limit.d <= carried.limit.n
    const why = within ? `Det er ikke over grænsen på ${limitText(carried)}` : 'Underskud reguleres ikke efter reglen'
    return `${ended(begin)} ${why}, så intet går videre til en takst. Det ${stays}.`
  }
  const moves = `${oreText(size(regulation))} ${surplus ? 'sænker' : 'hæver'} taksten for ${toYear}`
  return `${ended(begin)} Grænsen er ${limitText(carried)} ${moves}${kept === 0n ? '' : `, og ${oreText(size(kept))} ${stays}`}.`
}

/** A heading over what becomes of a year. */
export const flowHeading = ({ year, toYear, flow }: Pick<YearOfLine, 'year' | 'toYear' | 'flow'>): string => {
  if (toYear === undefined || (flow && !isKnown(flow))) return `Resultatet for ${year}`
  if (flow && isKnown(flow) && flow.carried.regulation === 0n) return `Intet af årets resultat går videre til ${toYear}`
  return `Årets resultat går videre til ${toYear}`
}

/** Whether it has come there; undefined when there is nothing to come. */
export function takenText(taken: Taken, carried: Carried): string | undefined {
  const into = `Taksten for ${carried.toYear}`
  if (taken.state === 'nothing') return undefined
  if (taken.state === 'waiting') return `${into} er ikke beregnet endnu.`
  if (taken.state === 'taken') return `${into} har taget det ind.`
  if (taken.state === 'missing') return `${into} har ikke taget det ind.`
  return `${into} har taget ${changeText(taken.ore)} ind, men efter reglen er det ${changeText(carried.regulation)}.`
}

/** A year without accounts, said plainly. */
export const notReceivedText = (year: number, today: Day): string =>
  today < `${year + 1}-01-01`
    ? `${year} er ikke slut, så der er intet regnskab endnu.`
    : `Regnskabet for ${year} er ikke modtaget.`

/** A name for the tariff or the places accounts are of. */
export const accountName = ({ of, label }: Pick<YearOfLine, 'of' | 'label'>): string =>
  [of.offerName, of.unitName === 'Hele tilbuddet' ? '' : of.unitName, of.lineLabel, label].filter(Boolean).join(', ')
