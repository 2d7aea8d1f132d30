// What HSDS 3.0 says of each object, as JSON Schema for an independent validator: names, what is required, types, formats and
// enumerations, written from the published tables. What it does not name is allowed, as the standard says.
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

type Property = object

const text = { type: 'string' }
const number = { type: 'number' }
const id = { type: 'string', format: 'uuid' }
const uri = { type: 'string', format: 'uri' }
const one = (object: string) => ({ $ref: object })
const many = (object: string) => ({ type: 'array', items: { $ref: object } })
const kind = { enum: ['physical', 'postal', 'virtual'] }
const days = { enum: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] }
/** Hours and minutes with Z or an offset. */
const time = { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-2][0-9]:?[0-5][0-9])$' }

const shared = { attributes: many('attribute'), metadata: { type: 'array' } }

const OBJECTS: Readonly<Record<string, { required: string[]; properties: Record<string, Property> }>> = {
  organization: {
    required: ['id', 'name', 'description'],
    properties: {
      name: text,
      description: text,
      alternate_name: text,
      website: uri,
      phones: many('phone'),
      locations: many('location')
    }
  },
  service: {
    required: ['id', 'name', 'status'],
    properties: {
      name: text,
      status: { enum: ['active', 'inactive', 'defunct', 'temporarily closed'] },
      description: text,
      application_process: text,
      eligibility_description: text,
      minimum_age: number,
      maximum_age: number,
      alert: text,
      assured_date: { type: 'string', format: 'date' },
      assurer_email: { type: 'string', format: 'email' },
      last_modified: { type: 'string', format: 'date-time' },
      organization: one('organization'),
      phones: many('phone'),
      schedules: many('schedule'),
      languages: many('language'),
      required_documents: many('required_document'),
      service_at_locations: many('service_at_location'),
      capacities: many('service_capacity')
    }
  },
  location: {
    required: ['id', 'location_type'],
    properties: {
      location_type: kind,
      name: text,
      transportation: text,
      latitude: number,
      longitude: number,
      addresses: many('address')
    }
  },
  service_at_location: { required: ['id'], properties: { location: one('location') } },
  address: {
    required: ['id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
    properties: {
      address_1: text,
      city: text,
      state_province: text,
      postal_code: text,
      country: { type: 'string', minLength: 2, maxLength: 2 },
      address_type: kind
    }
  },
  phone: { required: ['id', 'number'], properties: { number: text, extension: number, description: text } },
  schedule: {
    required: ['id'],
    properties: {
      freq: { enum: ['WEEKLY', 'MONTHLY'] },
      wkst: days,
      byday: { type: 'string', pattern: '^(-?[1-5]?(MO|TU|WE|TH|FR|SA|SU))(,-?[1-5]?(MO|TU|WE|TH|FR|SA|SU))*$' },
      interval: number,
      timezone: number,
      opens_at: time,
      closes_at: time,
      dtstart: { type: 'string', format: 'date' },
      until: { type: 'string', format: 'date' },
      description: text,
      notes: text
    }
  },
  language: {
    required: ['id'],
    properties: { name: text, code: { type: 'string', pattern: '^[a-z]{2,3}$' }, note: text }
  },
  required_document: { required: ['id'], properties: { document: text, uri } },
  attribute: {
    required: ['id', 'link_id', 'taxonomy_term_id', 'link_entity'],
    properties: { link_id: id, taxonomy_term_id: id, link_entity: text, taxonomy_term: one('taxonomy_term') }
  },
  taxonomy: { required: ['id', 'name', 'description'], properties: { name: text, description: text, uri } },
  taxonomy_term: {
    required: ['id', 'name', 'description'],
    properties: {
      name: text,
      description: text,
      code: text,
      parent_id: id,
      taxonomy_id: id,
      taxonomy: text,
      term_uri: uri
    }
  },
  unit: { required: ['id', 'name'], properties: { name: text } },
  service_capacity: {
    required: ['id', 'available', 'updated'],
    properties: {
      available: number,
      maximum: number,
      updated: { type: 'string', format: 'date-time' },
      unit: one('unit')
    }
  }
}

/** `path` of each schema of the specification, which its tools look for. */
export const STANDARD_PATHS = {
  organization: 'organizations.csv',
  service: 'services.csv',
  location: 'locations.csv',
  service_at_location: 'service_at_location.csv',
  address: 'addresses.csv',
  phone: 'phones.csv',
  schedule: 'schedules.csv',
  language: 'languages.csv',
  required_document: 'required_documents.csv',
  attribute: 'attributes.csv',
  taxonomy: 'taxonomies.csv',
  taxonomy_term: 'taxonomy_terms.csv',
  unit: 'units.csv',
  service_capacity: 'service_capacity.csv'
}

/** Beside the above, in tables: which row of another table it belongs to. */
const IN_TABLES: Readonly<Record<string, string[]>> = {
  service: ['organization_id'],
  service_at_location: ['service_id', 'location_id'],
  service_capacity: ['service_id', 'unit_id']
}

const createAjv = () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  formats.default(ajv)
  for (const [name, { required, properties }] of Object.entries(OBJECTS)) {
    ajv.addSchema({ $id: name, type: 'object', required, properties: { id, ...shared, ...properties } })
  }
  return ajv
}

const ajv = createAjv()

/** What an object of the nested form, or a row of its table, does against the standard; none when it conforms. */
export const faultsIn = (name: string, given: unknown): string[] => {
  const validate = ajv.getSchema(name)
  if (validate === undefined) throw new Error(`HSDS has no ${name}`)
  return validate(given) === true
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message ?? ''}`)
}

export const faultsInRow = (name: string, row: Readonly<Record<string, string>>): string[] => {
  const { properties = {} } = OBJECTS[name] ?? {}
  const filled = Object.entries(row).filter(([, cell]) => cell !== '')
  const read = filled.map(([column, cell]) => [column, properties[column] === number ? Number(cell) : cell])
  // A required text may be empty, as in the nested form.
  const empty = (OBJECTS[name]?.required ?? []).filter((column) => row[column] === '').map((column) => [column, ''])
  const missing = (IN_TABLES[name] ?? []).filter((column) => !row[column]).map((column) => `${name} lacks ${column}`)
  return [...missing, ...faultsIn(name, Object.fromEntries([...read, ...empty]))]
}
