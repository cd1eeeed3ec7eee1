import type { Sql } from '../../../platform/db.ts'
import { dayOf } from '../../../platform/values/day.ts'
import { ruleSetOfYear } from '../../tariffs/index.ts'
import { flatOf } from '../basis.ts'
import { attempt } from '../calculating.ts'
import type { SheetLine } from '../line.ts'
import { deadlineOf, type Step } from '../round.ts'
import { inventAccount } from './example-account.ts'
import { exampleBasis, exampleHours } from './example-basis.ts'
import { publishExamples } from './example-tariffs.ts'
import { addLine, placesOf, setBasis } from './lines.ts'
import { addStep, deadlineRules, openRound, roundOf, type Standing, sheetFor, standings } from './rounds.ts'

/** Invented tariffs at the invented offer, and sheets at real operators that nobody but they and the secretariat sees. */

const WHO = { actorId: undefined, actorName: 'Eksempel' }

type On = { sheetId: number; standing: Standing; now: Date }

/** Two tariffs of each sheet are told in full, with what they come to. */
async function giveBasis(sql: Sql, line: SheetLine, { sheetId, standing, now }: On): Promise<void> {
  const tried = attempt(line, standing.ownership, await ruleSetOfYear(sql, standing.year))
  if (tried && 'calculated' in tried) await setBasis(sql, sheetId, { ...line, ...flatOf(tried.calculated.result) }, now)
}

/** The second tariff of each sheet changes within the year. */
const changeInJuly = (sql: Sql, sheetId: number, line: Omit<SheetLine, 'id'>, now: Date) =>
  addLine(
    sql,
    sheetId,
    { ...line, validFrom: `${line.validFrom.slice(0, 4)}-07-01`, costs: { ...line.costs, pay: 731_000_000 } },
    now,
  )

const PATHS: readonly (readonly Step[])[] = [[], ['handed_in'], ['handed_in', 'asked'], ['handed_in', 'approved']]

/** A round of next year in which four operators are at four different points. */
async function openExample(sql: Sql, year: number, now: Date): Promise<void> {
  if (await roundOf(sql, year)) return
  const today = dayOf(now)
  const due = (await deadlineRules(sql, today)).map((rule) => ({
    ownership: rule.ownership,
    day: deadlineOf(rule, year),
    source: rule.source,
  }))
  await openRound(
    sql,
    {
      year,
      openedOn: today < `${year - 1}-08-15` ? today : `${year - 1}-08-15`,
      note: 'Eksempel på en takstrunde.',
      example: true,
    },
    due,
    {
      ...WHO,
      recordedAt: now,
    },
  )
  const by = { ...WHO, role: 'contributor', today, now, example: true }
  const municipal = (await standings(sql, year)).filter(
    ({ ownership, partyId }) => ownership === 'municipal' && partyId !== undefined,
  )
  for (const [at, standing] of municipal.slice(0, PATHS.length).entries()) {
    const sheetId = await sheetFor(sql, standing, by)
    const places = await placesOf(sql, standing.operatorId)
    for (const [index, place] of places.slice(0, 3).entries()) {
      const line = {
        unitId: place.unitId,
        placeLineId: place.lines[0]?.id,
        service: 'Døgntakst',
        level: '',
        addOn: false,
        per: 'full_day',
        places: 8 + index,
        occupancy: 0.97,
        days: 365,
        amountOre: undefined,
        netOre: undefined,
        costs: { pay: 640_000_000 + index * 35_000_000, property: 62_000_000, operation: 48_000_000, overhead: 45_000_000 },
        regulationOre: undefined,
        validFrom: `${year}-01-01`,
        validUntil: `${year + 1}-01-01`,
        note: undefined,
        explanation: undefined,
      } as const
      const until = index === 1 ? { validUntil: `${year}-07-01` } : {}
      const id = await addLine(sql, sheetId, { ...line, ...until, was: [] }, now)
      if (index === 1) await changeInJuly(sql, sheetId, { ...line, was: [] }, now)
      if (line.placeLineId !== undefined) await inventAccount(sql, index, { placeLineId: line.placeLineId, year: year - 2 })
      if (index > 0 || id === undefined) continue
      const on = { sheetId, standing, now }
      await giveBasis(sql, { ...line, was: [], id, basis: exampleBasis(year) }, on)
      const hourly = { ...line, service: 'Støtte efter § 85', per: 'hour', places: undefined, was: [] } as const
      const hourId = await addLine(sql, sheetId, { ...hourly, was: [] }, now)
      if (hourId !== undefined) await giveBasis(sql, { ...hourly, was: [], id: hourId, basis: exampleHours }, on)
    }
    for (const step of PATHS[at] ?? [])
      await addStep(sql, sheetId, { step, ...(step === 'asked' ? { note: 'Hvorfor er lønnen steget?' } : {}) }, by)
  }
}

const counted = async (sql: Sql): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`
    select (select count(*) from tariff_version where example) + (select count(*) from tariff_sheet where example) as count`
  return Number(row?.count ?? 0)
}

export const exampleTariffs = {
  label: 'takster og takstskemaer',
  count: counted,
  async load(sql: Sql): Promise<void> {
    const now = new Date()
    const year = Number(dayOf(now).slice(0, 4)) + 1
    await publishExamples(sql, year - 1, now)
    await openExample(sql, year, now)
  },
  async remove(sql: Sql): Promise<void> {
    await sql`select set_config('faelles.removing_examples', 'yes', true)`
    await sql`delete from tariff_sheet_line where sheet_id in (select id from tariff_sheet where example)`
    await sql`delete from tariff_sheet_step where sheet_id in (select id from tariff_sheet where example)`
    await sql`delete from tariff_sheet where example`
    await sql`delete from tariff_lineage where example or from_tariff_id in (select id from tariff where example)
      or to_tariff_id in (select id from tariff where example)`
    await sql`delete from tariff_version where example`
    await sql`delete from tariff where example and not exists (select from tariff_version v where v.tariff_id = tariff.id)`
    const rounds = sql`select year from tariff_round r where example and not exists (select from tariff_sheet s where s.year = r.year)`
    await sql`delete from tariff_reminder where year in (${rounds})`
    await sql`delete from tariff_round_deadline where year in (${rounds})`
    await sql`delete from tariff_round r where example and not exists (select from tariff_sheet s where s.year = r.year)`
    await sql`update tariff_round set example = false where example`
  },
}
