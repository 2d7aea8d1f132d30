// Where a nudge may lead: to the push services of the browsers' makers, and to those an operator has named. A phone says the address,
// so nothing else may be reached through it.
import { hostOf } from '#server/hooks/address.ts'

/** Chrome, Edge, Samsung and Opera; Firefox; Safari; Edge on Windows. */
const HOSTS = ['fcm.googleapis.com']
const DOMAINS = ['.push.services.mozilla.com', '.push.apple.com', '.notify.windows.com']

/** `isInside`: the operator has named it, so it may be in their own network. */
export type PushAddress = { readonly url: URL; readonly isInside: boolean }

/** `named`: origins, as `readPushServices` gives them. Undefined: nothing is sent there. */
export const findPushAddress = (given: string, named: readonly string[]): PushAddress | undefined => {
  const url = URL.parse(given)
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return undefined
  if (named.includes(url.origin)) return { url, isInside: true }
  const isKnown = HOSTS.includes(url.hostname) || DOMAINS.some((domain) => url.hostname.endsWith(domain))
  return url.protocol === 'https:' && url.port === '' && isKnown ? { url, isInside: false } : undefined
}

/** As origins; undefined where one is none. http is for this very machine alone. */
export const readPushServices = (given: string): readonly string[] | undefined => {
  const origins = given.split(/\s+/).flatMap((word) => (word === '' ? [] : [findOrigin(word)]))
  return origins.every((origin) => origin !== undefined) ? origins : undefined
}

const findOrigin = (word: string): string | undefined => {
  const url = URL.parse(word)
  if (url === null || word.replace(/\/$/, '') !== url.origin) return undefined
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(hostOf(url))
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere) ? url.origin : undefined
}
