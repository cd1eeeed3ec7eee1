import type { Sql } from '../../platform/db.ts'
import { type Checking, Faults } from '../../platform/incoming.ts'
import { type ReadSheet, readWorkbook, titleKey } from '../../platform/sheet.ts'
import type { Day } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Draft, Result } from './draft.ts'
import { GUIDE } from './guide.ts'
import { readPlan } from './plan-in.ts'
import { PLAN, planColumns, planNeeds } from './plan-sheet.ts'
import { readStatus } from './status-in.ts'
import { STATUS, statusColumns, statusNeeds } from './status-sheet.ts'

export type Reading = { sql: Sql; draft: Draft; sheet: ReadSheet; faults: Faults; today: Day }

const kinds = {
  status: { name: STATUS, columns: statusColumns, needs: statusNeeds },
  plan: { name: PLAN, columns: planColumns, needs: planNeeds },
} as const
type Kind = keyof typeof kinds

const titles = Object.values(kinds).flatMap(({ columns }) => columns.map(({ title }) => title))

/**
 * Reads a workbook to its end, row by row, and settles what it would change.
 * @throws Refusal when it is no workbook of ours
 */
export async function check({ sql, draft, bytes, today, tell }: Omit<Checking<Draft>, 'now'>): Promise<Result> {
  const read = { before: 0, total: 0 }
  const sheets = await readWorkbook(bytes, { titles, onProgress: ({ rows }) => tell(read.before + rows, read.total) })
  const known = sheetsByKind(sheets)
  read.total = [...known.values()].reduce((sum, { expected }) => sum + expected, 0)
  const faults = new Faults()
  const result: Result = {
    status: undefined,
    plan: undefined,
    errors: faults.errors,
    wrong: 0,
    skipped: skippedOf(sheets, known),
  }
  for (const [kind, sheet] of known) {
    if (!hasColumns(kind, sheet, faults)) continue
    const reading: Reading = { sql, draft, sheet, faults, today }
    result[kind] = kind === 'status' ? await readStatus(reading) : await readPlan(reading)
    read.before += sheet.expected
  }
  return { ...result, wrong: faults.wrong }
}

/** The sheets we know, by their name; a CSV file has none and is known by its columns. */
function sheetsByKind(sheets: readonly ReadSheet[]): Map<Kind, ReadSheet> {
  const named = (kind: Kind) => sheets.find(({ name }) => titleKey(name) === titleKey(kinds[kind].name))
  const [only] = sheets
  const byColumns = (kind: Kind) => (only?.name === '' && holds(only, kinds[kind].needs) ? only : undefined)
  const found = (['plan', 'status'] as const).flatMap((kind): [Kind, ReadSheet][] => {
    const sheet = named(kind) ?? byColumns(kind)
    return sheet ? [[kind, sheet]] : []
  })
  if (found.length === 0) throw unknownSheets(sheets)
  return new Map(found)
}

/** Half of the columns is enough to know what the file was meant to be, and to say which of them are missing. */
const holds = ({ header }: ReadSheet, needs: readonly string[]): boolean => {
  const there = new Set(header?.cells.map(({ text }) => titleKey(text)))
  return needs.filter((title) => there.has(titleKey(title))).length * 2 > needs.length
}

function unknownSheets(sheets: readonly ReadSheet[]): Refusal {
  const names = sheets.map(({ name }) => `»${name}«`).join(', ')
  const what =
    sheets[0]?.name === ''
      ? 'Filen har ikke de kolonner, som Fælles bruger.'
      : `Regnearket har intet ark, der hedder »${STATUS}« eller »${PLAN}«. Det har: ${names || 'ingen ark'}.`
  return new Refusal('file', 'unknown sheets', `${what} Hent et nyt regneark, og ret i det.`)
}

const skippedOf = (sheets: readonly ReadSheet[], known: ReadonlyMap<Kind, ReadSheet>): string[] =>
  sheets
    .filter((sheet) => ![...known.values()].includes(sheet) && titleKey(sheet.name) !== titleKey(GUIDE))
    .map(({ name }) => name)

/** Are the columns those of the sheet? What is missing, stands twice or is not known is told. */
function hasColumns(kind: Kind, { header, name }: ReadSheet, faults: Faults): boolean {
  const { needs, columns } = kinds[kind]
  const cells = header?.cells ?? []
  const there = new Set(cells.map(({ text }) => titleKey(text)))
  const known = new Set(columns.map(({ title }) => titleKey(title)))
  const missing = needs.filter((title) => !there.has(titleKey(title)))
  const wrong = [
    ...missing.map((title) => ({
      ref: `række ${header?.number ?? 1}`,
      text: `Kolonnen »${title}« mangler. Hent et nyt regneark, og ret i det.`,
    })),
    ...cells.flatMap(({ ref, error }) => (error === undefined ? [] : [{ ref, text: error }])),
    ...cells
      .filter(({ text, error }) => error === undefined && !known.has(titleKey(text)))
      .map(({ ref, text }) => ({
        ref,
        text: `Fælles kender ingen kolonne, der hedder »${text.slice(0, 60)}«. Slet den, så intet bliver overset.`,
      })),
  ]
  faults.add(name, wrong)
  return wrong.length === 0
}
