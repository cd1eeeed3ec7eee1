import { type Day, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type ShownCount, type ShownSum, shownCount, shownSum } from '../../platform/values/small-count.ts'

/** Pupils of a municipality at an offer in the school year that begins in `year`. Danish: brug. */
export type Usage = {
  offerId: number
  municipalityCode: number
  year: number
  /** undefined: taken back, which is not 0. */
  pupils: number | undefined
  source: string
  actorName: string
  example: boolean
  recordedAt: Date
}

export type SchoolOffer = { id: number; name: string }
export type Municipality = { code: number; name: string }

/** '2025/26'. */
export const schoolYearText = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`

/** The school year a day lies in; it begins on 1 August. @example schoolYearOf('2026-03-02') // 2025 */
export const schoolYearOf = (day: Day): number => Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0)

const firstDayOf = (year: number): Day => `${year}-08-01`
export const lastDayOf = (year: number): Day => `${year + 1}-07-31`

/** 'yes' and 'no' for certain, whatever those answer who have not; else 'open'. */
export type Coordinated = 'yes' | 'no' | 'open'

/**
 * The 17 coordinate an offer that at least so many of them use; `needed` is a dated parameter.
 * @example coordinated({ users: 4, silent: 2, needed: 5 }) // 'open'
 */
export function coordinated({ users, silent, needed }: { users: number; silent: number; needed: number }): Coordinated {
  if (users >= needed) return 'yes'
  return users + silent >= needed ? 'open' : 'no'
}

export const coordinatedTexts: Record<Coordinated, string> = {
  yes: 'Koordineres',
  no: 'Koordineres ikke',
  open: 'Ikke afgjort',
}

/** One offer's line of the matrix, as it may be shown. */
export type MatrixRow = {
  offer: SchoolOffer
  /** By municipality code; none: not reported. */
  cells: Map<number, ShownCount>
  sum: ShownSum
  users: number
  /** Municipalities that have not reported. */
  silent: number
  coordinated: Coordinated
}

type Matrix = { rows: MatrixRow[]; columns: Map<number, ShownSum>; sum: ShownSum; example: boolean }

type Ground = {
  offers: readonly SchoolOffer[]
  municipalities: readonly Municipality[]
  /** The newest of each cell in one school year. */
  usage: readonly Usage[]
  needed: number
  /** The smallest count of pupils that is shown; 1 shows all. */
  limit: number
}

/** The matrix as a reader may see it: from the first step on nothing in it knows more than it shows. */
export function matrixOf({ offers, municipalities, usage, needed, limit }: Ground): Matrix {
  const rows = offers.map((offer): MatrixRow => {
    const own = usage.filter(({ offerId, pupils }) => offerId === offer.id && pupils !== undefined)
    const cells = new Map(
      municipalities.flatMap(({ code }) => {
        const told = own.find(({ municipalityCode }) => municipalityCode === code)?.pupils
        return told === undefined ? [] : [[code, shownCount(told, limit)] as const]
      }),
    )
    const users = [...cells.values()].filter((count) => count !== 0).length
    const silent = municipalities.length - cells.size
    return {
      offer,
      cells,
      sum: shownSum([...cells.values()]),
      users,
      silent,
      coordinated: coordinated({ users, silent, needed }),
    }
  })
  return {
    rows,
    columns: new Map(municipalities.map(({ code }) => [code, shownSum(rows.map(({ cells }) => cells.get(code)))])),
    sum: shownSum(rows.flatMap(({ cells }) => [...cells.values()])),
    example: usage.some(({ example }) => example),
  }
}

/** @throws Refusal at `year` when the school year has not begun */
export function mustHaveBegun(year: number, today: Day): void {
  if (firstDayOf(year) <= today) return
  throw new Refusal('year', 'ahead', `Skoleåret ${schoolYearText(year)} begynder ${dayText(firstDayOf(year))}. Intet er gemt.`)
}
