/** One line of the table. `met` is undefined when it could not be measured; the note then says why. */
export type Row = { what: string; goal: string; result: string; met: boolean | undefined; note?: string }

/** One part of the measurements: what `npm run bench -- <name>` runs. */
export type Part = { name: string; run(): Promise<Row[]> }
