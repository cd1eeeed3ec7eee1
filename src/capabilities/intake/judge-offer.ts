import { plainTitle } from '../../platform/mapping.ts'
import { type Offer, type Operator, ownerships, statuses, statusOn } from '../offers/index.ts'
import type { Case, Standing } from './judging.ts'
import { type OfferRow, tellsPlaces } from './row.ts'

/** What a unit is called that is all there is of its offer. */
const WHOLE = 'Hele tilbuddet'

export type Part = { ref: string; id: number | undefined; fields: Record<string, unknown> }

/** Who runs the offer: as the row says, as it is, or as the whole file is of. */
export function operatorPart(one: Case, { operator, own, offer }: Standing): Part | undefined {
  const { row, court } = one
  const { name, cvr, ean, ownership } = row.operator
  const said = name !== undefined || cvr !== undefined
  const meant = operator ?? (said ? undefined : (own ?? court.operator))
  if (meant) return { ref: `#${meant.id}`, id: meant.id, fields: operatorChanges(one, meant) }
  if (!said)
    return offer
      ? undefined
      : one.wrong('offer', 'Tilbuddet er nyt, og rækken siger ikke, hvem der driver det. Skriv driftsherren.')
  const field = name === undefined ? 'cvr' : 'operator'
  if (offer)
    one.wrong(
      field,
      `Driftsherren »${name ?? cvr}« findes ikke. Skriv navnet, som det står under Driftsherrer, eller opret den først.`,
    )
  if (!court.mayAddOperators)
    one.wrong(
      field,
      `Driftsherren »${name ?? cvr}« findes ikke. Du kan kun læse jeres egne tilbud ind. Opret driftsherren først.`,
    )
  if (name === undefined) one.wrong(field, `Ingen driftsherre har CVR-nummer ${cvr}. Skriv også navnet, så den kan oprettes.`)
  one.differs('operator', undefined, name)
  return { ref: `ny:${plainTitle(name)}`, id: undefined, fields: { name, cvr, ean, ownership } }
}

const operatorChanges = (one: Case, held: Operator): Record<string, unknown> => {
  const { name, cvr, ean, ownership } = one.row.operator
  const same = name !== undefined && [name, `${name} Kommune`].some((other) => other.toLowerCase() === held.name.toLowerCase())
  return one.different(held, {
    name: ['operator', same ? undefined : name],
    cvr: ['cvr', cvr],
    ean: ['ean', ean],
    ownership: ['ownership', ownership, (key: keyof typeof ownerships) => ownerships[key]],
  })
}

export function offerPart(one: Case, standing: Standing, operator: Part | undefined): Part {
  const { row, court } = one
  const { offer, own } = standing
  const { name, portalId, address, website, mailbox, note } = row.offer
  if (!offer) return newOffer(one, operator)
  const fields = one.different(offer, {
    name: ['offer', name],
    portalId: ['portalOffer', portalId],
    address: ['address', address],
    website: ['website', website],
    mailbox: ['mailbox', mailbox],
    note: ['note', note],
  })
  if (operator?.id !== undefined && standing.operator && operator.id !== offer.operatorId) {
    one.differs('operator', own?.name ?? 'ingen', standing.operator.name)
    fields['operatorId'] = operator.id
  }
  return {
    ref: `#${offer.id}`,
    id: offer.id,
    fields: {
      ...fields,
      ...statusChange(one, standing, offer),
      ...(isOfferPlace(row, standing) ? municipalityChange(one, offer.municipalityCode, court) : {}),
    },
  }
}

/** Several units and not a word of any: what such a row tells is the offer's. */
const isOfWhole = (row: OfferRow, { unit, units }: Standing): boolean =>
  unit === undefined &&
  units.length > 1 &&
  Object.values(row.unit).every((value) => value === undefined) &&
  !tellsPlaces(row) &&
  row.price.amountOre === undefined

const isOfferPlace = (row: OfferRow, standing: Standing): boolean =>
  isOfWhole(row, standing) || (standing.units.length <= 1 && standing.unit?.municipalityCode === undefined)

function municipalityChange(one: Case, held: number | undefined, { municipality }: Case['court']): Record<string, unknown> {
  const code = one.row.municipalityCode
  return one.differs('municipality', held, code, (value) => municipality(value) ?? String(value))
    ? { municipalityCode: code }
    : {}
}

/** Where days say how an offer stands, a word cannot. */
function statusChange(one: Case, { unit }: Standing, offer: Offer): Record<string, unknown> {
  const [opensOn] = [offer.opensOn, unit?.opensOn]
    .filter((day) => day !== undefined)
    .sort()
    .reverse()
  const [closesOn] = [offer.closesOn, unit?.closesOn].filter((day) => day !== undefined).sort()
  const held = statusOn({ status: offer.status, opensOn, closesOn }, one.court.today)
  if (one.row.status === undefined || one.row.status === held) return {}
  if (opensOn !== undefined || closesOn !== undefined)
    one.wrong(
      'status',
      `Status er »${statuses[held]}«, fordi der står en dag, tilbuddet åbner eller lukker. Ret dagen på tilbuddets side.`,
    )
  one.differs('status', held, one.row.status, (key) => statuses[key])
  return { status: one.row.status }
}

function newOffer(one: Case, operator: Part | undefined): Part {
  const { row } = one
  const { name, portalId, address, website, mailbox, note } = row.offer
  if (row.offerKey !== undefined)
    one.wrong('offerKey', `Der er intet tilbud nr. ${row.offerKey}. Lad cellen være tom, hvis tilbuddet er nyt.`)
  if (name === undefined) one.wrong('offer', 'Tilbuddet findes ikke endnu. Skriv dets navn, så det kan oprettes.')
  one.differs('offer', undefined, name)
  const ref = portalId === undefined ? `ny:${operator?.ref}/${plainTitle(name)}` : `tp:${portalId}`
  const { municipalityCode, status } = row
  return { ref, id: undefined, fields: { name, portalId, address, website, mailbox, note, municipalityCode, status } }
}

/** undefined: the row is of the whole offer, which has several units. */
export function unitPart(one: Case, standing: Standing, offer: Part): Part | undefined {
  const { row, court } = one
  const { unit, units } = standing
  const { name, portalId, pNumber } = row.unit
  if (unit) {
    const fields = one.different(unit, {
      name: ['unit', name],
      portalId: ['portalUnit', portalId],
      pNumber: ['pNumber', pNumber],
    })
    const place = isOfferPlace(row, standing)
      ? {}
      : municipalityChange(one, unit.municipalityCode ?? standing.offer?.municipalityCode, court)
    return { ref: `#${unit.id}`, id: unit.id, fields: { ...fields, ...place } }
  }
  if (row.unitKey !== undefined)
    one.wrong('unitKey', `Der er ingen afdeling nr. ${row.unitKey}. Lad cellen være tom, hvis den er ny.`)
  if (row.lineKey !== undefined)
    one.wrong('lineKey', `Der er ingen pladslinje nr. ${row.lineKey}. Lad cellen være tom, hvis den er ny.`)
  if (isOfWhole(one.row, standing)) return undefined
  if (units.length > 0 && name === undefined && portalId === undefined && pNumber === undefined)
    one.wrong('offer', `Tilbuddet har ${units.length} afdelinger. Skriv, hvilken rækken gælder.`)
  one.differs('unit', undefined, name ?? WHOLE)
  const own = units.length > 0 && row.municipalityCode !== standing.offer?.municipalityCode ? row.municipalityCode : undefined
  const ref = `${offer.ref}/${portalId ?? pNumber ?? plainTitle(name ?? WHOLE)}`
  return { ref, id: undefined, fields: { name: name ?? WHOLE, portalId, pNumber, municipalityCode: own } }
}
