import type { Sql } from '../../../platform/db.ts'
import type { Ownership, PlaceKind, PriceUnit, Provenance } from '../../offers/index.ts'
import { parameterOn } from '../../rules/index.ts'
import { netOf } from '../tariff.ts'
import { type NewVersion, publishVersions } from './publish.ts'

type Price = Provenance & {
  uuid: string
  version: number
  offerId: number
  unitId: number
  placeLineId: number | undefined
  label: string
  amountOre: number
  per: PriceUnit
  year: number | undefined
  withdrawn: boolean
  note: string | undefined
  approved: number | undefined
  budgetedOccupancy: number | undefined
  ownership: Ownership | undefined
  kind: PlaceKind | undefined
  bases: string[]
  groups: string[]
  beforeId: number | undefined
  beforeVersion: number | undefined
  tariffId: number | undefined
}

/** Prices of the register that are not tariffs yet as they stand now. */
const pricesToTake = (sql: Sql): Promise<Price[]> => sql<Price[]>`
  with p as materialized (
    select p.* from offer_price p
    where not exists (select from tariff_version v where v.origin = 'price:' || p.uuid || ':' || p.version))
  select p.uuid, p.version, u.offer_id, p.unit_id, coalesce(p.place_line_id, line.id) as place_line_id, p.label, p.amount_ore, p.per,
    p.year, p.withdrawn, p.note, p.source, p.source_url, p.as_of, p.as_of_day, p.example, d.ownership, line.kind,
    coalesce(line.bases, '{}') as bases, before.id as before_id, before.version as before_version, before.tariff_id,
    array(select t.label from place_group g join term t on t.id = g.term_id where g.place_line_id = line.id order by t.position, t.id) as groups,
    c.approved, c.budgeted_occupancy::float8 as budgeted_occupancy
  from p join offer_unit u on u.id = p.unit_id join offer o on o.id = u.offer_id left join operator d on d.id = o.operator_id
  left join lateral (select l.* from place_line l where l.unit_id = u.id
    and (l.id = p.place_line_id or (p.place_line_id is null and (select count(*) from place_line where unit_id = u.id) = 1))) line on true
  left join lateral (select * from place_count c where c.place_line_id = line.id order by valid_from desc nulls last limit 1) c on true
  left join lateral (select * from tariff_version v where v.origin collate "C" >= 'price:' || p.uuid || ':' and v.origin collate "C" < 'price:' || p.uuid || ';' and v.current
    order by v.id desc limit 1) before on true
  where not (p.withdrawn and before.id is null)
  order by p.id`

const versionOf = (price: Price, share: number, now: Date): NewVersion => ({
  offerId: price.offerId,
  unitId: price.unitId,
  placeLineId: price.placeLineId,
  service: price.label,
  level: '',
  addOn: false,
  per: price.per,
  tariffId: price.tariffId,
  year: price.year,
  amountOre: price.amountOre,
  ...(price.ownership === 'private' ? { netOre: netOf(price.amountOre, share), vatShare: share } : {}),
  validFrom: price.year === undefined ? undefined : `${price.year}-01-01`,
  validUntil: price.year === undefined ? undefined : `${price.year + 1}-01-01`,
  places: price.approved,
  occupancy: price.budgetedOccupancy === undefined ? undefined : price.budgetedOccupancy / 100,
  basis: 'not_received',
  source: price.source,
  sourceUrl: price.sourceUrl,
  asOf: price.asOf,
  asOfDay: price.asOfDay,
  example: price.example,
  note: price.note,
  withdrawn: price.withdrawn,
  origin: `price:${price.uuid}:${price.version}`,
  ...(price.beforeId === undefined
    ? {}
    : {
        correctsId: price.beforeId,
        reason: 'Prisen er rettet i registeret over tilbud.',
        version: (price.beforeVersion ?? 0) + 1,
      }),
  actorName: 'Fælles',
  publishedAt: now,
})

/** Takes over what the register knows of prices, each as a tariff known by its price alone; a price that was corrected becomes a new version. */
export async function takeOverPrices(sql: Sql, now: Date): Promise<number> {
  const prices = await pricesToTake(sql)
  if (prices.length === 0) return 0
  const share = (await parameterOn(sql, 'tariff.vat.share', now.toISOString().slice(0, 10))) / 100
  await publishVersions(
    sql,
    prices.map((price) => versionOf(price, share, now)),
  )
  return prices.length
}
