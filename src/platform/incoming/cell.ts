import type { z } from 'zod'
import { type ReadCell, titleKey } from '../sheet.ts'
import type { CellError } from './faults.ts'

/** What is wrong in the cells of a row; thrown when the whole row is read, so that all of it is told at once. */
export class RowErrors extends Error {
  override readonly name = 'RowErrors'
  readonly errors: Omit<CellError, 'sheet'>[]

  constructor(errors: Omit<CellError, 'sheet'>[]) {
    super(errors.map(({ ref, text }) => `${ref}: ${text}`).join('\n'))
    this.errors = errors
  }
}

export const quoted = (text: string): string => `»${text.length > 40 ? `${text.slice(0, 40)} …` : text}«`

type Row = { number: number; cells: ReadonlyMap<string, ReadCell> }

/** Reads the cells of one row by the titles over them, or by the fields they were said to be, and gathers what is wrong. */
export class RowReader {
  readonly #row: Row
  readonly #keyOf: (title: string) => string
  readonly #errors: Omit<CellError, 'sheet'>[] = []

  constructor(row: Row, keyOf: (title: string) => string = titleKey) {
    this.#row = row
    this.#keyOf = keyOf
  }

  get number(): number {
    return this.#row.number
  }

  cell(title: string): ReadCell {
    return this.#row.cells.get(this.#keyOf(title)) ?? { ref: `række ${this.#row.number}`, text: '', value: undefined }
  }

  isEmpty(titles: readonly string[]): boolean {
    return titles.every((title) => this.cell(title).text === '' && this.cell(title).error === undefined)
  }

  /** Tells what is wrong in a cell; the first thing is enough. */
  wrong(title: string, text: string): undefined {
    return this.wrongAt(this.cell(title).ref, text)
  }

  /** The same, of a cell that is not among those that are read. */
  wrongAt(ref: string, text: string): undefined {
    if (!this.#errors.some((error) => error.ref === ref)) this.#errors.push({ ref, text })
    return undefined
  }

  /** The cell's text; undefined when it is empty, or when it cannot be used, which is then told. */
  text(title: string): string | undefined {
    const { error, text } = this.cell(title)
    if (error !== undefined) return this.wrong(title, error)
    return text === '' ? undefined : text
  }

  /** One of the things a cell may name. */
  named<Thing>(title: string, things: ReadonlyMap<string, Thing>, sentence: (text: string) => string): Thing | undefined {
    const text = this.text(title)
    if (text === undefined) return this.cell(title).error === undefined ? this.wrong(title, sentence('')) : undefined
    return things.get(titleKey(text)) ?? this.wrong(title, sentence(quoted(text)))
  }

  /** What a schema makes of the text. */
  parsed<Value>(title: string, schema: z.ZodType<Value>): Value | undefined {
    const text = this.text(title)
    if (text === undefined) return undefined
    const result = schema.safeParse(unixLines(text))
    return result.success ? result.data : this.wrong(title, result.error.issues[0]?.message ?? 'Det kan ikke læses.')
  }

  /** @throws RowErrors when anything was wrong */
  mustBeRight(): void {
    if (this.#errors.length > 0) throw new RowErrors(this.#errors)
  }
}

/** Browsers, Excel and Windows end lines in two ways, and mean the same. */
export const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n')
