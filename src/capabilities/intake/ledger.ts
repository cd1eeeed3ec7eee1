/** Two rows of a file say different things of the same. */
export class Contradiction extends Error {
  override readonly name = 'Contradiction'
  readonly field: string
  readonly row: number

  constructor(field: string, row: number) {
    super(`${field}: row ${row}`)
    this.field = field
    this.row = row
  }
}

type Said = Readonly<Record<string, unknown>>

/** What the rows of a file have said so far of operators, offers and units, so that each is written once. Kept as text: it is many. */
export class Ledger {
  readonly #said = new Map<string, { row: number; text: string }>()

  /**
   * What of this nobody has said before.
   * @throws Contradiction when an earlier row has said something else of the same field
   */
  news(ref: string, said: Said, row: number): Record<string, unknown> {
    const before = this.#said.get(ref)
    const known: Said = before ? (JSON.parse(before.text) as Said) : {}
    const given = Object.entries(said).filter(([, value]) => value !== undefined)
    const other = given.find(([field, value]) => field in known && JSON.stringify(known[field]) !== JSON.stringify(value))
    if (other) throw new Contradiction(other[0], before?.row ?? row)
    const news = Object.fromEntries(given.filter(([field]) => !(field in known)))
    if (!before || Object.keys(news).length > 0)
      this.#said.set(ref, { row: before?.row ?? row, text: JSON.stringify({ ...known, ...news }) })
    return news
  }

  /** Has any row spoken of it? */
  knows(ref: string): boolean {
    return this.#said.has(ref)
  }
}
