import { numberText } from './danish.ts'

/** A count of persons as it may be shown: 'few' is from 1 to just below the limit, and nobody can see where. Danish: skjult tal. */
export type ShownCount = number | 'few'

/**
 * A count too small to be shown becomes 'few'; 0 is shown, since it tells of nobody. `limit`: the smallest count that is shown.
 * @example shownCount(4, 5) // 'few'
 * @example shownCount(0, 5) // 0
 */
export const shownCount = (count: number, limit: number): ShownCount => (count > 0 && count < limit ? 'few' : count)

/** A sum of what is shown. `exact`: nothing in it is hidden. `told`: of how many counts it is known. */
export type ShownSum = { atLeast: number; exact: boolean; told: number }

/**
 * A sum made of what is shown and of nothing else, each hidden count as the 1 everybody knows it is at least: so no hidden count
 * can be worked out from it, however many sums there are.
 * @example shownSum([7, 'few', undefined, 0]) // { atLeast: 8, exact: false, told: 3 }
 */
export function shownSum(counts: readonly (ShownCount | undefined)[]): ShownSum {
  const told = counts.filter((count) => count !== undefined)
  return {
    atLeast: told.reduce<number>((sum, count) => sum + (count === 'few' ? 1 : count), 0),
    exact: !told.includes('few'),
    told: told.length,
  }
}

/** '1.250', '1-4'. */
export const countShownText = (count: ShownCount, limit: number): string =>
  count === 'few' ? (limit === 2 ? '1' : `1-${limit - 1}`) : numberText(count)

/** '37', 'mindst 37'. */
export const sumShownText = ({ atLeast, exact }: ShownSum): string => `${exact ? '' : 'mindst '}${numberText(atLeast)}`
