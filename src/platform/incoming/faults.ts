import { RowErrors } from './cell.ts'

/** What is wrong in a cell of somebody's workbook. Danish: fejl i en celle. */
export type CellError = { sheet: string; ref: string; text: string }

export const MOST_ERRORS = 200

/** What is wrong so far: the first of it, and how much. */
export class Faults {
  readonly errors: CellError[] = []
  wrong = 0

  add(sheet: string, errors: readonly Omit<CellError, 'sheet'>[], more = 0): void {
    this.wrong += errors.length + more
    for (const error of errors) if (this.errors.length < MOST_ERRORS) this.errors.push({ sheet, ...error })
  }

  get room(): number {
    return MOST_ERRORS - this.errors.length
  }

  /** What a row says, or undefined when something was wrong with it, which is then kept. */
  reading<Row>(sheet: string, read: () => Row): Row | undefined {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof RowErrors)) throw error
      this.add(sheet, error.errors)
      return undefined
    }
  }
}
