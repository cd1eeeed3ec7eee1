import { looksLikeCpr } from '../../platform/values/cpr.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { calculate } from './calculate.ts'
import {
  type Calculated,
  type CalculationInput,
  type CostKind,
  type CostLine,
  costKinds,
  type Part,
  parts,
  type RuleSet,
} from './calculation.ts'
import { refused } from './must.ts'
import { rulesOf, wholeOf } from './rule-set.ts'
import { countFields, regulationFields } from './try-counts.ts'
import { isChanged, oreIn, type Said, type TryField } from './try-field.ts'
import { levelFields, withPlacesOfLevels } from './try-levels.ts'
import { dropField, lineFields, lineName } from './try-lines.ts'

/** What somebody wants to try, as he wrote it: names of fields to texts. A field that is not there is as it was. */
export type Tried = Readonly<Record<string, string>>

/** Everything that may be changed of a calculation, as it stands. The later of two fields goes before the earlier. */
export const fieldsOf = (input: CalculationInput, calculated: Calculated, rules: RuleSet): TryField[] => [
  ...lineFields(input.costs, rules),
  ...countFields(input, calculated),
  ...levelFields(input),
  ...regulationFields(input, calculated, wholeOf(rulesOf(rules), 'tariff.surplus.lag')),
]

export const changedFields = (fields: readonly TryField[], written: Tried): TryField[] =>
  fields.filter((field) => isChanged(field, written[field.name]))

/** A line that somebody adds: the fields 'ny-1-art', 'ny-1-tekst', 'ny-1-beloeb' and 'ny-1-del'. */
export const newFields = (at: number) =>
  ({ kind: `ny-${at}-art`, label: `ny-${at}-tekst`, amount: `ny-${at}-beloeb`, part: `ny-${at}-del` }) as const

/** How many lines may be added at once. */
export const MOST_NEW = 5

const has = (written: Tried, name: string): boolean => (written[name] ?? '').trim() !== ''

/** How many rows for new lines to show: those written in, and one more. */
export const newRows = (written: Tried): number[] => {
  const used = rows.filter((at) => has(written, newFields(at).amount) || has(written, newFields(at).label))
  return rows.slice(0, Math.max(0, ...used) + 1)
}
const rows = Array.from({ length: MOST_NEW }, (_, at) => at + 1)

/** @throws Refusal at the field */
export const addedLines = (written: Tried): CostLine[] => rows.flatMap((at) => addedLine(at, written))

function addedLine(at: number, written: Tried): CostLine[] {
  const fields = newFields(at)
  const label = (written[fields.label] ?? '').trim().slice(0, 200)
  if (!has(written, fields.amount)) {
    if (label === '') return []
    throw refused(fields.amount, 'no amount', `Skriv beløbet ved den nye linje »${label.slice(0, 40)}«.`)
  }
  if (looksLikeCpr(label)) throw refused(fields.label, 'cpr', 'Den nye linje ligner et CPR-nummer. Skriv, hvad omkostningen er.')
  const kind = written[fields.kind] ?? ''
  const part = written[fields.part] ?? ''
  const of: CostKind = kind in costKinds ? (kind as CostKind) : 'operation'
  return [
    {
      kind: of,
      part: part in parts ? (part as Part) : 'basis',
      label: label || costKinds[of],
      form: 'amount',
      amountOre: oreIn({ name: fields.amount, label: label || 'Ny linje' }, written[fields.amount] ?? ''),
    },
  ]
}

const isDropped = (at: number, written: Tried): boolean => has(written, dropField(at))

/** What was left out, in the order of the sheet. */
export const droppedLines = ({ costs }: CalculationInput, written: Tried): CostLine[] =>
  costs.filter((_, at) => isDropped(at, written))

const TRY: Said = { reason: 'Prøveregning', approvedBy: 'Prøveregning' }

/**
 * A copy with what was written put in: nothing is kept anywhere. When somebody only tries, the bounds of occupancy do not hold,
 * since what lies outside them is what people want to see.
 * @throws Refusal at the field
 */
export function tried(input: CalculationInput, fields: readonly TryField[], written: Tried, said: Said = TRY): CalculationInput {
  const changed = changedFields(fields, written)
  const put = changed.reduce((now, field) => field.put(now, written[field.name] ?? '', said), input)
  const whole = withPlacesOfLevels(put, changed)
  const costs = [...whole.costs.filter((_, at) => !isDropped(at, written)), ...addedLines(written)]
  return { ...whole, costs }
}

/** Something that was changed, as people read it. */
export type Change = { label: string; from: string; to: string }

/** What is other than it was, in words; nothing when nothing was tried. */
export function changesOf(input: CalculationInput, fields: readonly TryField[], written: Tried): Change[] {
  const dropped = new Set(input.costs.flatMap((_, at) => (isDropped(at, written) ? [at] : [])))
  const said = ({ options, suffix }: TryField, text: string) => [options?.[text] ?? text.trim(), suffix].filter(Boolean).join(' ')
  return [
    ...changedFields(fields, written)
      .filter(({ line }) => line === undefined || !dropped.has(line))
      .map((field) => ({ label: field.label, from: said(field, field.value), to: said(field, written[field.name] ?? '') })),
    ...input.costs.flatMap((line, at) => (dropped.has(at) ? [{ label: lineName(line), from: 'med', to: 'taget ud' }] : [])),
    ...rows
      .filter((at) => has(written, newFields(at).amount))
      .map((at) => ({
        label: (written[newFields(at).label] ?? '').trim() || 'Ny linje',
        from: 'ingen',
        to: `${(written[newFields(at).amount] ?? '').trim()} kr.`,
      })),
  ]
}

export type Trial = { calculated: Calculated } | { field: string | undefined; sentence: string }

/** What comes out, or why nothing does. */
export function trial(make: () => CalculationInput, rules: RuleSet): Trial {
  try {
    const input = make()
    mustBeSmall(input, rules)
    return { calculated: calculate(input, rules) }
  } catch (error) {
    if (error instanceof Refusal) return { field: error.field, sentence: error.message }
    throw error
  }
}

/** @throws Refusal when there are more lines than a try may have */
export function mustBeSmall({ costs }: CalculationInput, rules: RuleSet): void {
  const most = wholeOf(rulesOf(rules), 'tariff.whatIf.lines')
  if (costs.length > most)
    throw refused('costs', 'too many', `En prøveregning har højst ${most} linjer, og her er ${costs.length}.`)
}
