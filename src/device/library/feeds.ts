// Directories of others, read through the server. Needs no key of the vault: what is read is public.
import type * as z from 'zod/mini'
import { type LetterboxDatabase, readState } from '#device/letterbox/database.ts'
import { ask, readSaid } from '#device/letterbox/post.ts'
import type { Platform } from '#device/platform.ts'
import { type HsdsObjects, objectsIn } from '#domain/hsds/read-file.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { feedPage } from '#protocol/endpoints/feed-page.ts'
import { feeds } from '#protocol/endpoints/feeds.ts'
import { FeedList, FeedPage } from '#protocol/feed.ts'

/** `silent`: no answer, from our server or from the other. */
export type FeedRefusal = 'silent' | 'unreadable' | 'tooMany'

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
  read: async (feed, { most, onPage }) => {
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
      if (said.isLast) return accept(objectsIn(services))
    }
  }
})

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
