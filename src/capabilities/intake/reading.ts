import type { Sql } from '../../platform/db.ts'
import { type Checking, Faults, forgetFile, setAsking, setReady, setSurvey } from '../../platform/incoming.ts'
import { mappedRows } from '../../platform/mapping.ts'
import { openSheets, type Source } from '../../platform/sheet.ts'
import { CPR_SENTENCE } from '../../platform/values/cpr.ts'
import { municipalities, type PriceUnit, priceUnits } from '../offers/index.ts'
import { legalBases, targetGroupsOn } from '../terms/index.ts'
import type { Draft, Plan, Result } from './draft.ts'
import { isOurs } from './fields.ts'
import { judgeAll } from './judging-all.ts'
import { offerRow, type Reader } from './parse.ts'
import { planOf } from './planning.ts'
import { match } from './store/match.ts'
import { clearRows, countRows, stage } from './store/rows.ts'
import { basisBook, groupBook } from './words.ts'

type Reading = Checking<Draft> & { plan: Plan; source: Source; faults: Faults }

/** Reads a file to its end, row by row, and settles what confirming it would change; or asks what its columns are. */
export async function readOffers(checking: Checking<Draft>): Promise<void> {
  const { sql, draft, bytes, today } = checking
  const sources = await openSheets(bytes)
  const plan = await planOf(sql, draft, sources, today)
  if (!plan.chosen) return void (await setAsking(sql, draft.id, plan))
  const source = sources.find(({ name }) => name === plan.sheet)
  if (!source) throw new Error(`${draft.id} has no sheet ${plan.sheet}`)
  await setSurvey(sql, draft.id, plan)
  const faults = new Faults()
  const reading = { ...checking, plan, source, faults }
  await clearRows(sql, draft.id)
  await stageAll(reading)
  await match(sql, draft.id)
  await judgeAll(reading)
  await setReady(sql, draft.id, await resultOf(sql, draft.id, reading, sources))
  if (faults.errors.some(({ text }) => text === CPR_SENTENCE)) await forgetFile(sql, draft.id)
}

const BATCH = 500

/** Half of the way: the other half is judging. */
async function stageAll({ sql, draft, plan, source, faults, tell, today }: Reading): Promise<void> {
  const reader = await readerOf(sql, plan, today)
  let batch: ReturnType<typeof offerRow>[] = []
  for await (const mapped of mappedRows(source, plan, (rows) => tell(Math.floor(rows / 2), source.expected))) {
    const row = faults.reading(source.name, () => offerRow(mapped, reader))
    if (row) batch.push(row)
    if (batch.length < BATCH) continue
    await stage(sql, draft.id, batch)
    batch = []
  }
  await stage(sql, draft.id, batch)
}

async function readerOf(sql: Sql, { columns, fixed }: Plan, today: string): Promise<Reader> {
  const [all, bases, groups] = await Promise.all([municipalities(sql), legalBases(sql), targetGroupsOn(sql, today)])
  return {
    columns: new Map(columns.flatMap((column) => (column.field === undefined ? [] : [[column.field, column] as const]))),
    municipalities: all,
    bases: basisBook(bases),
    groups: groupBook(groups),
    usual: {
      per: fixed.per in priceUnits ? (fixed.per as PriceUnit) : undefined,
      year: /^\d{4}$/.test(fixed.year) ? Number(fixed.year) : undefined,
    },
  }
}

async function resultOf(sql: Sql, id: string, { plan, faults }: Reading, sources: readonly Source[]): Promise<Result> {
  const { wrong: _, ...counts } = await countRows(sql, id)
  const rowOf = (ref: string) => Number(/\d+$/.exec(ref)?.[0] ?? 0)
  return {
    ...counts,
    errors: [...faults.errors].sort((a, b) => rowOf(a.ref) - rowOf(b.ref)),
    wrong: faults.wrong,
    unread: plan.columns.filter(({ field }) => field === undefined).map(({ title }) => title),
    ours: plan.columns.filter(({ field }) => field !== undefined && isOurs(field)).map(({ title }) => title),
    skipped: sources.filter(({ name, expected }) => name !== plan.sheet && expected > 0).map(({ name }) => name),
  }
}
