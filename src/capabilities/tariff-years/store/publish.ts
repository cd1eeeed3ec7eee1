import type { Sql } from '../../../platform/db.ts'
import type { TariffKey, TariffVersion } from '../tariff.ts'
import { refreshTariffs } from './before.ts'

/** Everything a version is made of; who, where and which unit are read from the register at that moment, and frozen. */
export type NewVersion = TariffKey &
  Pick<TariffVersion, 'year' | 'amountOre' | 'validFrom' | 'validUntil' | 'basis' | 'source' | 'actorName' | 'publishedAt'> &
  Partial<
    Pick<
      TariffVersion,
      | 'bases'
      | 'groups'
      | 'kind'
      | 'places'
      | 'occupancy'
      | 'days'
      | 'exactOre'
      | 'temporaryOre'
      | 'netOre'
      | 'netTold'
      | 'vatShare'
      | 'calculationId'
      | 'sheetId'
      | 'note'
      | 'sourceUrl'
      | 'asOf'
      | 'asOfDay'
      | 'example'
      | 'withdrawn'
      | 'correctsId'
      | 'reason'
      | 'version'
    >
  > & { tariffId?: number | undefined; origin?: string | undefined; actorId?: number | undefined }

const CHUNK = 400

const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) => rows.slice(index * CHUNK, (index + 1) * CHUNK))

/** The tariffs of these keys, made where there are none; in the same order. */
export async function tariffsFor(
  sql: Sql,
  keys: readonly (TariffKey & { tariffId?: number | undefined; example?: boolean | undefined })[],
  now: Date,
): Promise<number[]> {
  const found: number[] = []
  for (const chunk of chunks(keys)) {
    const made = chunk.filter(({ tariffId }) => tariffId === undefined)
    const rows = made.map(({ offerId, unitId, placeLineId, service, level, addOn, per, example }) => ({
      offerId,
      unitId,
      placeLineId: placeLineId ?? null,
      service,
      level,
      addOn,
      per,
      example: example ?? false,
      recordedAt: now,
    }))
    if (rows.length > 0) await sql`insert into tariff ${sql(rows)} on conflict do nothing`
    const ids = await sql<{ id: number; at: number }[]>`
      select t.id, k.at::int as at
      from jsonb_to_recordset(${sql.json(rows.map((row, at) => ({ ...row, at })) as never)}) as
        k ("unitId" bigint, "placeLineId" bigint, service text, level text, per text, at int)
      join tariff t on t.unit_id = k."unitId" and t.place_line_id is not distinct from k."placeLineId"
        and lower(t.service) = lower(k.service) and lower(t.level) = lower(k.level) and t.per = k.per`
    const idAt = new Map(ids.map(({ id, at }) => [at, id]))
    let at = 0
    for (const { tariffId } of chunk) found.push(tariffId ?? idAt.get(at++) ?? 0)
  }
  return found
}

/** Writes versions as they will always stand, and returns their ids in the same order. */
export async function publishVersions(sql: Sql, versions: readonly NewVersion[]): Promise<number[]> {
  const at = versions[0]?.publishedAt ?? new Date()
  const tariffIds = await tariffsFor(sql, versions, at)
  const corrected = versions.flatMap(({ correctsId }) => correctsId ?? [])
  if (corrected.length > 0) await sql`update tariff_version set current = false, newest = false where id = any(${corrected})`
  const ids: number[] = []
  for (const [index, chunk] of chunks(versions).entries())
    ids.push(...(await writeChunk(sql, chunk, tariffIds.slice(index * CHUNK, (index + 1) * CHUNK))))
  await refreshTariffs(sql, tariffIds)
  return ids
}

async function writeChunk(sql: Sql, chunk: readonly NewVersion[], tariffIds: readonly number[]): Promise<number[]> {
  const rows = chunk.map((version, index) => ({ ...version, at: index, tariffId: tariffIds[index] ?? 0 }))
  const written = await sql<{ id: number; tariffId: number; validFrom: string | undefined; year: number | undefined }[]>`
    insert into tariff_version (tariff_id, year, version, withdrawn, corrects_id, reason, operator_id, operator_name, ownership, offer_id,
      offer_name, unit_name, municipality_code, kind, service, level, add_on, per, bases, groups, places, occupancy, days, amount_ore,
      exact_ore, temporary_ore, net_ore, net_told, vat_share, valid_from, valid_until, basis, calculation_id, sheet_id,
      origin, note, source, source_url, as_of, as_of_day, example, published_at, actor_id, actor_name)
    select n."tariffId", n.year, coalesce(n.version, 1), coalesce(n.withdrawn, false), n."correctsId", n.reason, d.id,
      coalesce(d.name, ''), d.ownership, o.id, o.name, u.name, coalesce(u.municipality_code, o.municipality_code),
      coalesce(n.kind, l.kind), n.service, n.level, n."addOn", n.per, coalesce(n.bases, l.bases, '{}'),
      coalesce(n.groups, array(select t.label from place_group g join term t on t.id = g.term_id
        where g.place_line_id = l.id order by t.position, t.id)),
      n.places, n.occupancy, n.days, n."amountOre", n."exactOre", n."temporaryOre", n."netOre", coalesce(n."netTold", false),
      n."vatShare", n."validFrom", n."validUntil", n.basis, n."calculationId", n."sheetId", n.origin,
      n.note, n.source, n."sourceUrl", n."asOf", n."asOfDay", coalesce(n.example, false), n."publishedAt", n."actorId", n."actorName"
    from jsonb_to_recordset(${sql.json(rows as never)}) as n (at int, "tariffId" bigint, year int, version int, withdrawn boolean,
      "correctsId" bigint, reason text, "unitId" bigint, "placeLineId" bigint, kind text, service text, level text, "addOn" boolean,
      per text, bases text[], groups text[], places numeric, occupancy numeric, days numeric, "amountOre" bigint, "exactOre" text,
      "temporaryOre" bigint, "netOre" bigint, "netTold" boolean, "vatShare" numeric, "validFrom" date, "validUntil" date, basis text,
      "calculationId" bigint, "sheetId" bigint, origin text, note text, source text, "sourceUrl" text, "asOf" text,
      "asOfDay" date, example boolean, "publishedAt" timestamptz, "actorId" bigint, "actorName" text)
    join offer_unit u on u.id = n."unitId" join offer o on o.id = u.offer_id
    left join operator d on d.id = o.operator_id left join place_line l on l.id = n."placeLineId"
    order by n.at returning id, tariff_id, valid_from, year`
  if (written.length !== chunk.length) throw new Error('a tariff was not written')
  return written.map(({ id }) => id)
}
