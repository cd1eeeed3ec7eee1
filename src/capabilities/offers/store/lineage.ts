import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Offer, PlaceCount } from '../offer.ts'
import { isOn } from '../period.ts'
import type { DividedLine, DividedUnit } from '../split.ts'
import type { Entry } from './journal.ts'
import { addCount, addLine, addLineage, addOffer, addUnit, changeCount, changeLine, changeOffer, changeUnit } from './places.ts'
import type { OfferDetail } from './standing.ts'

type Made = Pick<Offer, 'name' | 'address' | 'municipalityCode' | 'asOf' | 'asOfDay' | 'sourceUrl'>

/** A new offer made of places of another: units that go whole keep who they are, others give up some of their places. */
export async function splitOff(
  sql: Sql,
  from: Offer,
  made: Made,
  division: readonly DividedUnit[],
  entry: Entry,
): Promise<number> {
  const { validFrom, source } = entry
  const fields = { ...made, source, operatorId: from.operatorId, status: 'running' as const, opensOn: validFrom }
  const id = await addOffer(sql, fields, { ...entry, kind: 'created' })
  await addLineage(sql, { kind: 'split', fromOfferId: from.id, toOfferId: id, before: from.name, after: made.name }, entry)
  for (const { unit, whole, lines } of division) {
    if (whole) await changeUnit(sql, unit, { offerId: id }, entry)
    else await divideUnit(sql, { from: from.id, to: id, unitId: unit.id, name: unit.name }, lines, entry)
  }
  return id
}

type Between = { from: number; to: number; unitId: number; name: string }

async function divideUnit(sql: Sql, { from, to, unitId, name }: Between, lines: readonly DividedLine[], entry: Entry) {
  const { validFrom, source } = entry
  const made: Entry = { ...entry, kind: 'created' }
  const newUnit = await addUnit(sql, { offerId: to, name, source, asOfDay: validFrom }, made)
  for (const { line, stays, goes, before } of lines) {
    if (stays === before) continue
    const { id, counts, groups, uuid: _, unitId: __, version: ___, example: ____, validUntil, ...same } = line
    const place = { offerId: to, unitId: newUnit }
    const lineId = await addLine(sql, place, { ...same, validFrom, validUntil, fromLineId: id }, groups, made)
    const held = counts.find((count) => isOn(count, validFrom))
    const told = {
      source,
      asOfDay: validFrom,
      validFrom,
      validUntil: held?.validUntil,
      budgetedOccupancy: held?.budgetedOccupancy,
    }
    await addCount(sql, place, { ...told, placeLineId: lineId, ...goes }, made)
    await leave(sql, { offerId: from, unitId, id }, { held, stays, told }, entry)
  }
}

type Left = {
  held: PlaceCount | undefined
  stays: DividedLine['stays']
  told: { source: string; validFrom: Day; validUntil: Day | undefined }
}

/** What is left of a line: fewer places from that day, or no line any more. */
async function leave(
  sql: Sql,
  place: { offerId: number; unitId: number; id: number },
  { held, stays, told }: Left,
  entry: Entry,
) {
  if (stays.approved === 0) return changeLine(sql, place, { validUntil: entry.validFrom }, entry)
  if (held?.validFrom === entry.validFrom) return changeCount(sql, { ...place, id: held.id }, stays, entry)
  if (held) await changeCount(sql, { ...place, id: held.id }, { validUntil: entry.validFrom }, entry)
  await addCount(sql, place, { ...told, ...stays, placeLineId: place.id }, entry)
}

/** Every unit of an offer goes over to another, and the offer closes that day. */
export async function mergeInto(
  sql: Sql,
  { offer, units }: Pick<OfferDetail, 'offer' | 'units'>,
  into: Pick<Offer, 'id' | 'name'>,
  entry: Entry,
): Promise<void> {
  await addLineage(
    sql,
    { kind: 'merged', fromOfferId: offer.id, toOfferId: into.id, before: offer.name, after: into.name },
    entry,
  )
  for (const unit of units) {
    const municipalityCode = unit.municipalityCode ?? offer.municipalityCode
    await changeUnit(
      sql,
      unit,
      { offerId: into.id, municipalityCode, address: unit.address ?? offer.address, portalId: unit.portalId },
      entry,
    )
  }
  await changeOffer(sql, offer.id, { closesOn: entry.validFrom, statusNote: `Samlet med ${into.name}.` }, entry)
}
