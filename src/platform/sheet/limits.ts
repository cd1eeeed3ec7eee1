/** How much of a stranger's file is read before it is refused. Sizes in bytes. */
export type SheetLimits = {
  entries: number
  /** All parts unpacked, together. */
  unpacked: number
  /** Unpacked for each packed byte, in parts that are large. */
  ratio: number
  /** The table of texts that many cells share: the only part held in memory. */
  texts: number
  rows: number
  columns: number
  /** Signs in one cell. */
  text: number
}

const MB = 1024 * 1024

export const usualLimits: SheetLimits = {
  entries: 2_000,
  unpacked: 400 * MB,
  ratio: 200,
  texts: 64 * MB,
  rows: 100_000,
  columns: 500,
  text: 100_000,
}
