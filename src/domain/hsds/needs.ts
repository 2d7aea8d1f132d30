// Which needs a service meets, as attributes of a taxonomy of our own: the standard classifies in no other way.
import { type Need, NEED_CODES } from '#domain/codes/needs.ts'
import type { HsdsService, HsdsTaxonomy, HsdsTerm } from '#domain/hsds/shape.ts'
import { derivedUuid } from '#domain/uuid.ts'

export const NEED_TAXONOMY: HsdsTaxonomy = {
  id: derivedUuid('taxonomy needs'),
  name: 'Needs',
  description: 'What people who have just arrived are in need of, as Susret codes it.'
}

const termOf = (need: Need): HsdsTerm => ({
  id: derivedUuid(`term ${need}`),
  code: need,
  name: need.replaceAll('_', ' '),
  description: `Meets the need "${need.replaceAll('_', ' ')}".`,
  taxonomy_id: NEED_TAXONOMY.id,
  taxonomy: NEED_TAXONOMY.name
})

export const NEED_TERMS: readonly HsdsTerm[] = NEED_CODES.map(termOf)

export const needsToAttributes = (service: string, needs: readonly Need[]): NonNullable<HsdsService['attributes']> =>
  needs.map((need) => ({
    id: derivedUuid(`attribute ${service} ${need}`),
    link_id: service,
    link_entity: 'service',
    taxonomy_term_id: derivedUuid(`term ${need}`),
    taxonomy_term: termOf(need)
  }))

/** Terms of other taxonomies say nothing here. */
export const attributesToNeeds = (attributes: HsdsService['attributes'] = []): Need[] =>
  NEED_CODES.filter((need) =>
    attributes.some(
      ({ taxonomy_term_id: id, taxonomy_term: term }) => id === derivedUuid(`term ${need}`) || term?.code === need
    )
  )
