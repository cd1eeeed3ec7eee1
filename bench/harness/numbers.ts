/** The value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
export const percent = (share: number): string => `${Math.round(share * 100)} %`
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
export const thousands = (count: number): string => `${(count / 1000).toFixed(1)}k`
