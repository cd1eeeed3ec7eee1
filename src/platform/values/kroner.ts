import { type Exact, exact, fromDecimal, times } from './exact.ts'

/** Amounts as people write and read them. Inside, money is øre. */

/**
 * A number as people write it, with or without a unit: '1.250.000', '97,5 %', '−24.000 kr.'. undefined when it is none.
 * @example exactFrom('2.530,50 kr.') // 5061/2
 */
export const exactFrom = (written: string): Exact | undefined =>
  fromDecimal(
    written
      .replace(/kr\.?|%|\s/gi, '')
      .replace('−', '-')
      .replace(/\.(?=\d{3}(\D|$))/g, ''),
  )

/**
 * Kroner as Danes write them, in øre; undefined when it is no amount, or has parts of an øre.
 * @example oreFrom('4.535,50') // 453550
 * @example oreFrom('1,234')    // undefined
 */
export function oreFrom(written: string): number | undefined {
  const kroner = exactFrom(written)
  if (kroner === undefined) return undefined
  const { n, d } = times(kroner, exact(100))
  return d === 1n && n >= -MOST && n <= MOST ? Number(n) : undefined
}

const MOST = BigInt(Number.MAX_SAFE_INTEGER)

const whole = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 0 })
const withOre = new Intl.NumberFormat('da-DK', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** 5345 kroner and 50 øre as Danes write it: '5.345,50 kr.'; without øre when there are none. */
export const kronerText = (ore: number): string =>
  `${(ore % 100 === 0 ? whole : withOre).format(ore / 100).replace('-', '−')} kr.`

/** Øre as kroner stand in a field: '2530,5'. */
export const kronerWritten = (ore: number | undefined): string | undefined =>
  ore === undefined ? undefined : String(ore / 100).replace('.', ',')

/** Øre as the kroner of a cell in a sheet. */
export const kronerOf = (ore: number | undefined): number | undefined => (ore === undefined ? undefined : ore / 100)
