// A lead reads another directory through the server, page by page; what of it is taken in is decided on the phone.
import { feedPage } from '#protocol/endpoints/feed-page.ts'
import type { FeedList, FeedPage } from '#protocol/feed.ts'
import { signStatement } from '#protocol/signed.ts'
import { readPage } from '#server/feeds/read-page.ts'
import { findAsker } from '#server/http/access.ts'
import type { AppParts, Handler } from '#server/http/parts.ts'
import { busy, refusal } from '#server/http/refusal.ts'

/** Each may hold a page in memory and a connection open. */
const AT_ONCE = 4

export const answerFeeds =
  (parts: AppParts): Handler =>
  async (context) => {
    const asker = await findAsker(context, 'feeds', parts)
    if (!asker.ok) return asker.refusal
    const list: FeedList = { kind: 'feeds', feeds: [...(parts.feeds ?? [])] }
    return context.json(await signStatement(list, parts.keys.signer))
  }

export const answerFeedPage = (parts: AppParts): Handler => {
  let reading = 0
  return async (context) => {
    const asker = await findAsker(context, 'feedPage', parts)
    if (!asker.ok) return asker.refusal
    const query = feedPage.query.safeParse(context.req.query())
    if (!query.success) return refusal(context, 'bad_request')
    const { feed } = query.data
    if (parts.feeds?.includes(feed) !== true) return refusal(context, 'not_found')
    if (reading >= AT_ONCE) return busy(context, parts)
    reading += 1
    try {
      const page = Number(query.data.page)
      const read = await readPage(feed, page)
      const asked = { kind: 'feed_page', feed, page } as const
      const said: FeedPage = read.ok
        ? { ...asked, is: 'read', ...read.value, services: [...read.value.services] }
        : { ...asked, is: read.refusal }
      return context.json(await signStatement(said, parts.keys.signer))
    } finally {
      reading -= 1
    }
  }
}
