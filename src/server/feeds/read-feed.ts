// One page of another directory, or one service of it: no redirect followed, an end after some seconds, and no more read than a page
// may be.
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import * as z from 'zod/mini'
import { parseJsonText } from '#domain/hsds/parse-json.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import type { FeedTrouble } from '#protocol/feed.ts'

/** From the first byte to the last. */
export const PAGE_WITHIN_MS = 15_000
/** A hundred services of ours are a third of one. */
export const PAGE_BYTES = 4_000_000
const SERVICES_A_PAGE = '100'

export type ReadPage = { readonly services: readonly unknown[]; readonly isLast: boolean; readonly count: number }

/** `feed`: one of those the operator has named. */
export const readPage = async (feed: string, page: number): Promise<Result<ReadPage, FeedTrouble>> => {
  const query = new URLSearchParams({ page: String(page), per_page: SERVICES_A_PAGE, full: 'true' })
  const read = await readText(`${feed}/services?${query.toString()}`)
  if (read.ok) return pageIn(read.value)
  return refuse(read.refusal === 'not_there' ? 'no_answer' : read.refusal)
}

/** As it stands for itself, with all that belongs to it. */
export const readService = async (feed: string, id: string): Promise<Result<object, FeedTrouble | 'not_there'>> => {
  const read = await readText(`${feed}/services/${encodeURIComponent(id)}`)
  if (!read.ok) return read
  const service = parseJsonText(read.value)
  return isObject(service) ? accept(service) : refuse('no_hsds')
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Redirects are not followed: they would lead where the operator has not. */
const readText = (address: string): Promise<Result<string, FeedTrouble | 'not_there'>> =>
  new Promise((resolve) => {
    const url = new URL(address)
    const request = url.protocol === 'http:' ? httpRequest : httpsRequest
    const outgoing = request(
      url,
      {
        agent: false,
        signal: AbortSignal.timeout(PAGE_WITHIN_MS),
        headers: { accept: 'application/json', 'user-agent': 'Susret' }
      },
      (answer) => {
        if (answer.statusCode !== 200) {
          answer.destroy()
          return resolve(refuse(NOT_THERE.includes(answer.statusCode ?? 0) ? 'not_there' : 'no_answer'))
        }
        const parts: Buffer[] = []
        let left = PAGE_BYTES
        answer.on('data', (part: Buffer) => {
          left -= part.length
          if (left >= 0) return void parts.push(part)
          resolve(refuse('too_large'))
          answer.destroy()
        })
        answer.on('end', () => resolve(toText(Buffer.concat(parts))))
        answer.on('error', () => resolve(refuse('no_answer')))
      }
    )
    outgoing.on('error', () => resolve(refuse('no_answer')))
    outgoing.end()
  })

const NOT_THERE: readonly number[] = [404, 410]

/** Letters read wrongly would be written over right ones. */
const toText = (bytes: Uint8Array): Result<string, FeedTrouble> => {
  try {
    return accept(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('no_hsds')
  }
}

const HsdsPage = z.object({
  contents: z.array(z.unknown()),
  last_page: z.optional(z.nullable(z.boolean())),
  page_number: z.optional(z.nullable(z.number())),
  total_pages: z.optional(z.nullable(z.number())),
  total_items: z.optional(z.nullable(z.number()))
})

/** A page that does not say whether others follow is asked for the next, until one is empty. */
const pageIn = (text: string): Result<ReadPage, FeedTrouble> => {
  const read = HsdsPage.safeParse(parseJsonText(text))
  if (!read.success) return refuse('no_hsds')
  const { contents, last_page: last, page_number: number, total_pages: pages, total_items: items } = read.data
  const isCounted = typeof number === 'number' && typeof pages === 'number'
  return accept({
    services: contents,
    isLast: contents.length === 0 || (last ?? (isCounted && number >= pages)),
    count: Math.max(0, Math.trunc(items ?? 0))
  })
}
