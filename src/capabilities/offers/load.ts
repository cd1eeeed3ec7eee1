import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import { type Day, dayOf } from '../../platform/values/day.ts'
import { allParties, externalParty } from '../parties/index.ts'
import { OWN, termsOf } from '../terms/index.ts'
import type { CoverRule } from './agreement.ts'
import type { Municipality } from './municipality.ts'
import type { Evidence, Ownership, PlaceKind, PriceUnit, Status } from './offer.ts'
import { add, type Entry } from './store/journal.ts'
import { refreshDue, refreshSearch } from './store/search-rows.ts'

/** The real offers of the region, as public pages told of them: names and places are real, much of it is old. */

const folder = new URL('../../../data/offers/', import.meta.url)
const read = async <T>(file: string): Promise<T> => JSON.parse(await readFile(new URL(file, folder), 'utf8')) as T

type Told = { source: string; sourceUrl?: string; asOf?: string; asOfDay?: Day; note?: string }
type LineInFile = {
  kind?: PlaceKind
  bases: string[]
  basisText?: string
  evidence: Evidence
  groups: { code: string; ageFrom?: number; ageTo?: number }[]
  groupText?: string
  ageFrom?: number
  ageTo?: number
  ageText?: string
  approved?: number
  countFrom?: Day
  countUntil?: Day
}
type UnitInFile = Told & {
  name: string
  municipalityCode?: number
  lines: LineInFile[]
  prices?: { kroner: number; per: PriceUnit; year?: number }[]
}
type OfferInFile = Told & {
  origin: string
  name: string
  operator?: string
  municipalityCode?: number
  status: Status
  statusNote?: string
  opensOn?: Day
  closesOn?: Day
  units: UnitInFile[]
}
type OperatorInFile = {
  key: string
  name: string
  ownership?: Ownership
  ownershipNote?: string
  party?: string
  external?: string
}
type RealOffers = { collectedOn: Day; operators: OperatorInFile[]; offers: OfferInFile[] }

/** Municipalities, what the agreement covers, and the real offers; what is there already stays as it is. */
export async function loadOffers(sql: Sql): Promise<void> {
  await loadMunicipalities(sql)
  await refreshDue(sql, dayOf(new Date()))
  const file = await read<RealOffers>('real-offers.json')
  const there = new Set(
    (await sql<{ origin: string }[]>`select origin from offer where origin is not null`).map(({ origin }) => origin),
  )
  const missing = file.offers.filter(({ origin }) => !there.has(origin))
  if (missing.length === 0) return
  const operatorIds = await loadOperators(sql, file)
  const groupIds = new Map(
    (await termsOf(sql, 'target_group')).filter(({ system }) => system === OWN).map(({ code, id }) => [code, id]),
  )
  for (const offer of missing) await loadOffer(sql, offer, { operatorIds, groupIds, from: file.collectedOn })
  const units = await sql<{ id: number }[]>`select id from offer_unit`
  await refreshSearch(
    sql,
    units.map(({ id }) => id),
    dayOf(new Date()),
  )
}

async function loadMunicipalities(sql: Sql): Promise<void> {
  const { municipalities } = await read<{ municipalities: Municipality[] }>('municipalities.json')
  const rows = municipalities.map(({ latitude, longitude, ...rest }) => ({
    ...rest,
    latitude: latitude ?? null,
    longitude: longitude ?? null,
  }))
  await sql`insert into municipality ${sql(rows)} on conflict (code) do nothing`
  await sql`insert into cover_rule ${sql(await read<CoverRule[]>('cover-rules.json'))} on conflict do nothing`
}

const entry = (validFrom: Day, source: string): Entry => ({
  kind: 'created',
  validFrom,
  source,
  actorId: undefined,
  actorName: 'Fælles',
  now: new Date(),
})

const SOURCE = 'Offentlige sider, samlet i november 2025'

async function loadOperators(sql: Sql, { operators, collectedOn }: RealOffers): Promise<Map<string, number>> {
  const parties = new Map((await allParties(sql)).map(({ key, id }) => [key, id]))
  const ids = new Map<string, number>()
  for (const { key, party, external, ...operator } of operators) {
    const partyId = external
      ? await externalParty(sql, { key: external, name: operator.name, source: SOURCE })
      : parties.get(party ?? '')
    const [there] = await sql<{ id: number }[]>`select id from operator where name = ${operator.name}`
    ids.set(
      key,
      there?.id ?? (await add(sql, 'operator', { ...operator, partyId, source: SOURCE }, {}, entry(collectedOn, SOURCE))),
    )
  }
  return ids
}

type Context = { operatorIds: Map<string, number>; groupIds: Map<string, number>; from: Day }

async function loadOffer(sql: Sql, { units, operator, ...offer }: OfferInFile, { operatorIds, groupIds, from }: Context) {
  const operatorId = operator ? operatorIds.get(operator) : undefined
  const offerId = await add(sql, 'offer', { ...offer, operatorId }, {}, entry(from, offer.source))
  for (const [position, { lines, prices = [], ...unit }] of units.entries()) {
    const told = { source: unit.source, sourceUrl: unit.sourceUrl, asOf: unit.asOf, asOfDay: unit.asOfDay }
    const made = entry(from, unit.source)
    const unitId = await add(sql, 'unit', { ...unit, offerId, position }, { offerId }, made)
    for (const { evidence, groups, approved, countFrom, countUntil, ...line } of lines) {
      const own = groups.map(({ code, ageFrom, ageTo }) => ({ termId: groupIds.get(code) ?? 0, ageFrom, ageTo }))
      const id = await add(sql, 'line', { ...line, ...told, unitId, basisEvidence: evidence }, { offerId }, made, own)
      if (approved !== undefined)
        await add(
          sql,
          'count',
          { ...told, placeLineId: id, approved, validFrom: countFrom, validUntil: countUntil },
          { offerId },
          made,
        )
    }
    for (const { kroner, ...price } of prices)
      await add(sql, 'price', { ...price, ...told, unitId, amountOre: kroner * 100 }, { offerId }, made)
  }
}
