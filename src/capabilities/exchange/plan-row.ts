import { RowReader, unixLines } from '../../platform/incoming.ts'
import { dayFrom, numberIn, type ReadRow, titleKey } from '../../platform/sheet.ts'
import { addDays, type Day, dayText } from '../../platform/values/day.ts'
import { text } from '../../platform/values/fields.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { correctionOf, holdsMany, mustBeNewest, type PlanField, planFields, saidIn, sameValue, valueFrom } from '../plan/index.ts'
import { planCells as columns, type FactOut, isPeriod } from './plan-sheet.ts'

/** What a row changes: one fact more, and those that hold no longer. */
export type PlanIn = {
  number: number
  itemId: number
  field: PlanField
  value: unknown
  validFrom: Day
  sources: string[]
  replaces: number | undefined
  held: number[]
  standing: 'new' | 'changed'
}

type PlanRead = PlanIn | 'same' | 'overtaken' | undefined

type Fact = Pick<FactOut, 'id' | 'itemId' | 'field' | 'value' | 'shown' | 'validFrom' | 'sources' | 'source'>

/** What rows are read against: items, fields and bodies by the names a cell gives them, and what is said today. */
export type PlanBook = {
  items: ReadonlyMap<string, number>
  fields: ReadonlyMap<string, PlanField>
  bodies: ReadonlyMap<string, string>
  bodyNames: ReadonlyMap<string, string>
  /** Every fact there ever was, by its number. */
  facts: ReadonlyMap<number, Fact>
  /** What holds of an item's field, newest first. */
  held(itemId: number, field: PlanField): Fact[]
  today: Day
}

type Written = Omit<PlanBook, 'fields' | 'bodies' | 'facts' | 'held'> & { facts: readonly Fact[]; holding: readonly Fact[] }

export function planBook({ facts, holding, bodyNames, ...rest }: Written): PlanBook {
  const byField = new Map<string, Fact[]>()
  for (const fact of holding)
    byField.set(`${fact.itemId} ${fact.field}`, [...(byField.get(`${fact.itemId} ${fact.field}`) ?? []), fact])
  return {
    ...rest,
    bodyNames,
    fields: new Map((Object.keys(planFields) as PlanField[]).map((field) => [titleKey(planFields[field].label), field])),
    bodies: new Map([...bodyNames].flatMap(([key, name]) => [[titleKey(name), key] as const, [titleKey(key), key] as const])),
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    held: (itemId, field) => byField.get(`${itemId} ${field}`) ?? [],
  }
}

const shortText = text(200)
const sourceWords = text(300)

const values = [columns.value, columns.from, columns.to].map(({ title }) => title)

/**
 * One row of the sheet, and whether it says something else than the plan does. A row that still says what it said when the
 * workbook was fetched has not been edited, and never takes back what others have written since.
 * @throws RowErrors
 */
export function planRow(row: ReadRow, book: PlanBook): PlanRead {
  const cells = new RowReader(row)
  if (cells.isEmpty([columns.key.title, columns.field.title, ...values])) return undefined
  const itemId = cells.named(
    columns.key.title,
    book.items,
    (key) => `${key || 'En tom nøgle'} findes ikke i planen. Brug en nøgle fra arket.`,
  )
  const field = cells.named(columns.field.title, book.fields, unknownField)
  cells.mustBeRight()
  if (itemId === undefined || field === undefined) return undefined
  const base = baseOf(cells, book, itemId, field)
  const held = book.held(itemId, field)
  if (base && isUnedited(cells, base)) return isHeld(held, field, base) ? 'same' : 'overtaken'
  const value = valueIn(cells, { field, book, base })
  cells.mustBeRight()
  if ((holdsMany(field) ? held : held.slice(0, 1)).some((fact) => sameFact(fact.value, value))) return 'same'
  return changed(cells, { itemId, field, value, base, held, book })
}

const sameFact = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' ? unixLines(a).trim() === b : sameValue(a, b)

function isUnedited(cells: RowReader, { value, shown }: Fact): boolean {
  const days = isPeriod(value) ? [value.from, addDays(value.until, -1)] : [undefined, undefined]
  const given = [columns.from.title, columns.to.title].map((title) => dayFrom(cells.cell(title)))
  const { text, error } = cells.cell(columns.value.title)
  return error === undefined && unixLines(text) === unixLines(shown).trim() && days.every((day, at) => day === given[at])
}

const isHeld = (held: readonly Fact[], field: PlanField, { id }: Fact): boolean =>
  holdsMany(field) ? held.some((fact) => fact.id === id) : held[0]?.id === id

function baseOf(cells: RowReader, book: PlanBook, itemId: number, field: PlanField): Fact | undefined {
  const fact = book.facts.get(Number(cells.cell(columns.cameFrom.title).value))
  return fact?.itemId === itemId && fact.field === field ? fact : undefined
}

type Reading = { field: PlanField; book: PlanBook; base: Fact | undefined }

/** The value in the cells, read by the field's own type. */
function valueIn(cells: RowReader, { field, book, base }: Reading): unknown {
  const { type } = planFields[field]
  const title = columns.value.title
  const text = cells.text(title)
  const [from, to] = [dayIn(cells, columns.from.title), dayIn(cells, columns.to.title)]
  if (text === undefined && !(type === 'period' && from !== undefined)) return cells.wrong(title, empty)
  try {
    if (type === 'period') {
      const words = wordsFor(cells.parsed(title, shortText), { from, to, base })
      return valueFrom(field, { value: words, from, to }, book.bodyNames)
    }
    return valueFrom(field, { value: plainText(cells, type, unixLines(text ?? ''), book) }, book.bodyNames)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return cells.wrong(
      error.field === 'from' ? columns.from.title : error.field === 'to' ? columns.to.title : title,
      error.message,
    )
  }
}

const empty = 'Her mangler en værdi. Der slettes intet herfra: skal oplysningen ikke gælde mere, så tag den tilbage på siden.'

/** Words that were said of other days do not fit the new ones; then they are made from the days. */
function wordsFor(
  text: string | undefined,
  { from, to, base }: { from: Day | undefined; to: Day | undefined; base: Fact | undefined },
) {
  const before = isPeriod(base?.value) ? base.value : undefined
  const moved = before !== undefined && (before.from !== from || addDays(before.until, -1) !== to)
  return moved && text === before.text ? undefined : text
}

function plainText(cells: RowReader, type: string, text: string, book: PlanBook): string | undefined {
  const cell = cells.cell(columns.value.title)
  if (type === 'day')
    return dayFrom(cell) ?? cells.wrong(columns.value.title, `»${text.slice(0, 40)}« er ikke en dag. Skriv den som 31-12-2025.`)
  if (type === 'body')
    return (
      book.bodies.get(titleKey(text)) ??
      cells.wrong(columns.value.title, `»${text.slice(0, 60)}« er ikke et organ eller en part, som Fælles kender.`)
    )
  if (type === 'flag')
    return /^(ja|nej)$/i.test(text) ? text.toLowerCase() : cells.wrong(columns.value.title, 'Skriv ja eller nej.')
  if (type !== 'number') return text
  const number = numberIn(cell)
  return typeof number === 'number'
    ? String(number)
    : cells.wrong(columns.value.title, `»${text.slice(0, 40)}« er ikke et helt tal. Skriv det uden punktum og komma.`)
}

function dayIn(cells: RowReader, title: string): Day | undefined {
  if (cells.text(title) === undefined) return undefined
  const cell = cells.cell(title)
  return dayFrom(cell) ?? cells.wrong(title, `»${cell.text.slice(0, 40)}« er ikke en dag. Skriv den som 31-12-2025.`)
}

type Change = { itemId: number; field: PlanField; value: unknown; base: Fact | undefined; held: Fact[]; book: PlanBook }

/** The rules of a correction, each told at the cell it is about. */
function changed(cells: RowReader, { itemId, field, value, base, held, book }: Change): PlanIn {
  const validFrom = dayIn(cells, columns.known.title) ?? book.today
  const sources = sourcesIn(cells, base)
  if (validFrom > book.today)
    cells.wrong(columns.known.title, `${dayText(validFrom)} er ikke kommet endnu. Skriv den dag, oplysningen blev kendt.`)
  const replaces = holdsMany(field) ? base?.id : undefined
  if (!holdsMany(field) && base && held[0] && held[0].id !== base.id) cells.wrong(columns.value.title, overtaken)
  cells.mustBeRight()
  try {
    correctionOf(field, value, held, replaces)
    if (!holdsMany(field)) mustBeNewest(validFrom, held[0]?.validFrom)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    cells.wrong(
      error.field === 'day' ? columns.known.title : columns.value.title,
      error.field === 'replaces' ? overtaken : error.message,
    )
  }
  cells.mustBeRight()
  return {
    number: cells.number,
    itemId,
    field,
    value,
    validFrom,
    sources,
    replaces,
    held: held.map(({ id }) => id),
    standing: base || (!holdsMany(field) && held.length > 0) ? 'changed' : 'new',
  }
}

const overtaken = 'Oplysningen er rettet på siden, efter at regnearket blev hentet. Hent et nyt regneark, og ret i det.'

/** The words for where it is said; unchanged words still mean the same lines of the same document. */
function sourcesIn(cells: RowReader, base: Fact | undefined): string[] {
  const title = columns.source.title
  if (base && unixLines(cells.cell(title).text) === base.source.trim()) return base.sources
  const words = cells.parsed(title, sourceWords)
  if (words !== undefined) return [saidIn(words)]
  if (cells.cell(title).text === '') cells.wrong(title, 'Skriv, hvor oplysningen står.')
  return []
}

const unknownField = (text: string): string =>
  `${text === '' ? 'Her mangler feltet.' : `${text} er ikke et felt i planen.`} Skriv det, som det står i arket, fx ${planFields.title.label}, ${planFields.planned.label} eller ${planFields.responsible.label}.`
