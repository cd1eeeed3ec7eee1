import { z } from 'zod'

/**
 * What is answered, in the shapes and with the names of HSDS 3.1. What the standard allows and we know nothing of (schedules,
 * contacts, phones, languages) is left out. https://docs.openreferral.org
 */

const id = z.uuid()
const instant = z.iso.datetime({ offset: true })
const amount = z.number()

export const taxonomy = z.object({
  id,
  name: z.string(),
  description: z.string(),
  uri: z.url().optional(),
  version: z.string().optional(),
})

export const taxonomyTerm = z.object({
  id,
  code: z.string(),
  name: z.string(),
  description: z.string(),
  parent_id: id.optional(),
  taxonomy: z.string(),
  taxonomy_id: id,
  language: z.string(),
})

const attribute = z.object({
  id,
  link_id: id,
  link_entity: z.string(),
  link_type: z.string(),
  taxonomy_term_id: id,
  value: z.string().optional(),
  taxonomy_term: taxonomyTerm,
})

const attributes = z.array(attribute)

const unit = z.object({ id, name: z.string() })

const capacity = z.object({
  id,
  service_id: id,
  unit,
  available: amount,
  maximum: amount.optional(),
  description: z.string(),
  /** When somebody last stood by it. */
  updated: instant,
  attributes,
})

const costOption = z.object({
  id,
  service_id: id,
  valid_from: z.iso.date().optional(),
  valid_to: z.iso.date().optional(),
  option: z.string().optional(),
  currency: z.literal('DKK'),
  amount,
  amount_description: z.string(),
  attributes,
})

const program = z.object({ id, organization_id: id.optional(), name: z.string(), description: z.string() })

const identifier = z.object({
  id,
  organization_id: id,
  identifier_scheme: z.string(),
  identifier_type: z.string(),
  identifier: z.string(),
})

export const organizationBasic = z.object({
  id,
  name: z.string(),
  description: z.string(),
  website: z.url().optional(),
  legal_status: z.string().optional(),
})

const address = z.object({
  id,
  location_id: id,
  address_1: z.string(),
  city: z.string(),
  region: z.string(),
  state_province: z.string(),
  postal_code: z.string(),
  country: z.literal('DK'),
  address_type: z.literal('physical'),
})

export const location = z.object({
  id,
  location_type: z.literal('physical'),
  organization_id: id.optional(),
  name: z.string(),
  description: z.string(),
  external_identifier: z.string().optional(),
  external_identifier_type: z.string().optional(),
  addresses: z.array(address),
  attributes,
})

export const serviceAtLocation = z.object({ id, service_id: id, location_id: id, description: z.string(), location })

/** What a list shows of a service: no lists of its own. */
export const serviceBasic = z.object({
  id,
  organization_id: id.optional(),
  program_id: id,
  name: z.string(),
  description: z.string(),
  url: z.url(),
  status: z.enum(['active', 'inactive', 'defunct']),
  alert: z.string().optional(),
  eligibility_description: z.string().optional(),
  minimum_age: amount.optional(),
  maximum_age: amount.optional(),
  assured_date: z.iso.date().optional(),
  last_modified: instant,
  organization: organizationBasic.optional(),
  program,
})

/** A service with all that hangs on it. */
export const service = serviceBasic.extend({
  capacities: z.array(capacity),
  cost_options: z.array(costOption),
  service_at_locations: z.array(serviceAtLocation),
  attributes,
})

export const organization = organizationBasic.extend({
  organization_identifiers: z.array(identifier),
  programs: z.array(program),
  locations: z.array(location),
  attributes,
  services: z.array(z.union([service, z.object({ id, name: z.string(), status: service.shape.status })])),
})

export const serviceAtLocationFull = serviceAtLocation.extend({ service })

export const minimal = z.object({ id, modified_date: instant })

export const root = z.object({
  version: z.literal('3.1.0'),
  profile: z.url(),
  openapi_url: z.url(),
  description: z.string(),
  publisher: z.object({ name: z.string(), website: z.url() }),
})

export type Taxonomy = z.infer<typeof taxonomy>
export type TaxonomyTerm = z.infer<typeof taxonomyTerm>
export type Attribute = z.infer<typeof attribute>
export type Capacity = z.infer<typeof capacity>
export type CostOption = z.infer<typeof costOption>
export type Program = z.infer<typeof program>
export type Location = z.infer<typeof location>
export type ServiceAtLocation = z.infer<typeof serviceAtLocation>
export type ServiceBasic = z.infer<typeof serviceBasic>
export type Service = z.infer<typeof service>
export type OrganizationBasic = z.infer<typeof organizationBasic>
export type Organization = z.infer<typeof organization>
