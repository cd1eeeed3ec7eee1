import { setImmediate as breathe } from 'node:timers/promises'
import type { Sql } from '../../platform/db.ts'
import { type Checking, type Faults, RowErrors } from '../../platform/incoming.ts'
import type { Source } from '../../platform/sheet.ts'
import { municipalities, type Operator, type Standings, standingsOf } from '../offers/index.ts'
import { legalBases, targetGroupsOn } from '../terms/index.ts'
import { type Draft, mayWrite, type Plan } from './draft.ts'
import { naming } from './fields.ts'
import { judge } from './judge.ts'
import type { Court, Standing } from './judging.ts'
import { Ledger } from './ledger.ts'
import { type Judged, keepJudged, type Matched, rowsPerUnit, rowsToJudge } from './store/rows.ts'

const BATCH = 500

type Judging = Pick<Checking<Draft>, 'sql' | 'draft' | 'today' | 'tell'> & { plan: Plan; source: Source; faults: Faults }

/** Judges every row that is matched, a batch at a time, in the order of the file. */
export async function judgeAll({ sql, draft, today, tell, plan, source, faults }: Judging): Promise<void> {
  const court = await courtOf(sql, draft, plan, today)
  let done = 0
  for (let after = 0; ; ) {
    const rows = await rowsToJudge(sql, draft.id, after, BATCH)
    const last = rows.at(-1)
    if (!last) break
    const standings = await standingsOf(
      sql,
      some(rows, ({ offerId }) => offerId),
      some(rows, ({ operatorId }) => operatorId),
    )
    await keepJudged(
      sql,
      draft.id,
      rows.map((row) => judged(row, standings, court, { faults, sheet: source.name })),
    )
    after = last.number
    done += rows.length
    tell(Math.floor((source.expected + done) / 2), source.expected)
    await breathe()
  }
}

const some = (rows: readonly Matched[], id: (row: Matched) => number | undefined): number[] => [
  ...new Set(rows.flatMap((row) => id(row) ?? [])),
]

function judged(row: Matched, standings: Standings, court: Court, { faults, sheet }: { faults: Faults; sheet: string }): Judged {
  const { number, offerId, operatorId } = row
  try {
    return { number, offerId, operatorId, ...judge(row.cells, standingOf(row, standings, court.today), court) }
  } catch (error) {
    if (!(error instanceof RowErrors)) throw error
    faults.add(sheet, error.errors)
    return { number, offerId, operatorId, standing: 'wrong', changes: [], writes: undefined }
  }
}

function standingOf({ operatorId, offerId, unitId }: Matched, all: Standings, today: string): Standing {
  const offer = offerId === undefined ? undefined : all.offers.get(offerId)
  const units = offerId === undefined ? [] : (all.units.get(offerId) ?? [])
  const unit = units.find(({ id }) => id === unitId)
  const operator = (id: number | undefined): Operator | undefined => (id === undefined ? undefined : all.operators.get(id))
  return {
    operator: operator(operatorId),
    own: operator(offer?.operatorId),
    offer,
    units,
    unit,
    lines: (unit && all.lines.get(unit.id))?.filter(({ validUntil }) => validUntil === undefined || validUntil > today) ?? [],
    countsOf: (lineId) => all.counts.get(lineId) ?? [],
    prices: (unit && all.prices.get(unit.id)) ?? [],
  }
}

async function courtOf(sql: Sql, { id, scope }: Draft, { fixed, columns }: Plan, today: string): Promise<Court> {
  const { operatorId } = scope
  const [bases, groups, all, perUnit, standings] = await Promise.all([
    legalBases(sql),
    targetGroupsOn(sql, today),
    municipalities(sql),
    rowsPerUnit(sql, id),
    standingsOf(sql, [], operatorId === undefined ? [] : [operatorId]),
  ])
  const names = new Map(all.map(({ code, name }) => [code, name]))
  const letters = new Map(columns.map(({ field, letter }) => [field, letter]))
  return {
    today,
    asOf: fixed.asOf,
    source: fixed.source,
    bases,
    groups,
    municipality: (code) => (code === undefined ? undefined : names.get(code)),
    operator: operatorId === undefined ? undefined : standings.operators.get(operatorId),
    may: (partyId) => mayWrite(scope, partyId),
    mayAddOperators: scope.all,
    letterOf: (field) => letters.get(field) ?? naming.flatMap((key) => letters.get(key) ?? [])[0],
    rowsOf: (unitId) => perUnit.get(unitId) ?? 1,
    ledger: new Ledger(),
  }
}
