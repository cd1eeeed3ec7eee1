import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Part, Row } from './row.ts'

const RESULTS = '.cache/bench-results.json'
const DOCUMENT = 'docs/measurements.md'
const BEGIN = '<!-- bench: begin -->'
const END = '<!-- bench: end -->'

/** Runs the parts one after the other, prints one table, and puts its rows in place of those of the same parts in the document. */
export async function report(order: readonly string[], parts: readonly Part[]): Promise<void> {
  const measured = new Map<string, Row[]>()
  for (const { name, run } of parts) {
    process.stderr.write(`${name} …\n`)
    measured.set(name, await run())
  }
  const day = new Date().toISOString().slice(0, 10)
  const lines = new Map([...measured].map(([name, rows]) => [name, rows.map((row) => line(name, row, day))]))
  process.stdout.write(`${table([...lines.values()].flat())}\n`)
  mkdirSync('.cache', { recursive: true })
  writeFileSync(RESULTS, JSON.stringify({ day, node: process.version, parts: Object.fromEntries(measured) }, undefined, 2))
  writeDown(order, lines)
}

function writeDown(order: readonly string[], lines: ReadonlyMap<string, string[]>): void {
  const document = readFileSync(DOCUMENT, 'utf8')
  const [before = '', rest = ''] = document.split(BEGIN)
  const [old = '', after = ''] = rest.split(END)
  const rows = order.flatMap((part) => lines.get(part) ?? old.split('\n').filter((line) => line.startsWith(`| ${part} |`)))
  writeFileSync(DOCUMENT, `${before}${BEGIN}\n${table(rows)}\n${END}${after}`)
}

const table = (lines: readonly string[]): string =>
  ['| Part | What | Goal | Measured | Met | Day |', '| --- | --- | --- | --- | --- | --- |', ...lines].join('\n')

const line = (part: string, { what, goal, result, met, note }: Row, day: string): string =>
  `| ${[part, what, goal, note ? `${result} (${note})` : result, metText(met), day].join(' | ')} |`

const metText = (met: boolean | undefined): string => (met === undefined ? '–' : met ? 'yes' : '**no**')
