import {
  type Checking,
  type ColumnPlan,
  columnPlan,
  Faults,
  setAsking,
  setDone,
  setReady,
  setSurvey,
  type ToRead,
  type Writing,
} from '../../platform/incoming.ts'
import { findTitles, mappedRows, plainTitle } from '../../platform/mapping.ts'
import { firstRows, openSheets, type Source } from '../../platform/sheet.ts'
import { kronerText } from '../../platform/values/kroner.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type Draft, type Result, way } from './draft.ts'
import { fields } from './fields.ts'
import { NamesBefore } from './intake-names.ts'
import { costsTotal, type SheetLine } from './line.ts'
import { flatNow } from './line-input.ts'
import { isWritable } from './round.ts'
import { type Above, type Book, isHeading, isTotal, type ReadLine, readLine } from './row.ts'
import { limitsOn, linesOf, type Place, placesOf, predecessorsOf, touch } from './store/lines.ts'
import { type Standing, type StepBy, sheetFor, standingOf } from './store/rounds.ts'
import { clearStaged, hasStray, type StagedLine, stage, writeStaged } from './store/staged.ts'
import { Totals } from './totals.ts'

/** What a file must say: something that names a place or a tariff, and a price or a cost. */
export const columnsOf = ({ operatorId }: Pick<Draft['scope'], 'operatorId'>): ToRead => ({
  fields,
  from: { purpose: way.kind, sender: `operator:${operatorId}` },
  saysEnough: (columns) => columns.some(({ field }) => field === 'amount' || field?.startsWith('cost-')),
  missing: 'Vælg, i hvilken kolonne taksten eller omkostningerne står. Intet er læst.',
})

type Sheet = { source: Source; plan: Pick<ColumnPlan, 'to' | 'columns'> }

/** Sheets whose titles are those of the one that was chosen: an operator often has a sheet for each offer. */
async function alike(sources: readonly Source[], plan: ColumnPlan): Promise<Sheet[]> {
  const same: Sheet[] = []
  const fieldOf = new Map(
    plan.columns.flatMap(({ title, field }) => (field === undefined ? [] : [[plainTitle(title), field] as const])),
  )
  for (const source of sources) {
    if (source.name === plan.sheet) {
      same.push({ source, plan })
      continue
    }
    const titles = findTitles(
      await firstRows(source, plan.to + 30),
      plan.columns.map(({ title }) => title),
    )
    const columns = (titles?.columns ?? []).map((column) => {
      const known = plan.columns.find(({ title }) => plainTitle(title) === plainTitle(column.title))
      return {
        ...column,
        field: fieldOf.get(plainTitle(column.title)),
        by: 'same' as const,
        notation: known?.notation ?? ('comma' as const),
        factor: known?.factor ?? 1,
      }
    })
    if (titles && columns.filter(({ field }) => field !== undefined).length === fieldOf.size)
      same.push({ source, plan: { to: titles.to, columns } })
  }
  return same
}

const keyOf = (line: Omit<SheetLine, 'id'>): string =>
  [line.unitId, line.placeLineId ?? '', line.service.toLowerCase(), line.level.toLowerCase(), line.per, line.validFrom].join('|')

/** What a line says, the same for the same, whatever order it was written in. */
const saying = ({ costs, ...line }: Omit<SheetLine, 'id'>): string =>
  JSON.stringify([
    line.validUntil,
    line.addOn,
    line.places ?? null,
    line.occupancy === undefined ? null : Math.round(line.occupancy * 10_000),
    line.days ?? null,
    line.amountOre ?? null,
    line.netOre ?? null,
    line.regulationOre ?? null,
    line.was,
    line.note ?? null,
    line.explanation ?? null,
    Object.entries(costs).sort(([a], [b]) => (a < b ? -1 : 1)),
  ])

const BATCH = 1000

/** Reads a file to its end, row by row, and settles what confirming it would change; or asks what its columns are. */
export async function readTariffs(checking: Checking<Draft>): Promise<void> {
  const { sql, draft, bytes, today } = checking
  const sources = await openSheets(bytes)
  const plan = await columnPlan(sql, draft.survey, sources, columnsOf(draft.scope))
  if (!plan.chosen) return void (await setAsking(sql, draft.id, plan))
  const standing = await standingOf(sql, draft.scope.year, draft.scope.operatorId)
  if (!standing)
    throw new Refusal('file', 'no operator', `${draft.scope.operatorName} findes ikke længere i runden. Intet er gemt.`)
  await setSurvey(sql, draft.id, plan)
  await clearStaged(sql, draft.id)
  const { operatorId, year, sheetId } = standing
  const places = await placesOf(sql, operatorId)
  const names = new NamesBefore(await predecessorsOf(sql, operatorId, year, sheetId), places, year)
  const sheets = await alike(sources, plan)
  const tolerance = (await limitsOn(sql, today)).toleranceOre
  const reading = new Reading(checking, standing, { places, names, tolerance })
  await reading.begin()
  for (const sheet of sheets) await reading.read(sheet)
  reading.end()
  await setReady(sql, draft.id, reading.result(plan, sources, sheets))
}

type Against = { places: readonly Place[]; names: NamesBefore; tolerance: number }

/** One file on its way through: what has been seen, what was wrong, and what it comes to. */
class Reading {
  readonly #checking: Checking<Draft>
  readonly #standing: Standing
  readonly #places: readonly Place[]
  readonly #names: NamesBefore
  readonly #tolerance: number
  readonly #faults = new Faults()
  readonly #notes: string[] = []
  readonly #there = new Map<string, string>()
  readonly #based = new Map<string, SheetLine>()
  readonly #seen = new Map<string, string>()
  readonly #counts = { new: 0, changed: 0, same: 0, passed: 0 }
  #batch: StagedLine[] = []
  #before = 0

  constructor(checking: Checking<Draft>, standing: Standing, { places, names, tolerance }: Against) {
    this.#checking = checking
    this.#standing = standing
    this.#places = places
    this.#names = names
    this.#tolerance = tolerance
  }

  async begin(): Promise<void> {
    const { sheetId } = this.#standing
    const lines = sheetId === undefined ? [] : await linesOf(this.#checking.sql, sheetId)
    for (const line of lines) {
      this.#there.set(keyOf(line), saying(line))
      if (line.basis) this.#based.set(keyOf(line), line)
    }
  }

  async read({ source, plan }: Sheet): Promise<void> {
    const { draft, tell } = this.#checking
    const book: Book = {
      year: draft.scope.year,
      columns: new Map(plan.columns.flatMap((column) => (column.field === undefined ? [] : [[column.field, column] as const]))),
      places: this.#places,
      sheetName: source.name,
    }
    const totals = new Totals(book, this.#tolerance)
    let above: Above = { offer: '', unit: '' }
    for await (const row of mappedRows(source, plan, (rows) => tell(this.#before + rows, source.expected))) {
      if (isTotal(row)) {
        this.#counts.passed += 1
        this.#note(...totals.check(row, source.name))
        continue
      }
      const text = (key: string) => row.cells.get(key)?.text ?? ''
      const offer = text('offer') || above.offer
      above = { offer, unit: text('unit') || (text('offer') === '' ? above.unit : '') }
      if (isHeading(row)) {
        this.#counts.passed += 1
        continue
      }
      const line = this.#faults.reading(source.name, () => readLine(row, book, above))
      totals.add(row)
      if (line) this.#names.add(line.line, { sheet: source.name, ref: row.cells.get('was')?.ref ?? `række ${line.number}` })
      if (line) await this.#take(line, source.name, row.cells.values().next().value?.ref ?? '')
    }
    this.#before += source.expected
    await this.#flush()
  }

  /** A total may stand in thousands without saying so, where its costs do. */
  #agrees(totalOre: number, costs: number): boolean {
    return [totalOre, totalOre * 1000].some((told) => Math.abs(told - costs) <= this.#tolerance)
  }

  async #take({ line, name, number, totalOre }: ReadLine, sheet: string, ref: string): Promise<void> {
    const key = keyOf(line)
    const first = this.#seen.get(key)
    if (first !== undefined) {
      this.#faults.add(sheet, [{ ref, text: `Den samme takst står også i ${first}. Slet den ene, eller giv dem hver sit navn.` }])
      return
    }
    this.#seen.set(key, `række ${number}${sheet === '' ? '' : ` på arket »${sheet}«`}`)
    const costs = costsTotal(line.costs)
    if (totalOre !== undefined && costs !== undefined && !this.#agrees(totalOre, costs))
      this.#note(`Række ${number}: omkostningerne giver ${kronerText(costs)}, men der står ${kronerText(totalOre)} i alt.`)
    if (line.placeLineId === undefined && costs !== undefined)
      this.#note(`Række ${number}: afdelingen har flere slags pladser, så taksten kan ikke beregnes. Skriv pladstypen.`)
    const before = this.#there.get(key)
    const kept = this.#withBasis(line, key, number)
    const change = before === undefined ? 'new' : before === saying(kept) ? 'same' : 'changed'
    this.#counts[change] += 1
    this.#batch.push({ number, sheet, change, name, line: kept })
    if (this.#batch.length >= BATCH) await this.#flush()
  }

  /** When all of it is read. */
  end(): void {
    this.#names.check(this.#faults)
  }

  /** What a whole basis comes to is not written over by a workbook; that it says something else is told. */
  #withBasis(line: ReadLine['line'], key: string, number: number): ReadLine['line'] {
    const based = this.#based.get(key)
    if (!based) return line
    const { basis: _, ...flat } = flatNow(based)
    const kept = { ...line, ...flat }
    if (saying(kept) !== saying(line))
      this.#note(
        `Række ${number}: taksten har et fuldt beregningsgrundlag, så omkostninger, pladser og belægning i regnearket bruges ikke. Ret dem i grundlaget.`,
      )
    return kept
  }

  #note(...texts: string[]): void {
    for (const text of texts) if (this.#notes.length < 200) this.#notes.push(text)
  }

  async #flush(): Promise<void> {
    if (this.#batch.length > 0) await stage(this.#checking.sql, this.#checking.draft.id, this.#batch)
    this.#batch = []
  }

  result(plan: ColumnPlan, sources: readonly Source[], sheets: readonly Sheet[]): Result {
    const read = new Set(sheets.map(({ source }) => source.name))
    return {
      ...this.#counts,
      untouched: [...this.#there.keys()].filter((key) => !this.#seen.has(key)).length,
      revision: this.#standing.revision,
      notes: this.#notes,
      errors: this.#faults.errors,
      wrong: this.#faults.wrong,
      unread: plan.columns.filter(({ field }) => field === undefined).map(({ title }) => title),
      sheets: [...read],
      skipped: sources.filter(({ name, expected }) => !read.has(name) && expected > 0).map(({ name }) => name),
    }
  }
}

/** Writes what was confirmed in the caller's transaction. `moved`: the sheet has changed since the preview. */
export async function writeTariffs(
  { sql, draft, now, today, tell }: Writing<Draft>,
  by?: Pick<StepBy, 'actorName' | 'role'>,
): Promise<'done' | 'moved'> {
  const { result, scope } = draft
  const standing = await standingOf(sql, scope.year, scope.operatorId)
  if (!standing || !result)
    throw new Refusal(undefined, 'gone', 'Takstrunden eller driftsherren findes ikke længere. Intet er gemt.')
  if (!isWritable(standing.state))
    throw new Refusal(
      undefined,
      'locked',
      'Takstskemaet er indsendt i mellemtiden, så regnearket kan ikke gemmes i det. Intet er gemt.',
    )
  if (standing.revision !== result.revision || (await hasStray(sql, draft.id, scope.operatorId))) return 'moved'
  const who = {
    actorId: draft.personId,
    actorName: by?.actorName ?? scope.operatorName,
    role: by?.role ?? 'contributor',
    today,
    now,
  }
  const sheetId = await sheetFor(sql, standing, who)
  await writeStaged(sql, { draftId: draft.id, sheetId, now }, tell)
  await touch(sql, sheetId)
  await setDone(sql, draft.id)
  return 'done'
}
