import { type NewVersion, publishVersions } from '../../src/capabilities/tariff-years/store/publish.ts'
import type { World } from '../world.ts'

export type Place = { offerId: number; unitId: number }

/** The first unit of the register without prices, and the same each time: put in Faxe, run as told by somebody who signs in at Faxe. */
export async function unitIn(w: World, ownership: 'municipal' | 'private'): Promise<Place> {
  const [row] = await w.sql<{ offerId: number; unitId: number; operatorId: number }[]>`
    select u.offer_id, u.id as unit_id, d.id as operator_id from offer_unit u
    join offer o on o.id = u.offer_id join operator d on d.id = o.operator_id
    where not exists (select from offer_price p where p.unit_id = u.id) order by u.id limit 1`
  if (!row) throw new Error('no such unit')
  await w.sql`update operator set ownership = ${ownership}, mailbox = 'tilbud@example.dk', party_id = ${await w.party('faxe')} where id = ${row.operatorId}`
  await w.sql`update offer set municipality_code = 320, mailbox = null where id = ${row.offerId}`
  await w.sql`update offer_unit set municipality_code = null where id = ${row.unitId}`
  return { offerId: row.offerId, unitId: row.unitId }
}

/** A tariff a day for a year, known by its price alone. */
export const versionOf = (w: World, at: Place, year: number, amountOre: number, more: Partial<NewVersion> = {}): NewVersion => ({
  ...at,
  placeLineId: undefined,
  service: 'Døgntakst',
  level: '',
  addOn: false,
  per: 'full_day',
  year,
  amountOre,
  validFrom: `${year}-01-01`,
  validUntil: `${year + 1}-01-01`,
  basis: 'not_received',
  source: 'Prøve',
  actorName: 'Prøve',
  publishedAt: w.now,
  ...more,
})

type Risen = { ownership?: 'municipal' | 'private'; now?: Partial<NewVersion>; before?: Partial<NewVersion> }

/** A tariff that rose from 2.000 kr. Gives its new version. */
export async function risenTo(w: World, toOre: number, { ownership = 'private', now, before }: Risen = {}): Promise<number> {
  const at = await unitIn(w, ownership)
  await publishVersions(w.sql, [versionOf(w, at, 2025, 200_000, before)])
  const [id = 0] = await publishVersions(w.sql, [versionOf(w, at, 2026, toOre, now)])
  return id
}

/** Opens a case for every rise over its limit. Gives the newest case. */
export async function caseFound(w: World): Promise<number> {
  await (await w.as('secretariat')).post('/takster/stigninger/find')
  const [row] = await w.sql<{ id: number }[]>`select id from increase_case order by id desc limit 1`
  return row?.id ?? 0
}

export const sayMailbox = async (w: World, mailbox = 'tilsyn@example.dk') =>
  (await w.as('socialtilsyn')).post('/takster/stigninger/postkasse', { mailbox, source: 'Mail fra tilsynet' })
