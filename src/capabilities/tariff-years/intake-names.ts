import type { Faults } from '../../platform/incoming.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { SheetLine } from './line.ts'
import { type Predecessor, Predecessors } from './predecessor.ts'
import type { Place } from './store/lines.ts'

type Line = Omit<SheetLine, 'id'>
type At = { sheet: string; ref: string }

/** What a workbook says tariffs were called before, held against what there was when all of it is read: a row may name one below it. */
export class NamesBefore {
  readonly #before: readonly Predecessor[]
  readonly #places: ReadonlyMap<number, Place>
  readonly #yearEnds: string
  readonly #ended: Predecessor[] = []
  readonly #said: { line: Line; at: At }[] = []

  constructor({ all }: Predecessors, places: readonly Place[], year: number) {
    this.#before = all
    this.#places = new Map(places.map((place) => [place.unitId, place]))
    this.#yearEnds = `${year + 1}-01-01`
  }

  add(line: Line, at: At): void {
    if (line.was.length > 0) this.#said.push({ line, at })
    const place = this.#places.get(line.unitId)
    if (!place || line.validUntil >= this.#yearEnds) return
    const { offerName, unitName } = place
    const { unitId, service, level, per, places } = line
    this.#ended.push({ offerName, unitName, unitId, service, level, per, places, tariffId: undefined })
  }

  /** Tells, cell by cell, of names that are none or may be several. */
  check(faults: Faults): void {
    const predecessors = new Predecessors([...this.#before, ...this.#ended])
    for (const { line, at } of this.#said)
      for (const written of line.was)
        try {
          predecessors.wasOf(written, line)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          faults.add(at.sheet, [{ ref: at.ref, text: error.message }])
        }
  }
}
