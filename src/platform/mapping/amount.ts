import { numberFrom, type ReadCell } from '../sheet.ts'

/** How decimals are written in a column: '1.234' is 1234 with a comma for decimals, and 1.234 with a point. */
export type Notation = 'comma' | 'point'

const units: readonly [RegExp, number][] = [
  [/(?:^|[\s(])(?:t\.?\s?kr|tkr|kkr|1[.\s]?000\s?kr)\.?(?:\W|$)/i, 1000],
  [/(?:^|[\s(])(?:mio|mill?)\.?(?:\s?kr)?\.?(?:\W|$)/i, 1_000_000],
]

/** What a title says its figures are to be multiplied by: 'Løn (t.kr.)' → 1000; 1 when it says nothing. */
export const factorOf = (title: string): number => units.find(([unit]) => unit.test(` ${title} `))?.[1] ?? 1

/** How a column writes decimals, by the first of its figures that can be read one way only; Danish when none can. */
export function notationOf(samples: readonly string[]): Notation {
  for (const sample of samples) {
    const bare = bareFigure(sample).text
    const number = numberFrom(bare)
    if (typeof number !== 'number' || !/[.,]/.test(bare)) continue
    const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
    const sign = bare[last]
    const grouped = bare.split(sign ?? '').length > 2
    return (sign === ',') !== grouped ? 'comma' : 'point'
  }
  return 'comma'
}

/**
 * The figure a cell holds, whatever is written around it: kroner, thousands and millions of kroner, percent, a dash for øre.
 * `factor` is the title's, used when the cell names no unit itself. Undefined when it is no figure.
 * @example amountIn({ value: '4.535,50 kr.' })              // 4535.5
 * @example amountIn({ value: '1.234' })                     // 1234, and 1.234 when the column writes decimals with a point
 * @example amountIn({ value: '12,5 t.kr.' })                // 12500
 * @example amountIn({ value: 12.5 }, { factor: 1000 })      // 12500
 */
export function amountIn(
  { value }: Pick<ReadCell, 'value'>,
  { notation = 'comma', factor = 1 }: { notation?: Notation; factor?: number } = {},
): number | undefined {
  if (typeof value === 'number') return scaled(value, factor)
  if (typeof value !== 'string') return undefined
  const { text, unit } = bareFigure(value)
  const number = numberFrom(text)
  const read =
    number === 'ambiguous'
      ? Number(notation === 'comma' ? text.replace(/[.,]/g, onlyPoint) : text.replace(/[.,]/g, onlyComma))
      : number
  return read === undefined ? undefined : scaled(read, unit ?? factor)
}

/** '1.234' is ambiguous, and so is '1,234': the sign that groups thousands goes, the other is the decimal point. */
const onlyPoint = (sign: string): string => (sign === '.' ? '' : '.')
const onlyComma = (sign: string): string => (sign === ',' ? '' : '.')

/** Øre and smaller do not get lost in what a product of floats leaves behind. */
const scaled = (number: number, factor: number): number => (factor === 1 ? number : Number((number * factor).toPrecision(15)))

const around = /(?:\bdkk\b|\bkr\b\.?|kroner|%|pct\.?|,-{1,2}|-{2}$|€)/gi

/** The figure alone, and the unit that was written with it. */
function bareFigure(written: string): { text: string; unit: number | undefined } {
  const named = units.find(([unit]) => unit.test(` ${written} `))
  const figure = named ? ` ${written} `.replace(named[0], ' ') : written
  return {
    text: figure
      .replace(around, ' ')
      .replace(/\s*\/\s*\p{L}+\.?$/u, '')
      .trim(),
    unit: named?.[1],
  }
}
