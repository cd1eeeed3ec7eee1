import type { Location, ServiceAtLocation } from './answer.ts'
import { partId } from './identity.ts'
import type { ServiceRow } from './row.ts'
import { type Book, type Link, said } from './taxonomy.ts'

type Place = Pick<
  ServiceRow,
  'uuid' | 'offerName' | 'unitName' | 'address' | 'municipality' | 'municipalityCode' | 'region' | 'pNumber' | 'operator'
>

/** A unit that is only the whole offer needs no name of its own. */
const WHOLE = 'Hele tilbuddet'

/** 'Himmelev', 'Marjatta: Skolehjemmet'. */
export const serviceName = ({ offerName, unitName }: Pick<ServiceRow, 'offerName' | 'unitName'>): string =>
  unitName === WHOLE || unitName === offerName ? offerName : `${offerName}: ${unitName}`

/**
 * An address as people write it, in parts; undefined when it cannot be taken apart, since a guess would be worse.
 * @example addressParts('Vej 1, 2. sal, 4000 Roskilde') // { street: 'Vej 1, 2. sal', postcode: '4000', city: 'Roskilde' }
 */
export function addressParts(written: string): { street: string; postcode: string; city: string } | undefined {
  const [, street, postcode, city] = written.trim().match(/^(.+?),?\s+(\d{4})\s+([^\d,]+)$/) ?? []
  return street && postcode && city ? { street, postcode, city } : undefined
}

/** Where a unit lies. No coordinates: those of a municipality's centre would look more exact than they are. */
export function locationOf(place: Place, book: Book): Location {
  const id = partId(place.uuid, 'location')
  const link: Link = { id, entity: 'location' }
  const parts = place.address === undefined ? undefined : addressParts(place.address)
  const region = place.region ?? 'ikke oplyst'
  return {
    id,
    location_type: 'physical',
    ...(place.operator ? { organization_id: place.operator.uuid } : {}),
    name: serviceName(place),
    description: [
      place.municipality ? `Ligger i ${place.municipality} Kommune.` : 'Det er ikke oplyst, hvilken kommune det ligger i.',
      place.address ? `Adresse: ${place.address}.` : 'Adressen er ikke oplyst.',
    ].join(' '),
    ...(place.pNumber ? { external_identifier: place.pNumber, external_identifier_type: 'DK P-nummer' } : {}),
    addresses: parts
      ? [
          {
            id: partId(place.uuid, 'address'),
            location_id: id,
            address_1: parts.street,
            city: parts.city,
            region,
            state_province: region,
            postal_code: parts.postcode,
            country: 'DK',
            address_type: 'physical',
          },
        ]
      : [],
    attributes: said.municipality(book, link, place.municipalityCode),
  }
}

export const serviceAtLocationOf = (place: Place, book: Book): ServiceAtLocation => ({
  id: partId(place.uuid, 'serviceAtLocation'),
  service_id: place.uuid,
  location_id: partId(place.uuid, 'location'),
  description: serviceName(place),
  location: locationOf(place, book),
})
