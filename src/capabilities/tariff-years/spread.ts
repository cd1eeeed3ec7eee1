/** How amounts lie: the middle half, and how many lie where. Danish: fordeling. */
export type Spread = { count: number; least: number; lower: number; median: number; upper: number; most: number }

/** The value a share of the way through sorted amounts, between two neighbours where it falls between them, in whole øre. */
const at = (sorted: readonly number[], share: number): number => {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return Math.round(below + (above - below) * (place - Math.floor(place)))
}

/**
 * Count, median and quartiles; undefined when there are fewer than `fewest`, so that nobody can be picked out.
 * @example spreadOf([100, 200, 300, 400, 500], 3) // { count: 5, least: 100, lower: 200, median: 300, upper: 400, most: 500 }
 */
export function spreadOf(amounts: readonly number[], fewest: number): Spread | undefined {
  if (amounts.length === 0 || amounts.length < fewest) return undefined
  const sorted = amounts.toSorted((a, b) => a - b)
  return {
    count: sorted.length,
    least: sorted[0] ?? 0,
    lower: at(sorted, 0.25),
    median: at(sorted, 0.5),
    upper: at(sorted, 0.75),
    most: sorted.at(-1) ?? 0,
  }
}

/** Amounts from and including `from`, up to `to`. */
export type Bin = { from: number; to: number; count: number }

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000].map(
  (kroner) => kroner * 100,
)
const MOST_BINS = 20

/** The amounts in bins of one round width, at most twenty of them; the first begins at or under the least. */
export function binsOf(amounts: readonly number[]): Bin[] {
  if (amounts.length === 0) return []
  const least = amounts.reduce((a, b) => Math.min(a, b))
  const most = amounts.reduce((a, b) => Math.max(a, b))
  const reach = most - least
  const width = STEPS.find((step) => reach / step < MOST_BINS - 1) ?? Math.ceil((reach + 1) / (MOST_BINS - 1))
  const start = Math.floor(least / width) * width
  const bins = Array.from({ length: Math.floor((most - start) / width) + 1 }, (_, index) => ({
    from: start + index * width,
    to: start + (index + 1) * width,
    count: 0,
  }))
  for (const amount of amounts) {
    const bin = bins[Math.floor((amount - start) / width)]
    if (bin) bin.count += 1
  }
  return bins
}
