// A lead reads another directory through the server, page by page or one service at a time; what of it is taken in is decided on the phone.
import { feedPage } from '#protocol/endpoints/feed-page.ts'
import { feedService } from '#protocol/endpoints/feed-service.ts'
import type { FeedList, FeedPage, FeedService } from '#protocol/feed.ts'
import { signStatement } from '#protocol/signed.ts'
import { readPage, readService } from '#server/feeds/read-feed.ts'
import { findAsker } from '#server/http/access.ts'
import type { AppParts, Context, Handler } from '#server/http/parts.ts'
import { busy, refusal } from '#server/http/refusal.ts'

/** Each may hold a page in memory and a connection open. */
const AT_ONCE = 4

export const answerFeeds = (parts: AppParts): Record<'feeds' | 'feedPage' | 'feedService', Handler> => {
  const inTurn = oneOfFew(parts)
  return {
    feeds: async (context) => {
      const asker = await findAsker(context, 'feeds', parts)
      if (!asker.ok) return asker.refusal
      const list: FeedList = { kind: 'feeds', feeds: [...(parts.feeds ?? [])] }
      return context.json(await signStatement(list, parts.keys.signer))
    },
    feedPage: async (context) => {
      const asker = await findAsker(context, 'feedPage', parts)
      if (!asker.ok) return asker.refusal
      const query = feedPage.query.safeParse(context.req.query())
      if (!query.success) return refusal(context, 'bad_request')
      const { feed } = query.data
      return inTurn(context, feed, async () => {
        const page = Number(query.data.page)
        const read = await readPage(feed, page)
        const asked = { kind: 'feed_page', feed, page } as const
        return read.ok
          ? { ...asked, is: 'read', ...read.value, services: [...read.value.services] }
          : { ...asked, is: read.refusal }
      })
    },
    feedService: async (context) => {
      const asker = await findAsker(context, 'feedService', parts)
      if (!asker.ok) return asker.refusal
      const query = feedService.query.safeParse(context.req.query())
      if (!query.success) return refusal(context, 'bad_request')
      const { feed, id } = query.data
      return inTurn(context, feed, async () => {
        const read = await readService(feed, id)
        const asked = { kind: 'feed_service', feed, id } as const
        return read.ok ? { ...asked, is: 'read', service: { ...read.value } } : { ...asked, is: read.refusal }
      })
    }
  }
}

/** Asks only a feed that the operator has named, while not too many are being asked. */
const oneOfFew = (parts: AppParts) => {
  let reading = 0
  return async (context: Context, feed: string, ask: () => Promise<FeedPage | FeedService>): Promise<Response> => {
    if (parts.feeds?.includes(feed) !== true) return refusal(context, 'not_found')
    if (reading >= AT_ONCE) return busy(context, parts)
    reading += 1
    try {
      return context.json(await signStatement(await ask(), parts.keys.signer))
    } finally {
      reading -= 1
    }
  }
}
