import { amountIn, type MappedRow } from '../../platform/mapping.ts'
import { kronerText } from '../../platform/values/kroner.ts'
import { costKindKeys, costKinds } from '../tariffs/index.ts'
import type { Book } from './row.ts'

/** Sums in a workbook, held against the rows above them: since the sum before, or all of them. Danish: kontrol af summer. */
export class Totals {
  readonly #columns: Book['columns']
  readonly #tolerance: number
  readonly #keys: string[]
  readonly #since = new Map<string, number>()
  readonly #all = new Map<string, number>()

  constructor({ columns }: Pick<Book, 'columns'>, toleranceOre: number) {
    this.#columns = columns
    this.#tolerance = toleranceOre
    this.#keys = [...costKindKeys.map((kind) => `cost-${kind}`), 'total'].filter((key) => columns.has(key))
  }

  #ore(row: MappedRow, key: string): number | undefined {
    const cell = row.cells.get(key)
    const kroner = cell && amountIn(cell, this.#columns.get(key))
    return kroner === undefined ? undefined : Math.round(kroner * 100)
  }

  add(row: MappedRow): void {
    for (const key of this.#keys) {
      const ore = this.#ore(row, key) ?? 0
      this.#since.set(key, (this.#since.get(key) ?? 0) + ore)
      this.#all.set(key, (this.#all.get(key) ?? 0) + ore)
    }
  }

  /** What does not add up in a row of sums, as sentences. */
  check(row: MappedRow, sheet: string): string[] {
    const wrong = this.#keys.flatMap((key) => {
      const said = this.#ore(row, key)
      if (said === undefined) return []
      const sums = [this.#since.get(key) ?? 0, this.#all.get(key) ?? 0]
      if (sums.some((sum) => Math.abs(sum - said) <= this.#tolerance)) return []
      const ref = row.cells.get(key)?.ref ?? `række ${row.number}`
      return [
        `${sheet === '' ? '' : `${sheet}, `}${ref}: summen for ${labelOf(key)} er ${kronerText(said)}, men rækkerne giver ${kronerText(sums[0] ?? 0)}`,
      ]
    })
    this.#since.clear()
    return wrong
  }
}

const labelOf = (key: string): string =>
  key === 'total' ? 'omkostninger i alt' : (costKinds[key.slice(5) as keyof typeof costKinds] ?? key).toLowerCase()
