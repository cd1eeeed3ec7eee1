import type { File } from '../../platform/action.ts'
import { type CellOut, type Sheet, xlsxFile } from '../../platform/sheet.ts'
import { type Exact, exact, over } from '../../platform/values/exact.ts'
import type { Step, StepInput, Unit } from './calculation.ts'
import { nameOf, type SheetToRead } from './reading.ts'
import { unitText } from './shown.ts'
import { usedRules } from './told.ts'

const VALUE = 'C'

type Line = { name: string; value: CellOut; unit: string; how: string; from: string }

const columns: Sheet['columns'] = [
  { key: 'name', title: 'Trin', kind: 'text', width: 44 },
  { key: 'how', title: 'Sådan', kind: 'text', width: 44 },
  { key: 'value', title: 'Tal', kind: 'number', width: 20, format: '#,##0.00##' },
  { key: 'unit', title: 'Enhed', kind: 'text', width: 18 },
  { key: 'from', title: 'Regel', kind: 'text', width: 26 },
]

const floating = (value: Exact, unit: Unit): number => {
  const { n, d } = unit.startsWith('øre') ? over(value, exact(100)) : value
  return Number(n) / Number(d)
}

/**
 * Every step under the numbers it is made from, and Excel does the arithmetic: change a number, and everything that follows from
 * it follows. A number that is another step's refers to its cell.
 */
export function livingLines(steps: readonly Step[]): Line[] {
  const lines: Line[] = []
  const at = new Map<string, number>()
  for (const step of steps) {
    const from = lines.length
    for (const input of step.inputs) lines.push(inputLine(input, at))
    const count = step.inputs.length
    at.set(step.key, lines.length)
    lines.push({
      name: step.name,
      value: living(step, (index) => from + index, count),
      unit: unitText(step.unit),
      how: step.formula,
      from: step.rules.join(', '),
    })
  }
  return lines
}

function inputLine({ name, value, unit, from }: StepInput, at: ReadonlyMap<string, number>): Line {
  const line = from === undefined ? undefined : at.get(from)
  const number = typeof value === 'string' ? value : floating(value, unit)
  return {
    name: `   ${name}`,
    value:
      line === undefined || typeof number === 'string' ? number : { formula: (rowOf) => `${VALUE}${rowOf(line)}`, value: number },
    unit: unitText(unit),
    how: '',
    from: from?.startsWith('tariff.') ? from : '',
  }
}

function living({ arithmetic, value, unit }: Step, lineOf: (input: number) => number, count: number): CellOut {
  const number = floating(value, unit)
  if (arithmetic === undefined) return number
  return {
    value: number,
    formula: (rowOf) => {
      const cell = (input: number) => `${VALUE}${rowOf(lineOf(input))}`
      const range = `(${cell(0)}:${cell(count - 1)})`
      return arithmetic
        .replace('SUM', () => `SUM${range}`)
        .replace('AVERAGE', () => `AVERAGE${range}`)
        .replace(/\$(\d+)/g, (_, input: string) => cell(Number(input) - 1))
    },
  }
}

/** The calculation as a workbook that calculates. */
export async function sheetWorkbook(read: SheetToRead): Promise<File> {
  const { calculation, steps } = read
  const lines = livingLines(steps)
  const calculated: Sheet = {
    name: 'Beregning',
    intro: `${nameOf(read)}. Ret et tal, og resten regnes om. Beløb er i kroner.`,
    columns,
    values: lines.map(({ name, how, value, unit, from }) => [name, how, value, unit, from]),
  }
  const rules: Sheet = {
    name: 'Regler',
    columns: [
      { key: 'key', title: 'Regel', kind: 'text', width: 26 },
      { key: 'label', title: 'Hvad', kind: 'text', width: 60 },
      { key: 'said', title: 'Værdi', kind: 'text', width: 30 },
      { key: 'confirmed', title: 'Bekræftet', kind: 'text', width: 12 },
      { key: 'source', title: 'Kilde', kind: 'text', width: 60 },
    ],
    values: usedRules(steps, calculation.rules).map((rule) => [
      rule.key,
      rule.label,
      rule.said,
      rule.confirmed ? 'ja' : 'nej',
      rule.source,
    ]),
  }
  return xlsxFile(`${fileName(read)}.xlsx`, {
    title: `Takst ${calculation.input.year}`,
    ...(calculation.example ? { mark: 'eksempeldata' } : {}),
    sheets: [calculated, rules],
  })
}

export const fileName = ({ calculation }: SheetToRead): string =>
  `faelles-takst-${calculation.id}-${calculation.input.year}${calculation.example ? '-eksempeldata' : ''}`
