// What of the Human Services Data Specification 3.0 this directory has: the objects of its canonical, nested form. Terms are the
// standard's; what it has no term for stands under `x_`, as it allows. `service_capacity` is of its version 3.1.
import * as z from 'zod/mini'

const text = z.optional(z.nullable(z.string()))
const number = z.optional(z.nullable(z.number()))
const Id = z.uuid()

/** Words of other languages, which the standard has no term for: by field, by language. */
const Translations = z.optional(z.nullable(z.record(z.string(), z.record(z.string(), z.string()))))

const extras = {
  x_translations: Translations,
  x_source: text,
  x_to_verify: z.optional(z.nullable(z.boolean())),
  x_caution: text
}

const HsdsPhone = z.object({ id: Id, number: z.string(), extension: number, description: text })

export const HsdsSchedule = z.object({
  id: Id,
  freq: z.optional(z.nullable(z.enum(['WEEKLY', 'MONTHLY']))),
  byday: text,
  interval: number,
  opens_at: text,
  closes_at: text,
  timezone: number,
  dtstart: text,
  until: text,
  valid_from: text,
  valid_to: text,
  description: text,
  notes: text
})
export type HsdsSchedule = z.infer<typeof HsdsSchedule>

/** When it is open and who answers, which others say of a place, or of a service at one. */
const contact = { schedules: z.optional(z.array(HsdsSchedule)), phones: z.optional(z.array(HsdsPhone)) }

const HsdsLanguage = z.object({ id: Id, code: text, name: text })

export const HsdsOrganization = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  alternate_name: text,
  website: text,
  phones: z.optional(z.array(HsdsPhone)),
  x_assured_date: text,
  ...extras
})
export type HsdsOrganization = z.infer<typeof HsdsOrganization>

const HsdsAddress = z.object({
  id: Id,
  address_1: z.string(),
  city: z.string(),
  state_province: text,
  postal_code: text,
  country: text,
  address_type: z.optional(z.nullable(z.enum(['physical', 'postal', 'virtual'])))
})

export const HsdsLocation = z.object({
  id: Id,
  location_type: z.enum(['physical', 'postal', 'virtual']),
  name: text,
  transportation: text,
  latitude: number,
  longitude: number,
  addresses: z.optional(z.array(HsdsAddress)),
  ...contact,
  x_zone: text,
  x_city: text,
  x_precision_metres: number,
  x_assured_date: text,
  ...extras
})
export type HsdsLocation = z.infer<typeof HsdsLocation>

const HsdsTaxonomy = z.object({ id: Id, name: z.string(), description: z.string() })
export type HsdsTaxonomy = z.infer<typeof HsdsTaxonomy>

export const HsdsTerm = z.object({
  id: Id,
  code: text,
  name: z.string(),
  description: z.string(),
  taxonomy_id: z.optional(Id),
  taxonomy: text
})
export type HsdsTerm = z.infer<typeof HsdsTerm>

const HsdsAttribute = z.object({
  id: Id,
  link_id: Id,
  link_entity: z.string(),
  taxonomy_term_id: Id,
  taxonomy_term: z.optional(HsdsTerm)
})

const HsdsDocument = z.object({ id: Id, document: text })

const HsdsCapacity = z.object({
  id: Id,
  available: z.number(),
  maximum: number,
  updated: z.string(),
  unit: z.object({ id: Id, name: z.string() })
})

const HsdsServiceAtLocation = z.object({ id: Id, location: HsdsLocation, ...contact })

export const HsdsService = z.object({
  id: Id,
  name: z.string(),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  organization: HsdsOrganization,
  description: text,
  application_process: text,
  eligibility_description: text,
  minimum_age: number,
  maximum_age: number,
  alert: text,
  assured_date: text,
  last_modified: text,
  ...contact,
  languages: z.optional(z.array(HsdsLanguage)),
  required_documents: z.optional(z.array(HsdsDocument)),
  attributes: z.optional(z.array(HsdsAttribute)),
  service_at_locations: z.optional(z.array(HsdsServiceAtLocation)),
  capacities: z.optional(z.array(HsdsCapacity)),
  x_women_only: z.optional(z.nullable(z.boolean())),
  ...extras
})
export type HsdsService = z.infer<typeof HsdsService>

/** One file of a whole directory: services as a list of the interface has them, and what no service names beside them. */
export type HsdsDirectory = {
  readonly services: readonly HsdsService[]
  readonly organizations: readonly HsdsOrganization[]
  readonly locations: readonly HsdsLocation[]
}

export const HSDS_VERSION = '3.0'
/** Of the specification itself: no profile of our own. */
export const HSDS_PROFILE = 'https://docs.openreferral.org/en/v3.0/'
