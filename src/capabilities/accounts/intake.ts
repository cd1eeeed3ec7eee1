import {
  type Checking,
  columnPlan,
  Faults,
  setAsking,
  setDone,
  setReady,
  setSurvey,
  type ToRead,
  type Writing,
} from '../../platform/incoming.ts'
import { mappedRows } from '../../platform/mapping.ts'
import { openSheets } from '../../platform/sheet.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { operatorWith } from '../offers/index.ts'
import { isTotal, placesOf } from '../tariff-years/index.ts'
import { accountsOf, addAccount, type KeptAccount, linesOfOperator, mustNotBeTwice, sameFigures } from '../tariffs/index.ts'
import { type Draft, way } from './draft.ts'
import { fields } from './fields.ts'
import { type Above, type Book, isHeading, type NewYear, type ReadYear, readYear } from './row.ts'
import { clearStaged, type StagedYear, stage, stagedYears } from './store/staged.ts'

/** What a file must say: what was earned, or how places were used. */
export const columnsOf = ({ operatorId }: Pick<Draft['scope'], 'operatorId'>): ToRead => ({
  fields,
  from: { purpose: way.kind, sender: `operator:${operatorId}` },
  saysEnough: (columns) => columns.some(({ field }) => field === 'revenue' || field === 'occupancy'),
  missing: 'Vælg, i hvilken kolonne indtægten eller belægningen står. Intet er læst.',
})

/** What stands of an operator's year, and the newest of all its accounts, so that a change meanwhile is seen. */
async function standing(sql: Checking<Draft>['sql'], { operatorId, year }: Draft['scope']) {
  const lines = await linesOfOperator(sql, operatorId)
  const all = await accountsOf(
    sql,
    lines.map(({ placeLineId }) => placeLineId),
  )
  const accounts = all.filter((one) => one.year === year)
  return { accounts, newest: accounts.reduce((most, { id }) => Math.max(most, id), 0) }
}

const keyOf = ({ placeLineId, label }: { placeLineId: number; label: string }) =>
  `${placeLineId}|${label.toLocaleLowerCase('da')}`

/** Reads a file to its end, and settles what confirming it would change; or asks what its columns are. */
export async function readAccounts(checking: Checking<Draft>): Promise<void> {
  const { sql, draft, bytes, tell } = checking
  const sources = await openSheets(bytes)
  const plan = await columnPlan(sql, draft.survey, sources, columnsOf(draft.scope))
  if (!plan.chosen) return void (await setAsking(sql, draft.id, plan))
  if (!(await operatorWith(sql, draft.scope.operatorId)))
    throw new Refusal('file', 'no operator', `${draft.scope.operatorName} findes ikke længere. Intet er gemt.`)
  await setSurvey(sql, draft.id, plan)
  await clearStaged(sql, draft.id)
  const now = await standing(sql, draft.scope)
  const reading = new Reading(checking, now.accounts)
  const source = sources.find(({ name }) => name === plan.sheet)
  const book: Book = {
    year: draft.scope.year,
    columns: new Map(plan.columns.flatMap((column) => (column.field === undefined ? [] : [[column.field, column] as const]))),
    places: await placesOf(sql, draft.scope.operatorId),
    sheetName: plan.sheet,
  }
  if (source) for await (const row of mappedRows(source, plan, (rows) => tell(rows, source.expected))) reading.row(row, book)
  if (reading.rows.length > 0) await stage(sql, draft.id, reading.rows)
  await setReady(sql, draft.id, {
    ...reading.counts,
    newest: now.newest,
    errors: reading.faults.errors,
    wrong: reading.faults.wrong,
    unread: plan.columns.filter(({ field }) => field === undefined).map(({ title }) => title),
    sheets: [plan.sheet],
    skipped: sources.filter(({ name, expected }) => name !== plan.sheet && expected > 0).map(({ name }) => name),
  })
}

/** One file on its way through: what has been seen, and what was wrong. */
class Reading {
  readonly faults = new Faults()
  readonly rows: StagedYear[] = []
  readonly counts = { new: 0, changed: 0, same: 0, passed: 0 }
  readonly #checking: Checking<Draft>
  readonly #there: ReadonlyMap<string, KeptAccount>
  readonly #seen = new Map<string, string>()
  #above: Above = { offer: '', unit: '' }

  constructor(checking: Checking<Draft>, accounts: readonly KeptAccount[]) {
    this.#checking = checking
    this.#there = new Map(accounts.map((one) => [keyOf(one), one]))
  }

  row(row: Parameters<typeof readYear>[0], book: Book): void {
    const text = (key: string) => row.cells.get(key)?.text ?? ''
    const offer = text('offer') || this.#above.offer
    this.#above = { offer, unit: text('unit') || (text('offer') === '' ? this.#above.unit : '') }
    if (isTotal(row) || isHeading(row)) {
      this.counts.passed += 1
      return
    }
    const read = this.faults.reading(book.sheetName, () =>
      readYear(row, book, { above: this.#above, today: this.#checking.today }),
    )
    if (read) this.#take(read, book)
  }

  #take({ number, ref, year, name }: ReadYear, { sheetName }: Book): void {
    const before = this.#there.get(keyOf(year))
    const change = before === undefined ? 'new' : isSame(year, before) ? 'same' : 'changed'
    const wrong = this.#wrong(year, number, change)
    if (wrong !== undefined) {
      this.faults.add(sheetName, [{ ref, text: wrong }])
      return
    }
    this.counts[change] += 1
    this.rows.push({ number, sheet: sheetName, change, name, account: { ...year, label: before?.label ?? year.label } })
  }

  #wrong(year: NewYear, number: number, change: StagedYear['change']): string | undefined {
    const first = this.#seen.get(keyOf(year))
    if (first !== undefined) return `De samme pladser står også i ${first}. Slet den ene.`
    this.#seen.set(keyOf(year), `række ${number}`)
    const unexplained = change === 'changed' && year.reason === undefined
    return (
      this.#twice(year) ??
      (unexplained ? 'Rækken retter et regnskab, der er modtaget. Skriv hvorfor i kolonnen »Hvorfor det rettes«.' : undefined)
    )
  }

  /** Told for the places as a whole and for one of their tariffs: counted twice. */
  #twice(year: NewYear): string | undefined {
    const of = { placeLineId: year.placeLineId, label: year.label, year: this.#checking.draft.scope.year }
    const others = [...this.#there.values(), ...this.rows.map(({ account }) => ({ ...of, ...account, year: of.year }))]
    try {
      mustNotBeTwice(
        of,
        others.filter(({ placeLineId }) => placeLineId === of.placeLineId),
      )
      return undefined
    } catch (error) {
      if (error instanceof Refusal) return error.message.replace(/ Intet er gemt\.$/, '')
      throw error
    }
  }
}

/** A source the row does not name is no change. */
const isSame = (year: NewYear, before: KeptAccount): boolean =>
  sameFigures(year, before) &&
  (year.source === undefined || year.source === before.source) &&
  (year.sourceDay === undefined || year.sourceDay === before.sourceDay) &&
  (year.note ?? '') === (before.note ?? '')

/** Writes what was confirmed in the caller's transaction. `moved`: somebody has written since the preview. */
export async function writeAccounts(
  { sql, draft, now, today }: Omit<Writing<Draft>, 'tell'>,
  actorName = draft.scope.operatorName,
): Promise<'done' | 'moved'> {
  const { scope, result } = draft
  const there = await standing(sql, scope)
  if (there.newest !== result?.newest) return 'moved'
  const before = new Map(there.accounts.map((one) => [keyOf(one), one]))
  for (const { account, change } of await stagedYears(sql, draft.id)) {
    const { source, sourceDay, reason, note, ...figures } = account
    const was = before.get(keyOf(account))
    await addAccount(sql, {
      ...absent,
      ...figures,
      year: scope.year,
      source: source ?? was?.source ?? `Regneark »${draft.fileName}«`,
      sourceDay: sourceDay ?? was?.sourceDay ?? today,
      reason: change === 'changed' ? reason : undefined,
      ...{ note, example: false, actorId: draft.personId, actorName, now },
    })
  }
  await setDone(sql, draft.id)
  return 'done'
}

/** What JSON leaves out is not told. */
const absent = {
  revenueOre: undefined,
  costsOre: undefined,
  regulationOre: undefined,
  budgetOre: undefined,
  basisOre: undefined,
  occupancyPercent: undefined,
  daysUsed: undefined,
}
