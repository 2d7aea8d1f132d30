// Directories of others, read through the server. Needs no key of the vault: what is read is public. Many lists name the organisation
// of a service by its id alone; such services are then read one by one, in which form the standard has the organisation inside.
import * as z from 'zod/mini'
import { type LetterboxDatabase, readState } from '#device/letterbox/database.ts'
import { ask, readSaid } from '#device/letterbox/post.ts'
import type { Platform } from '#device/platform.ts'
import { MOST_ASKED_APART } from '#domain/hsds/import-plan.ts'
import { type HsdsObjects, objectsIn } from '#domain/hsds/read-file.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { feedPage } from '#protocol/endpoints/feed-page.ts'
import { feedService } from '#protocol/endpoints/feed-service.ts'
import { feeds } from '#protocol/endpoints/feeds.ts'
import { FeedList, FeedPage, FeedService } from '#protocol/feed.ts'

/** `silent`: no answer, from our server or from the other. `tooManyApart`: to be read one by one. */
export type FeedRefusal = 'silent' | 'unreadable' | 'tooMany' | 'tooManyApart'

export type Feeds = {
  /** None without signal. */
  readonly list: () => Promise<readonly string[]>
  /** All services of one. `onPage` returning false ends it; undefined then. */
  readonly read: (feed: string, how: HowToRead) => Promise<Result<HsdsObjects, FeedRefusal> | undefined>
}

type HowToRead = {
  /** More services than this nobody would see the end of. */
  readonly most: number
  readonly onPage: (read: { readonly rows: number; readonly all: number }) => boolean
}

type Carrying = { readonly letterbox: LetterboxDatabase; readonly platform: Platform }

export const createFeeds = (carrying: Carrying): Feeds => ({
  list: async () => (await say(carrying, feeds.path, FeedList))?.feeds ?? [],
  read: async (feed, how) => {
    const listed = await readList(carrying, feed, how)
    if (!listed?.ok) return listed
    const whole = await readApart(carrying, { feed, services: listed.value }, how)
    return whole?.ok ? accept(objectsIn(whole.value)) : whole
  }
})

type Services = readonly unknown[]
type Read = Result<Services, FeedRefusal> | undefined

const readList = async (carrying: Carrying, feed: string, { most, onPage }: HowToRead): Promise<Read> => {
  const services: unknown[] = []
  for (let page = 1; ; page += 1) {
    const query = new URLSearchParams({ feed, page: String(page) })
    const said = await say(carrying, `${feedPage.path}?${query.toString()}`, FeedPage)
    if (said === undefined || said.feed !== feed || said.page !== page || said.is === 'no_answer') {
      return refuse('silent')
    }
    if (said.is !== 'read') return refuse('unreadable')
    services.push(...said.services)
    if (services.length > most) return refuse('tooMany')
    if (!onPage({ rows: services.length, all: Math.max(said.count, services.length) })) return undefined
    if (said.isLast) return accept(services)
  }
}

type Listed = { readonly feed: string; readonly services: Services }

/** One that is not there any more, or that no organisation is inside of, stays as it was listed: its row says what is wrong. */
const readApart = async (carrying: Carrying, { feed, services }: Listed, { onPage }: HowToRead): Promise<Read> => {
  const apart = services.filter(isApart).length
  if (apart > MOST_ASKED_APART) return refuse('tooManyApart')
  const whole: unknown[] = []
  let asked = 0
  for (const service of services) {
    if (!isApart(service)) {
      whole.push(service)
      continue
    }
    const query = new URLSearchParams({ feed, id: service.id })
    const said = await say(carrying, `${feedService.path}?${query.toString()}`, FeedService)
    if (said === undefined || said.feed !== feed || said.id !== service.id || said.is === 'no_answer') {
      return refuse('silent')
    }
    whole.push(said.is === 'read' ? said.service : service)
    asked += 1
    if (!onPage({ rows: services.length + asked, all: services.length + apart })) return undefined
  }
  return accept(whole)
}

const Service = z.looseObject({ id: z.uuid(), organization: z.optional(z.unknown()) })
const Organization = z.looseObject({ name: z.string() })

/** Whose it is stands elsewhere, or not with its name. */
const isApart = (service: unknown): service is z.infer<typeof Service> => {
  const read = Service.safeParse(service)
  return read.success && !Organization.safeParse(read.data.organization).success
}

const say = async <Schema extends z.core.$ZodType>(
  { letterbox, platform }: Carrying,
  path: string,
  schema: Schema
): Promise<z.infer<Schema> | undefined> => {
  const { credentials, revoked } = await readState(letterbox)
  if (credentials === undefined || revoked) return undefined
  const answer = await ask(platform, credentials, { path, method: 'GET', token: credentials.token })
  return answer.ok ? readSaid(answer.value, schema, credentials) : undefined
}
