import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { type Listing, TARIFF_PAGE } from '../listing.ts'
import type { Hidden } from '../seen.ts'
import type { ListedTariff } from '../tariff.ts'

/** Numbers come as text from the database: here they are made numbers, once. */
export const versionColumns = (sql: Sql) => sql`
  v.id, v.uuid, v.tariff_id, v.year, v.version, v.current, v.newest, v.withdrawn, v.corrects_id, v.reason, v.operator_id,
  v.operator_name, v.ownership, v.offer_id, v.offer_name, t.unit_id, t.place_line_id, v.unit_name, v.municipality_code, v.kind, v.service,
  v.level, v.add_on, v.per, v.bases, v.groups, v.places::float8 as places, v.occupancy::float8 as occupancy,
  v.days::float8 as days, v.amount_ore, v.exact_ore, v.temporary_ore, v.net_ore, v.net_told, v.vat_share::float8 as vat_share,
  v.valid_from, v.valid_until, v.basis, v.calculation_id, v.sheet_id, v.note, v.source, v.source_url, v.as_of,
  v.as_of_day, v.example, v.published_at, v.actor_name`

/** The places of the whole calculation: those of all its levels, or the tariff's own. */
const countedPlaces = (sql: Sql) => sql`
  coalesce((select sum(s.places) from (select distinct on (tariff_id) places from tariff_version
    where calculation_id = v.calculation_id order by tariff_id, id) s), v.places)`

const listedColumns = (sql: Sql) => sql`
  ${versionColumns(sql)}, m.name as municipality, op.party_id, ${countedPlaces(sql)}::float8 as counted_places, coalesce(b.before_ids, '{}') as before_ids, b.before_places, b.before_ore, b.change::float8 as change`

const joined = (sql: Sql) => sql`
  tariff_version v join tariff t on t.id = v.tariff_id
  left join municipality m on m.code = v.municipality_code
  left join operator op on op.id = v.operator_id
  left join tariff_before b on b.version_id = v.id`

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Every word must stand somewhere in the names. */
function conditions(sql: Sql, listing: Listing) {
  const words = listing.text.split(/\s+/).filter(Boolean).slice(0, 8)
  const { year, owner, operator, municipality, group, basis, per, known, addOns } = listing
  return sql`
    ${year === 'newest' ? sql`v.newest` : sql`v.current and not v.withdrawn and v.year = ${year}`}
    ${words.length > 0 ? sql`and v.words like all (array(select plain(w) from unnest(${words.map(like)}::text[]) w))` : sql``}
    ${owner ? sql`and v.ownership = ${owner}` : sql``}
    ${operator ? sql`and v.operator_id = ${operator}` : sql``}
    ${municipality ? sql`and v.municipality_code = ${municipality}` : sql``}
    ${group ? sql`and ${group} = any(v.groups)` : sql``}
    ${basis ? sql`and ${basis} = any(v.bases)` : sql``}
    ${per ? sql`and v.per = ${per}` : sql``}
    ${known ? sql`and v.basis = ${known}` : sql``}
    ${addOns === 'all' ? sql`` : sql`and v.add_on = ${addOns === 'only'}`}`
}

const byName = (sql: Sql) => sql`v.operator_name, v.offer_name, v.unit_name, v.service, v.level, v.id`

/** The places that everybody may know; those that are hidden come last, as if nobody had told them. */
const openPlaces = (sql: Sql, { fewest, operators, open, ownerships }: Hidden) => sql`
  case when ${countedPlaces(sql)} < ${fewest} or v.operator_id = any(${operators}::bigint[]) then null
    when v.operator_id = any(${open}::bigint[]) then v.places
    when coalesce(v.ownership, 'private') = any(${ownerships}::text[]) then null else v.places end`

function order(sql: Sql, { sort, down }: Listing, hidden: Hidden | undefined) {
  const way = down ? sql`desc nulls last` : sql`asc nulls last`
  if (sort === 'operator') return down ? sql`v.operator_name desc, v.offer_name desc, v.id desc` : byName(sql)
  const by = {
    offer: sql`v.offer_name ${way}`,
    year: sql`v.year ${way}`,
    amount: sql`v.amount_ore ${way}`,
    before: sql`b.before_ore ${way}`,
    change: sql`b.change ${way}`,
    net: sql`coalesce(v.net_ore, v.amount_ore) ${way}`,
    places: hidden ? sql`${openPlaces(sql, hidden)} ${way}` : sql`v.id`,
  }[sort]
  return sql`${by}, ${byName(sql)}`
}

/** One page of the list, or all of it for a file. It is ordered by places only when it is known whose are hidden. */
export const listed = (sql: Sql, listing: Listing, most = TARIFF_PAGE, hidden?: Hidden): Promise<ListedTariff[]> => sql<
  ListedTariff[]
>`
  select ${listedColumns(sql)} from ${joined(sql)} where ${conditions(sql, listing)}
  order by ${order(sql, listing, hidden)} limit ${most} offset ${most === TARIFF_PAGE ? (listing.page - 1) * TARIFF_PAGE : 0}`

export type Counts = { tariffs: number; known: number; examples: number }

/** How many there are, and of how many the basis is known. */
export async function counted(sql: Sql, listing: Listing): Promise<Counts> {
  const [row] = await sql<Counts[]>`
    select count(*) as tariffs, count(*) filter (where v.basis = 'calculated') as known,
      count(*) filter (where v.example) as examples
    from tariff_version v where ${conditions(sql, listing)}`
  return row ?? { tariffs: 0, known: 0, examples: 0 }
}

export type Amount = Pick<ListedTariff, 'amountOre' | 'netOre' | 'per' | 'groups' | 'addOn' | 'example' | 'ownership' | 'year'>

/** What is needed to tell how the amounts lie. */
export const amounts = (sql: Sql, listing: Listing): Promise<Amount[]> => sql<Amount[]>`
  select v.amount_ore, v.net_ore, v.per, v.groups, v.add_on, v.example, v.ownership, v.year
  from tariff_version v where ${conditions(sql, listing)}`

/** What can be chosen: only what there is. */
export async function tariffChoices(sql: Sql): Promise<{ years: number[]; groups: string[]; bases: string[] }> {
  const [row] = await sql<{ years: number[]; groups: string[]; bases: string[] }[]>`
    select array(select distinct year from tariff_version where current and year is not null order by year desc) as years,
      array(select g from (select distinct unnest(groups) as g from tariff_version where current) s order by g collate danish) as groups,
      array(select distinct unnest(bases) from tariff_version where current order by 1) as bases`
  return row ?? { years: [], groups: [], bases: [] }
}

/** Operators and municipalities that have a tariff. */
export async function tariffOwners(sql: Sql) {
  const [operators, municipalities] = await Promise.all([
    sql<{ id: number; name: string }[]>`
      select d.id, d.name from operator d where exists (select from tariff_version v where v.operator_id = d.id) order by d.name collate danish`,
    sql<{ code: number; name: string }[]>`
      select m.code, m.name from municipality m where exists (select from tariff_version v where v.municipality_code = m.code) order by m.name collate danish`,
  ])
  return { operators, municipalities }
}

export async function versionWith(sql: Sql, id: number): Promise<ListedTariff | undefined> {
  const [version] = await sql<ListedTariff[]>`select ${listedColumns(sql)} from ${joined(sql)} where v.id = ${id}`
  return version
}

export const versionsWith = (sql: Sql, ids: readonly number[]): Promise<ListedTariff[]> => sql<ListedTariff[]>`
  select ${listedColumns(sql)} from ${joined(sql)} where v.id = any(${ids as number[]}) order by v.id`

/** Every version of some tariffs, the newest period first, the latest correction first within it. */
export const versionsOf = (sql: Sql, tariffIds: readonly number[]): Promise<ListedTariff[]> => sql<ListedTariff[]>`
  select ${listedColumns(sql)} from ${joined(sql)} where v.tariff_id = any(${tariffIds as number[]})
  order by v.valid_from desc nulls last, v.year desc nulls last, v.version desc, v.id desc`

export type TariffOfOperator = { tariffId: number; name: string; year: number | undefined }

/** An operator's tariffs, each as it was called last. */
export const tariffsOfOperator = (sql: Sql, operatorId: number): Promise<TariffOfOperator[]> => sql<TariffOfOperator[]>`
  select tariff_id, year, concat_ws(', ', offer_name, nullif(unit_name, offer_name)) || coalesce(': ' ||
    nullif(concat_ws(', ', nullif(service, ''), nullif(level, '')), ''), '') as name
  from (select distinct on (tariff_id) * from tariff_version where operator_id = ${operatorId} and current and not withdrawn
    order by tariff_id, valid_from desc nulls last, year desc nulls last) v
  order by offer_name, unit_name, service, level, tariff_id limit 1001`

/** The tariffs that hold, and have this calculation as their basis: one of each level of a graded one; one of them even if it is withdrawn. */
export const versionsOfCalculation = (sql: Sql, calculationId: number, id: number): Promise<ListedTariff[]> => sql<
  ListedTariff[]
>`
  select ${listedColumns(sql)} from ${joined(sql)} where v.calculation_id = ${calculationId} and v.current and (not v.withdrawn or v.id = ${id}) order by v.id`

const MOST_OF_OFFER = 100

/** What an offer's tariffs are on a day, and today also those that begin later or whose period nobody has told; prices of the register are not among them. */
export const tariffsOfOffer = (sql: Sql, offerId: number, day: Day, today: Day): Promise<ListedTariff[]> => sql<ListedTariff[]>`
  select ${listedColumns(sql)} from ${joined(sql)}
  where v.offer_id = ${offerId} and v.current and not v.withdrawn and v.origin is null
    and (daterange(v.valid_from, v.valid_until) @> ${day}::date or (v.newest and ${day}::date = ${today}::date))
  order by v.unit_name, v.service, v.level, v.valid_from nulls last, v.id limit ${MOST_OF_OFFER}`
