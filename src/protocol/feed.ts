// Directories of others (HSDS 3.0) that the server reads for a lead, page by page, because no browser may. Which ones there are the
// operator has said: nobody leads the server anywhere else.
import * as z from 'zod/mini'

/** Where the interface stands, as in https://directory.example.org/hsds. */
export const FeedAddress = z.string().check(z.minLength(1), z.maxLength(500))

export const FeedList = z.object({ kind: z.literal('feeds'), feeds: z.array(FeedAddress) })
export type FeedList = z.infer<typeof FeedList>

/** `no_answer` in time; `no_hsds`: no page of services; `too_large`: more than a page may be. */
export const FEED_TROUBLES = ['no_answer', 'no_hsds', 'too_large'] as const
export type FeedTrouble = (typeof FEED_TROUBLES)[number]

const asked = { kind: z.literal('feed_page'), feed: FeedAddress, page: z.int() }

/** What the other side says of its services, as it came: the phone looks at each. */
export const FeedPage = z.discriminatedUnion('is', [
  z.object({
    ...asked,
    is: z.literal('read'),
    services: z.array(z.unknown()),
    isLast: z.boolean(),
    /** Of all pages, as the other side says; 0 where it does not. */
    count: z.int()
  }),
  z.object({ ...asked, is: z.enum(FEED_TROUBLES) })
])
export type FeedPage = z.infer<typeof FeedPage>

const askedOne = { kind: z.literal('feed_service'), feed: FeedAddress, id: z.uuid() }

/** One service with all that belongs to it, which some lists leave out; `not_there`: the list named what is no more. */
export const FeedService = z.discriminatedUnion('is', [
  z.object({ ...askedOne, is: z.literal('read'), service: z.record(z.string(), z.unknown()) }),
  z.object({ ...askedOne, is: z.enum([...FEED_TROUBLES, 'not_there']) })
])
export type FeedService = z.infer<typeof FeedService>
