import { RowErrors } from '../../platform/incoming.ts'
import type { Provenance } from '../offers/index.ts'
import { type FieldKey, fields, labelOf } from './fields.ts'
import { offerPart, operatorPart, type Part, unitPart } from './judge-offer.ts'
import { type CountPart, countPart, linePart } from './judge-places.ts'
import { type PricePart, pricePart } from './judge-price.ts'
import { type Told, told } from './judge-told.ts'
import { Case, type Court, type Judgement, Overtaken, type Standing, type Writes } from './judging.ts'
import { Contradiction } from './ledger.ts'
import type { OfferRow } from './row.ts'

const nothing = { standing: 'same', changes: [], writes: undefined } as const satisfies Judgement

/**
 * What a row changes of what there is. A cell that says what stands, or nothing, changes nothing; a row older than what the site
 * knows is left alone.
 * @throws RowErrors at the cell that cannot be, that is not the sender's to change, or that contradicts an earlier row
 */
export function judge(row: OfferRow, standing: Standing, court: Court): Judgement {
  const one = new Case(row, court)
  try {
    return judged(one, standing)
  } catch (error) {
    if (error instanceof Overtaken) return { ...nothing, standing: 'overtaken' }
    if (!(error instanceof Contradiction)) throw error
    throw new RowErrors([
      { ref: one.refOf(keyOf(error.field)), text: `Rækken siger noget andet end række ${error.row} om det samme. Ret den ene.` },
    ])
  }
}

const named: Record<string, FieldKey> = {
  name: 'offer',
  portalId: 'portalOffer',
  municipalityCode: 'municipality',
  groups: 'groups',
  amountOre: 'price',
}
const keyOf = (field: string): FieldKey => named[field] ?? fields.find(({ key }) => key === field)?.key ?? 'offer'

function judged(one: Case, standing: Standing): Judgement {
  const operator = operatorPart(one, standing)
  const offer = offerPart(one, standing, operator)
  const unit = unitPart(one, standing, offer)
  const line = linePart(one, standing)
  const held: Provenance | undefined = line ? line.line : (standing.unit ?? standing.offer)
  const count = countPart(one, standing, line?.line, dayOf(one, held))
  const price = pricePart(one, standing, line?.line)
  const changed = one.changes.length > 0
  const where = told(one, held)
  if (changed && held?.asOfDay !== undefined && where.validFrom < held.asOfDay) throw new Overtaken()
  if (one.changes.length === 0) return nothing
  mustBeOwn(one, standing, operator)
  return written(one, { operator, offer, unit, line, count, price, where, held, changed })
}

/** The day the row holds from, before it is known whether the day itself is news. */
const dayOf = ({ row, court }: Case, held: Provenance | undefined): string =>
  row.told.asOfDay !== undefined && row.told.asOfDay !== held?.asOfDay && row.told.asOf !== held?.asOf
    ? row.told.asOfDay
    : court.asOf

function mustBeOwn(one: Case, { offer, own, operator }: Standing, part: Part | undefined): void {
  const { may, mayAddOperators } = one.court
  const mine =
    (offer ? may(own?.partyId) : true) &&
    (part?.id === undefined ? !part || mayAddOperators : may((operator ?? own ?? one.court.operator)?.partyId))
  if (mine) return
  const whose = (operator ?? own)?.name ?? 'en anden'
  one.wrong('offer', `Tilbuddet hører til ${whose}. Du kan kun ændre jeres egne. Slet rækken, eller lad den stå, som den var.`)
}

type Parts = {
  operator: Part | undefined
  offer: Part
  unit: Part | undefined
  line: ReturnType<typeof linePart>
  count: CountPart | undefined
  price: PricePart | undefined
  where: Told
  held: Provenance | undefined
  /** Something else than the day and the source. */
  changed: boolean
}

function written(one: Case, parts: Parts): Judgement {
  const { operator, offer, unit, line, where, changed } = parts
  const { ledger } = one.court
  const { number } = one.row
  const columns = toldColumns(parts)
  const part = ({ ref, id, fields }: Part) => {
    const isNew = id === undefined && !ledger.knows(ref)
    const news = ledger.news(ref, fields, number)
    return isNew || Object.keys(news).length > 0 ? { id, fields: { ...news, ...columns } } : undefined
  }
  const places = placesOf(one, parts, columns)
  const writes: Writes = {
    validFrom: where.validFrom,
    source: columns.source,
    operatorRef: operator?.ref,
    operator: operator && part(operator),
    offerRef: offer.ref,
    offer: part(offer) ?? (changed || unit ? undefined : { id: offer.id, fields: { ...columns } }),
    renamedFrom:
      offer.id === undefined || offer.fields['name'] === undefined
        ? undefined
        : one.changes.find(({ field }) => field === labelOf('offer'))?.before,
    unitRef: unit?.ref,
    unit: unit && (part(unit) ?? (changed || line ? undefined : { id: unit.id, fields: { ...columns } })),
    ...places,
  }
  const some = writes.operator ?? writes.offer ?? writes.unit ?? writes.line ?? writes.count ?? writes.price
  if (!some) return nothing
  const isNew =
    offer.id === undefined || (unit !== undefined && unit.id === undefined) || (line !== undefined && line.line === undefined)
  return { standing: isNew ? 'new' : 'changed', changes: one.changes, writes }
}

/** The places and the price of a row, unless an earlier row has said just the same. */
function placesOf(one: Case, { unit, line, count, price, changed }: Parts, columns: object): Partial<Writes> {
  const key = line?.line
    ? `l#${line.line.id}`
    : `${unit?.ref}/${line ? [line.fields['kind'], line.fields['label'], line.fields['bases']].join('|') : 'hele'}`
  const said = { ...line?.fields, groups: line?.groups, ...count?.fields, ...price?.fields }
  const isNew = line !== undefined && line.line === undefined && !one.court.ledger.knows(key)
  const news = one.court.ledger.news(key, said, one.row.number)
  if (!isNew && Object.keys(news).length === 0 && changed) return { lineId: line?.line?.id }
  const own = line && (Object.keys(line.fields).length > 0 || line.groups !== undefined || !line.line || !changed)
  return {
    lineId: line?.line?.id,
    line: own ? { id: line.line?.id, fields: { ...line.fields, ...columns }, groups: line.groups } : undefined,
    endCount: count?.end,
    count: count && { id: count.id, fields: { ...count.fields, ...columns } },
    price: price && { id: price.id, fields: { ...price.fields, ...columns } },
  }
}

/** What is written beside a changed fact; where only the day or the source is news, the rest of them stays. */
function toldColumns({ where, held, changed }: Parts): Told['columns'] {
  const { columns, sameDay } = where
  if (changed || !held) return columns
  return {
    source: where.said.source ?? held.source,
    sourceUrl: where.said.sourceUrl ?? held.sourceUrl,
    asOf: sameDay ? held.asOf : undefined,
    asOfDay: sameDay ? held.asOfDay : columns.asOfDay,
  }
}
