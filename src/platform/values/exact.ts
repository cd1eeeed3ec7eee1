/** An exact number, n/d in lowest terms with d > 0. Never rounded until somebody publishes it. Danish: eksakt tal. */
export type Exact = { readonly n: bigint; readonly d: bigint }

/**
 * n/d in lowest terms.
 * @throws RangeError when d is 0
 */
export function exact(n: bigint | number, d: bigint | number = 1n): Exact {
  const [top, bottom] = [BigInt(n), BigInt(d)]
  if (bottom === 0n) throw new RangeError('division by zero')
  return bottom === 1n ? { n: top, d: bottom } : lowest(top, bottom)
}

export const zero: Exact = { n: 0n, d: 1n }
export const one: Exact = { n: 1n, d: 1n }

function lowest(n: bigint, d: bigint): Exact {
  const sign = d < 0n ? -1n : 1n
  const by = greatest(n < 0n ? -n : n, d < 0n ? -d : d) * sign
  return { n: n / by, d: d / by }
}

/** The greatest common divisor; in numbers as soon as both fit, since those are many times faster. */
function greatest(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y > SAFE || x > SAFE) {
    if (y === 0n) return x
    ;[x, y] = [y, x % y]
  }
  let [p, q] = [Number(x), Number(y)]
  while (q !== 0) [p, q] = [q, p % q]
  return BigInt(p)
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)

/**
 * The exact value of a decimal, with comma or point: '95,5' is 191/2. undefined when it is no number.
 * @example fromDecimal('0.954') // 477/500
 */
export function fromDecimal(written: string): Exact | undefined {
  const [, sign, whole, part = ''] = /^\s*(-?)(\d{1,30})(?:[.,](\d{1,15}))?\s*$/.exec(written) ?? []
  if (whole === undefined) return undefined
  return exact(BigInt(`${sign}${whole}${part}`), 10n ** BigInt(part.length))
}

export const plus = (a: Exact, b: Exact): Exact =>
  a.d === b.d && a.d === 1n ? { n: a.n + b.n, d: 1n } : lowest(a.n * b.d + b.n * a.d, a.d * b.d)

export const minus = (a: Exact, b: Exact): Exact => plus(a, negated(b))

export const negated = ({ n, d }: Exact): Exact => ({ n: -n, d })

export const times = (a: Exact, b: Exact): Exact =>
  a.d === 1n && b.d === 1n ? { n: a.n * b.n, d: 1n } : lowest(a.n * b.n, a.d * b.d)

/** @throws RangeError when b is 0 */
export const over = (a: Exact, b: Exact): Exact => exact(a.n * b.d, a.d * b.n)

export const sum = (values: readonly Exact[]): Exact => values.reduce(plus, zero)

/** Below, same or above: negative, 0 or positive. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const same = (a: Exact, b: Exact): boolean => a.n === b.n && a.d === b.d

/** Kept between two bounds. */
export const within = (value: Exact, lower: Exact, upper: Exact): Exact =>
  compare(value, lower) < 0 ? lower : compare(value, upper) > 0 ? upper : value

/**
 * The nearest multiple of `to`; what lies half way goes away from zero.
 * @example rounded(exact(5, 2))          // 3n
 * @example rounded(exact(-5, 2))         // -3n
 * @example rounded(exact(453550), 100n)  // 453600n: øre to whole kroner
 */
export function rounded({ n, d }: Exact, to = 1n): bigint {
  const size = d * to
  const whole = (2n * (n < 0n ? -n : n) + size) / (2n * size)
  return (n < 0n ? -whole : whole) * to
}

/** A percentage as a factor: 95,5 is 191/200. */
export const percent = (value: Exact): Exact => lowest(value.n, value.d * 100n)

/**
 * Parts a whole by weight so that the parts sum to it exactly: what is left over goes to those who lost most by rounding down.
 * @throws RangeError when the weights sum to 0
 * @example shared(100n, [one, one, one]) // [34n, 33n, 33n]
 */
export function shared(total: bigint, weights: readonly Exact[]): bigint[] {
  const all = sum(weights)
  const exactly = weights.map((weight) => over(times(exact(total), weight), all))
  const parts = exactly.map(({ n, d }) => n / d)
  const step = total < 0n ? -1n : 1n
  const lost = exactly.map((value, at) => ({ at, by: minus(value, exact(parts[at] ?? 0n)) }))
  lost.sort((a, b) => compare(b.by, a.by) * Number(step) || a.at - b.at)
  let left = total - parts.reduce((all, part) => all + part, 0n)
  for (const { at } of lost) {
    if (left === 0n) break
    parts[at] = (parts[at] ?? 0n) + step
    left -= step
  }
  return parts
}

/** As a decimal with at most so many places, rounded half away from zero, with a point and no trailing zeros: for machines. */
export function decimal(value: Exact, places: number): string {
  const size = 10n ** BigInt(places)
  const scaled = rounded(times(value, { n: size, d: 1n }))
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0')
  const part = places === 0 ? '' : digits.slice(-places).replace(/0+$/, '')
  const whole = places === 0 ? digits : digits.slice(0, -places)
  return `${scaled < 0n ? '-' : ''}${whole}${part ? `.${part}` : ''}`
}

/** 'n/d', or 'n' when whole: nothing is lost. */
export const fraction = ({ n, d }: Exact): string => (d === 1n ? String(n) : `${n}/${d}`)

/** The way back from `fraction`. undefined when the text is none. */
export function fromFraction(text: string): Exact | undefined {
  const [, n, d = '1'] = /^(-?\d{1,400})(?:\/([1-9]\d{0,400}))?$/.exec(text) ?? []
  return n === undefined ? undefined : exact(BigInt(n), BigInt(d))
}
