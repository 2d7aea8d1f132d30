// The directory for other directories, as the HSDS interface describes it: read only, for anyone, of the one organisation the
// operator names. Whatever does not exist is empty or not found, and never a phone's business.
import * as z from 'zod/mini'
import { dayAt } from '#domain/belgrade-time.ts'
import { NEED_TAXONOMY, NEED_TERMS } from '#domain/hsds/needs.ts'
import { metresFrom, middleOf, POSTCODE, postcodeOf } from '#domain/hsds/postcodes.ts'
import {
  HSDS_PROFILE,
  HSDS_VERSION,
  type HsdsDirectory,
  type HsdsLocation,
  type HsdsService
} from '#domain/hsds/shape.ts'
import { toHsds } from '#domain/hsds/to-hsds.ts'
import { foldText, hasEveryWord } from '#domain/fold-text.ts'
import { createReadChecks } from '#server/figures/read-checks.ts'
import type { AppParts, Context, Handler } from '#server/http/parts.ts'
import { refusal } from '#server/http/refusal.ts'

const MOST_A_PAGE = 100

const whole = (least: number, most: number) =>
  z.pipe(
    z.pipe(z.string().check(z.regex(/^\d{1,6}$/)), z.transform(Number)),
    z.number().check(z.gte(least), z.lte(most))
  )

/** Filters hold together. `full` and `minimal` change nothing: a list is always whole. */
export const HsdsQuery = z.object({
  page: z._default(whole(1, 999_999), 1),
  per_page: z._default(whole(1, MOST_A_PAGE), 20),
  search: z.optional(z.string().check(z.maxLength(200))),
  organization_id: z.optional(z.uuid()),
  taxonomy_term_id: z.optional(z.uuid()),
  taxonomy_id: z.optional(z.uuid()),
  modified_after: z.optional(z.union([z.iso.datetime({ offset: true }), z.iso.date()]))
})

/** `proximity` is in metres from the middle of the postcode, so it goes with one whose middle is known. */
export const HsdsPlaceQuery = z
  .extend(HsdsQuery, {
    postcode: z.optional(
      z.pipe(
        z.string().check(z.regex(POSTCODE)),
        z.transform((given) => given.replace(' ', ''))
      )
    ),
    proximity: z.optional(whole(1, 999_999))
  })
  .check(z.refine(({ postcode, proximity }) => proximity === undefined || middleOf(postcode ?? '') !== undefined))
type HsdsPlaceQuery = z.infer<typeof HsdsPlaceQuery>

/** What a list may be asked for. */
export const queryOf = (list: HsdsList) => (list === 'service_at_locations' ? HsdsPlaceQuery : HsdsQuery)

type Named = { readonly id: string; readonly name?: string | null | undefined }

/** Routes below `/hsds`: lists, and one thing of each. */
export const HSDS_LISTS = ['services', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'] as const
export type HsdsList = (typeof HSDS_LISTS)[number]

export const answerHsdsRoot =
  (publicUrl: string): Handler =>
  async (context) =>
    context.json({ version: HSDS_VERSION, profile: HSDS_PROFILE, openapi_url: `${publicUrl}/openapi.json` })

export const answerHsdsList =
  (list: HsdsList, read: ReadDirectory): Handler =>
  async (context) => {
    const query = queryOf(list).safeParse(context.req.query())
    if (!query.success) return refusal(context, 'bad_request')
    const all = listsOf(await read())[list]
    return context.json(
      pageOf(
        all.filter((one) => isWanted(one, query.data)),
        query.data
      )
    )
  }

export const answerHsdsOne =
  (list: HsdsList, read: ReadDirectory): Handler =>
  async (context: Context) => {
    const all: readonly Named[] = listsOf(await read())[list]
    const found = all.find(({ id }) => id === context.req.param('id'))
    return found === undefined ? refusal(context, 'not_found') : context.json(found)
  }

export type ReadDirectory = () => Promise<HsdsDirectory>

/** As it stands now, with what was found in the street. */
export const createReadDirectory = ({ store, clock }: Pick<AppParts, 'store' | 'clock'>, organisation: string) => {
  const readChecks = createReadChecks(store, organisation)
  return async (): Promise<HsdsDirectory> =>
    toHsds(await store.listEntries(organisation), dayAt(clock.now()), await readChecks())
}

const listsOf = ({ services, organizations }: HsdsDirectory): Readonly<Record<HsdsList, readonly Named[]>> => {
  const everyOrganization = [...services.map(({ organization }) => organization), ...organizations]
  return {
    services,
    organizations: [...new Map(everyOrganization.map((one) => [one.id, one])).values()],
    service_at_locations: services.flatMap(({ service_at_locations: joined = [], ...service }) =>
      joined.map((one) => ({ ...one, service }))
    ),
    taxonomies: [NEED_TAXONOMY],
    taxonomy_terms: NEED_TERMS
  }
}

const isWanted = (one: Named, query: HsdsPlaceQuery): boolean => {
  const { search, organization_id: organization, taxonomy_term_id: term, taxonomy_id: taxonomy } = query
  const { modified_after: after } = query
  const service = serviceIn(one)
  const attributes = service?.attributes ?? []
  const terms = attributes.map(({ taxonomy_term_id: id }) => id)
  const taxonomies = attributes.map(({ taxonomy_term: own }) => own?.taxonomy_id)
  const texts = Object.values(one).filter((value) => typeof value === 'string')
  return (
    (search === undefined || hasEveryWord(foldText(texts.join('\n')), foldText(search))) &&
    (organization === undefined || (service?.organization ?? one).id === organization) &&
    (term === undefined || terms.includes(term)) &&
    (taxonomy === undefined || taxonomies.includes(taxonomy) || taxonomyOf(one) === taxonomy) &&
    (after === undefined || Date.parse(service?.last_modified ?? '') > Date.parse(after)) &&
    isNear(one, query)
  )
}

/** A service here has no area that it covers, so that a postcode asks for the places in it, or as near as is wanted. */
const isNear = (one: Named, { postcode, proximity }: HsdsPlaceQuery): boolean => {
  if (postcode === undefined) return true
  if (!('location' in one)) return false
  const location = one.location as HsdsLocation
  const middle = middleOf(postcode)
  if (proximity === undefined || middle === undefined) return postcodeOf(location) === postcode
  return (metresFrom(middle, location) ?? Infinity) <= proximity
}

/** The service itself, or the one that is given at a place. */
const serviceIn = (one: Named): HsdsService | undefined => {
  if ('organization' in one) return one as HsdsService
  return 'service' in one ? (one.service as HsdsService) : undefined
}

const taxonomyOf = (one: Named): string | undefined => ('taxonomy_id' in one ? String(one.taxonomy_id) : undefined)

const pageOf = (all: readonly Named[], { page, per_page: size }: HsdsPlaceQuery) => {
  const pages = Math.ceil(all.length / size)
  const contents = all.slice((page - 1) * size, page * size)
  return {
    total_items: all.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents
  }
}
