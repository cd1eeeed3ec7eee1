import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { decimal, fraction, fromDecimal } from '../../../platform/values/exact.ts'
import { cameFrom, followed, type Link, type Pool, type Root, weighed } from '../lineage.ts'
import { linksAround, type StandingLink } from './links.ts'

/** Makes anew what is only made from the versions and their lineage: which is the newest, and what the same cost the year before. */
export async function refreshTariffs(sql: Sql, tariffIds: readonly number[]): Promise<void> {
  const ids = [...new Set(tariffIds)]
  const links = await linksAround(sql, ids)
  const related = new Set(links.flatMap(({ from, to }) => [from, to]))
  await markNewest(sql, [...new Set([...ids, ...related])])
  await refreshAlone(
    sql,
    ids.filter((id) => !related.has(id)),
  )
  if (related.size > 0) await refreshRelated(sql, [...related], links)
}

/** The version of a tariff that begins last, unless it is withdrawn or something else has taken the tariff's place since. */
const markNewest = (sql: Sql, ids: readonly number[]) => sql`
  update tariff_version v set newest = (v.id = pick.id and pick.stands)
  from (select tariff_id, id, not withdrawn and not exists (
      select from tariff_lineage_standing l join tariff_version s on s.tariff_id = l.to_tariff_id and s.current and not s.withdrawn
      where l.from_tariff_id = last.tariff_id and l.day > last.valid_from and coalesce(s.valid_from, l.day) >= l.day) as stands
    from (select distinct on (tariff_id) tariff_id, id, withdrawn, valid_from from tariff_version
      where tariff_id = any(${ids as number[]}) and current
      order by tariff_id, valid_from desc nulls last, year desc nulls last, id desc) last) pick
  where v.tariff_id = pick.tariff_id and v.current and v.newest is distinct from (v.id = pick.id and pick.stands)`

/** Tariffs that have always been themselves are compared with themselves. */
const refreshAlone = (sql: Sql, ids: readonly number[]) => sql`
  with now as (select v.id, v.tariff_id, v.year, v.amount_ore from tariff_version v
    where v.current and v.year is not null and v.tariff_id = any(${ids as number[]})),
  was as (select n.id as version_id, n.amount_ore, p.id, p.amount_ore as before from now n
    join lateral (select b.id, b.amount_ore from tariff_version b
      where b.tariff_id = n.tariff_id and b.current and not b.withdrawn and b.year = n.year - 1
      order by b.valid_from desc nulls last limit 1) p on true),
  gone as (delete from tariff_before b using now n where b.version_id = n.id and not exists (select from was w where w.version_id = n.id))
  insert into tariff_before (version_id, before_ids, before_ore, change)
  select version_id, array[id], before, amount_ore::numeric / before - 1 from was
  on conflict (version_id) do update set before_ids = excluded.before_ids, before_ore = excluded.before_ore, change = excluded.change,
    before_places = null`

type Priced = {
  id: number
  tariffId: number
  year: number
  per: string
  amountOre: number
  places: string | undefined
  withdrawn: boolean
  validFrom: Day | undefined
}

/** The others are followed from the last version of the year before, through every name, until they take effect. */
async function refreshRelated(sql: Sql, ids: readonly number[], told: readonly StandingLink[]): Promise<void> {
  const versions = await sql<Priced[]>`
    select id, tariff_id, year, per, amount_ore, places::text as places, withdrawn, valid_from from tariff_version
    where tariff_id = any(${ids as number[]}) and current and year is not null order by valid_from nulls first, id`
  const links = told.map((link): Link => ({ ...link, places: link.places === undefined ? undefined : fromDecimal(link.places) }))
  const byId = new Map(versions.map((version) => [version.id, version]))
  const flows = new Map<string, ReadonlyMap<number, Pool>>()
  const poolsOn = (year: number, day: Day) => {
    const key = `${year}|${day}`
    const pools = flows.get(key) ?? followed(rootsOf(versions, year - 1), linksUntil(links, day))
    flows.set(key, pools)
    return pools
  }
  const rows = versions.flatMap((version) => {
    const pool = poolsOn(version.year, version.validFrom ?? `${version.year}-12-31`).get(version.tariffId)
    return pool ? [beforeRow(version, pool, byId)] : []
  })
  await sql`delete from tariff_before where version_id = any(${versions.map(({ id }) => id)})`
  if (rows.length === 0) return
  await sql`
    insert into tariff_before (version_id, before_ids, before_places, before_ore, change)
    select "versionId", "beforeIds", "beforePlaces", "beforeOre", change from jsonb_to_recordset(${sql.json(rows as never)})
      as r ("versionId" bigint, "beforeIds" bigint[], "beforePlaces" text[], "beforeOre" bigint, change numeric)`
}

const linksUntil = (links: readonly Link[], day: Day) => links.filter((link) => link.day <= day)

/** A year's last version of each tariff; one without a day is as of the year's first. */
function rootsOf(versions: readonly Priced[], year: number): Root[] {
  const last = new Map<number, Root>()
  for (const { id, tariffId, places, validFrom, ...version } of versions)
    if (version.year === year && !version.withdrawn)
      last.set(tariffId, {
        tariffId,
        versionId: id,
        places: places === undefined ? undefined : fromDecimal(places),
        day: validFrom ?? `${year}-01-01`,
      })
  return [...last.values()]
}

/** A price of another unit is told of and not compared. */
function beforeRow({ id, per, amountOre }: Priced, pool: Pool, byId: ReadonlyMap<number, Priced>) {
  const before = cameFrom(pool).map((one) => ({ ...one, amountOre: byId.get(one.versionId)?.amountOre ?? 0 }))
  const alike = before.every(({ versionId }) => byId.get(versionId)?.per === per)
  const price = alike ? weighed(amountOre, before) : undefined
  const places = before.flatMap((one) => (one.places ? fraction(one.places) : []))
  return {
    versionId: id,
    beforeIds: before.map(({ versionId }) => versionId),
    beforePlaces: places.length === before.length ? places : null,
    beforeOre: price?.beforeOre ?? null,
    change: price ? decimal(price.change, 6) : null,
  }
}
