import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { type Finding, PAGE, type Sort } from '../finding.ts'
import type { Ownership, PlaceKind, PriceUnit, Status } from '../offer.ts'
import { agreementOf, conditions, type Judged, type Piece, rankOf } from './conditions.ts'

/** Places as they are found: a place line with its unit and offer, or a unit that has no places told. Danish: resultat. */
export type Found = {
  unitId: number
  /** undefined: no places are told of the unit. */
  lineId: number | undefined
  label: string | undefined
  offerId: number
  offerName: string
  unitName: string
  operatorName: string | undefined
  ownership: Ownership | undefined
  municipalityCode: number | undefined
  municipality: string | undefined
  status: Status
  kinds: PlaceKind[]
  /** Codes as people write them. */
  bases: string[]
  groups: string[]
  ages: string | undefined
  placesApproved: number | undefined
  placesInUse: number | undefined
  freePlaces: number | undefined
  freeFrom: Day | undefined
  confirmedOn: Day | undefined
  priceMinOre: number | undefined
  priceMaxOre: number | undefined
  pricePer: PriceUnit | undefined
  priceYear: number | undefined
  agreement: 'yes' | 'no' | 'unknown'
  specialised: boolean
  example: boolean
  asOf: string | undefined
  asOfDay: Day | undefined
  source: string
  sourceUrl: string | undefined
}

/** What the text of a finding is as a text query; undefined when nothing was written that can be looked for. */
export const textOf = (sql: Sql, query: string | undefined): Piece =>
  query === undefined ? sql`true` : sql`words @@ ${query}::tsquery`

const orderBy = (sql: Sql, sort: Sort, judged: Judged): Piece => {
  const orders: Record<Sort, () => Piece> = {
    best: () => sql`${rankOf(sql, judged)}, offer_name, unit_id, line_id`,
    name: () => sql`offer_name, unit_id, line_id`,
    municipality: () => sql`municipality_code nulls last, offer_name, unit_id, line_id`,
    distance: () =>
      sql`array_position(${(judged.near ?? []) as number[]}::int[], municipality_code) nulls last, offer_name, unit_id, line_id`,
    price: () => sql`price_min_ore nulls last, offer_name, unit_id, line_id`,
    places: () => sql`places_approved desc nulls last, offer_name, unit_id, line_id`,
  }
  return orders[sort]()
}

const details = (sql: Sql, page: Piece, judged: Judged) => sql<Found[]>`
  with page as (${page})
  select s.unit_id, nullif(s.line_id, 0) as line_id, l.label, s.offer_id, s.offer_name, u.name as unit_name, d.name as operator_name,
    s.ownership, s.municipality_code, m.name as municipality, s.status, s.kinds,
    array(select b.code from unnest(l.bases) as key join legal_basis b using (key) order by b.position) as bases,
    array(select t.label from place_group g join term t on t.id = g.term_id where g.place_line_id = l.id order by t.position) as groups,
    s.ages::text as ages, s.places_approved, s.places_in_use, s.free_places, s.free_from, s.confirmed_on,
    s.price_min_ore, s.price_max_ore, s.price_per, s.price_year,
    (array['yes', 'no', null, 'unknown'])[${agreementOf(sql, judged)}] as agreement,
    s.specialised, s.example or s.free_example as example, case when l.id is null then u.as_of else l.as_of end as as_of, case when l.id is null then u.as_of_day else l.as_of_day end as as_of_day,
    coalesce(l.source, u.source) as source, case when l.id is null then u.source_url else l.source_url end as source_url
  from page join offer_search s using (unit_id, line_id) join offer_unit u on u.id = s.unit_id
  left join place_line l on l.id = s.line_id
  left join operator d on d.id = s.operator_id left join municipality m on m.code = s.municipality_code
  order by page.place`

/** What is found, a page of it, or from the first on so many as `most` says. */
export function found(sql: Sql, finding: Finding, judged: Judged, text: string | undefined, most?: number): Promise<Found[]> {
  const holds = conditions(sql, finding, judged).map((condition) => sql`and ${condition.holds}`)
  const order = orderBy(sql, finding.sort, judged)
  const offset = most === undefined ? (finding.page - 1) * PAGE : 0
  return details(
    sql,
    sql`
      select unit_id, line_id, row_number() over () as place from (
        select unit_id, line_id from offer_search where ${textOf(sql, text)} ${holds}
        order by ${order} limit ${most ?? PAGE} offset ${offset}) as first`,
    judged,
  )
}

/** The places of some offers, as they would be found. */
export const foundOf = (sql: Sql, offerIds: readonly number[], judged: Judged): Promise<Found[]> =>
  details(
    sql,
    sql`
      select unit_id, line_id, row_number() over (order by array_position(${offerIds as number[]}::bigint[], offer_id), unit_id, line_id) as place
      from offer_search where offer_id = any(${offerIds as number[]})`,
    judged,
  )
