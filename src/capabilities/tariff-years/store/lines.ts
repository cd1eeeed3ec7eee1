import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { parameterOn } from '../../rules/index.ts'
import type { PlacedLine, SheetLine } from '../line.ts'
import { type Predecessor, Predecessors } from '../predecessor.ts'
import type { Before, Limits } from '../warning.ts'

export const columns = (sql: Sql) => sql`
  l.id, l.unit_id, l.place_line_id, l.service, l.level, l.add_on, l.per, l.places::float8 as places, l.occupancy::float8 as occupancy,
  l.days, l.amount_ore, l.net_ore, l.costs, l.basis, l.regulation_ore, l.valid_from, l.valid_until, l.was, l.note, l.explanation, o.id as offer_id,
  o.name as offer_name, u.name as unit_name, p.kind, l.origin`

/** A sheet's lines in the order of the workbook, or one page of them. */
export const linesOf = (sql: Sql, sheetId: number, { most = 100_000, from = 0 } = {}): Promise<PlacedLine[]> => sql<PlacedLine[]>`
  select ${columns(sql)} from tariff_sheet_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
  left join place_line p on p.id = l.place_line_id
  where l.sheet_id = ${sheetId} order by o.name collate danish, u.name collate danish, l.position, l.id limit ${most} offset ${from}`

export async function lineWith(sql: Sql, sheetId: number, id: number): Promise<PlacedLine | undefined> {
  const [line] = await sql<PlacedLine[]>`
    select ${columns(sql)} from tariff_sheet_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
    left join place_line p on p.id = l.place_line_id where l.sheet_id = ${sheetId} and l.id = ${id}`
  return line
}

const PART = 1000

/** All of a sheet's lines, a part at a time, so that never more than a part is held. */
export const eachLine = (sql: Sql, sheetId: number): AsyncIterable<PlacedLine[]> =>
  sql<PlacedLine[]>`
    select ${columns(sql)} from tariff_sheet_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
    left join place_line p on p.id = l.place_line_id
    where l.sheet_id = ${sheetId} order by o.name collate danish, u.name collate danish, l.position, l.id`.cursor(PART)

type NewLine = Omit<SheetLine, 'id'>

const values = (line: NewLine) => ({
  unitId: line.unitId,
  placeLineId: line.placeLineId ?? null,
  service: line.service,
  level: line.level,
  addOn: line.addOn,
  per: line.per,
  places: line.places ?? null,
  occupancy: line.occupancy ?? null,
  days: line.days ?? null,
  amountOre: line.amountOre ?? null,
  netOre: line.netOre ?? null,
  regulationOre: line.regulationOre ?? null,
  validFrom: line.validFrom,
  validUntil: line.validUntil,
  was: line.was,
  note: line.note ?? null,
  explanation: line.explanation ?? null,
})

/** Adds a line; undefined when the same tariff of the same period is there already. */
export async function addLine(sql: Sql, sheetId: number, line: NewLine, now: Date): Promise<number | undefined> {
  const [row] = await sql<{ id: number }[]>`
    insert into tariff_sheet_line ${sql({ ...values(line), costs: sql.json(line.costs), sheetId, recordedAt: now })}
    on conflict do nothing returning id`
  await touch(sql, sheetId)
  return row?.id
}

export async function changeLine(sql: Sql, sheetId: number, id: number, line: NewLine, now: Date): Promise<void> {
  await sql`update tariff_sheet_line set ${sql({ ...values(line), costs: sql.json(line.costs), recordedAt: now })} where id = ${id} and sheet_id = ${sheetId}`
  await touch(sql, sheetId)
}

/** Gives a line its whole basis, or takes it away again, with the flat numbers it comes to. */
export async function setBasis(sql: Sql, sheetId: number, line: SheetLine, now: Date): Promise<void> {
  const basis = line.basis === undefined ? null : sql.json(line.basis as never)
  await sql`
    update tariff_sheet_line set ${sql({ ...values(line), costs: sql.json(line.costs), basis, recordedAt: now })}
    where id = ${line.id} and sheet_id = ${sheetId}`
  await touch(sql, sheetId)
}

export async function removeLine(sql: Sql, sheetId: number, id: number): Promise<void> {
  await sql`delete from tariff_sheet_line where id = ${id} and sheet_id = ${sheetId}`
  await touch(sql, sheetId)
}

export const touch = (sql: Sql, sheetId: number) => sql`update tariff_sheet set revision = revision + 1 where id = ${sheetId}`

/** Where an operator can have a tariff: its units with their place lines. */
export type Place = {
  unitId: number
  unitName: string
  offerId: number
  offerName: string
  portalId: string | undefined
  offerPortalId: string | undefined
  pNumber: string | undefined
  lines: {
    id: number
    label: string
    kind: 'residential' | 'day' | 'ambulant' | 'respite' | undefined
    places: number | undefined
  }[]
}

export const placesOf = (sql: Sql, operatorId: number): Promise<Place[]> => sql<Place[]>`
  select u.id as unit_id, u.name as unit_name, o.id as offer_id, o.name as offer_name, u.portal_id, o.portal_id as offer_portal_id, u.p_number,
    (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', l.id, 'label', l.label, 'kind', l.kind, 'places',
      (select c.approved from place_count c where c.place_line_id = l.id order by c.valid_from desc nulls last limit 1))) order by l.id), '[]')
      from place_line l where l.unit_id = u.id) as lines
  from offer_unit u join offer o on o.id = u.offer_id where o.operator_id = ${operatorId}
  order by o.name collate danish, u.position, u.id`

/** What the operator's tariffs were at the end of the year before, with the costs of that year's sheet where there is one. */
export const beforeOf = (sql: Sql, operatorId: number, year: number): Promise<Before[]> => sql<Before[]>`
  select v.tariff_id, t.unit_id, v.offer_name, v.unit_name, v.service, v.level, v.per, v.amount_ore, v.places::float8 as places,
    coalesce(l.costs, '{}') as costs
  from (select distinct on (tariff_id) * from tariff_version where operator_id = ${operatorId} and year = ${year - 1} and current
    and not withdrawn order by tariff_id, valid_from desc) v
  join tariff t on t.id = v.tariff_id
  left join lateral (select costs from tariff_sheet_line l where l.sheet_id = v.sheet_id and l.unit_id = t.unit_id
    and lower(l.service) = lower(v.service) and lower(l.level) = lower(v.level) and l.per = v.per order by l.valid_from desc limit 1) l on true
  order by v.id`

/** A share or a sum of the rules. A bound nobody has told of does not warn. */
export async function limitsOn(sql: Sql, day: Day): Promise<Limits> {
  const [mostPerUnit, mostAddOns, jump, low, high, tolerance] = await Promise.all([
    parameterOn(sql, 'tariffs.mostPerUnit', day),
    parameterOn(sql, 'tariffs.mostAddOns', day),
    parameterOn(sql, 'tariffs.costJump', day),
    parameterOn(sql, 'tariff.occupancy.lower', day),
    parameterOn(sql, 'tariff.occupancy.upper', day),
    parameterOn(sql, 'tariffs.sumTolerance', day),
  ])
  return {
    mostPerUnit,
    mostAddOns,
    jump: jump / 100,
    occupancyLow: low / 100,
    occupancyHigh: high / 100,
    toleranceOre: tolerance * 100,
  }
}

/** What lines of a sheet can have been: the operator's tariffs of the year before, and those of the sheet that end within the year. */
export async function predecessorsOf(sql: Sql, operatorId: number, year: number, sheetId?: number): Promise<Predecessors> {
  const [published, ended] = await Promise.all([
    sql<Predecessor[]>`
      select distinct on (v.tariff_id) v.tariff_id, v.offer_name, t.unit_id, v.unit_name, v.service, v.level, v.per, v.places::float8 as places
      from tariff_version v join tariff t on t.id = v.tariff_id
      where v.operator_id = ${operatorId} and v.year = ${year - 1} and v.current and not v.withdrawn
      order by v.tariff_id, v.valid_from desc nulls last`,
    sql<Predecessor[]>`
      select o.name as offer_name, l.unit_id, u.name as unit_name, l.service, l.level, l.per, l.places::float8 as places
      from tariff_sheet_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
      where l.sheet_id = ${sheetId ?? 0} and l.valid_until < ${`${year + 1}-01-01`} order by l.id`,
  ])
  return new Predecessors([...published, ...ended])
}

/** Changes whenever what a sheet is held against does: its lines, the year before, accounts, and what offers and units are called. */
export async function stampOf(sql: Sql, { sheetId, operatorId, year }: { sheetId: number; operatorId: number; year: number }) {
  const [row] = await sql<{ stamp: string }[]>`
    select concat_ws('|', s.revision, b.newest, b.standing, n.names, a.newest) as stamp from tariff_sheet s,
      (select max(id) as newest from tariff_account where place_line_id in
        (select place_line_id from tariff_sheet_line where sheet_id = ${sheetId})) a,
      (select max(id) as newest, count(*) filter (where current and not withdrawn) as standing from tariff_version
        where operator_id = ${operatorId} and year = ${year - 1}) b,
      (select md5(string_agg(o.name || '/' || u.name, '|' order by u.id)) as names
        from offer_unit u join offer o on o.id = u.offer_id where o.operator_id = ${operatorId}) n
    where s.id = ${sheetId}`
  return row?.stamp ?? ''
}

/** Lines of a sheet at an offer that its operator does not run any more. */
export const strayLines = (
  sql: Sql,
  sheetId: number,
  operatorId: number,
): Promise<{ offerName: string; status: string }[]> => sql<{ offerName: string; status: string }[]>`
  select distinct o.name as offer_name, o.status from tariff_sheet_line l join offer_unit u on u.id = l.unit_id join offer o on o.id = u.offer_id
  where l.sheet_id = ${sheetId} and (o.operator_id is distinct from ${operatorId} or o.status = 'closed') order by 1 limit 3`
