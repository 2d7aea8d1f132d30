// Nudges as a lead's phone asks for them: the browser is given the server's key, and the server where the browser is reached. Needs no
// key of the vault; the service worker does the same when the browser takes another address.
import { type LetterboxDatabase, readState } from '#device/letterbox/database.ts'
import { ask, readSaid } from '#device/letterbox/post.ts'
import type { Platform } from '#device/platform.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { base64UrlToBytes, bytesToBase64Url, fingerprint, textToBytes } from '#protocol/bytes.ts'
import { nudgesOff } from '#protocol/endpoints/nudges-off.ts'
import { nudgesOn } from '#protocol/endpoints/nudges-on.ts'
import { nudges } from '#protocol/endpoints/nudges.ts'
import { NudgeStanding } from '#protocol/nudge.ts'

/** `no_push`: this browser, or its maker's service, cannot be reached so. */
export type NudgeRefusal = 'no_answer' | 'no_push'

export type Nudges = {
  /** Also puts right what one side has forgotten; asked again, it changes nothing. */
  readonly ensure: (browser: PushManager) => Promise<Result<undefined, NudgeRefusal>>
  /** The browser forgets at once. Where the server does not hear of it, the push service tells it so at the next nudge. */
  readonly end: (browser: PushManager) => Promise<void>
}

export const createNudges = ({ letterbox, platform }: Carrying): Nudges => ({
  ensure: (browser) =>
    platform.alone('nudges', async () => {
      const standing = await say({ letterbox, platform }, nudges)
      if (!standing.ok) return standing
      const address = await subscribe(browser, standing.value.key)
      if (address === undefined) return refuse('no_push')
      if (standing.value.address === (await fingerprint(textToBytes(address)))) return accept(undefined)
      const told = await say({ letterbox, platform }, nudgesOn, { address })
      return told.ok ? accept(undefined) : told
    }),
  end: (browser) =>
    platform.alone('nudges', async () => {
      await (await browser.getSubscription())?.unsubscribe()
      await say({ letterbox, platform }, nudgesOff)
    })
})

type Carrying = { readonly letterbox: LetterboxDatabase; readonly platform: Platform }

const say = async (
  { letterbox, platform }: Carrying,
  { path, method }: typeof nudges | typeof nudgesOn | typeof nudgesOff,
  said?: { readonly address: string }
): Promise<Result<NudgeStanding, NudgeRefusal>> => {
  const { credentials, revoked } = await readState(letterbox)
  if (credentials === undefined || revoked) return refuse('no_answer')
  const body = said && textToBytes(JSON.stringify(said))
  const answer = await ask(platform, credentials, { path, method, token: credentials.token, ...(body && { body }) })
  if (!answer.ok) {
    const { refusal } = answer
    // The server knows no such push service, or nothing of nudges yet.
    const isUnfit = refusal.why === 'refused' && ['bad_request', 'not_found'].includes(refusal.problem)
    return refuse(isUnfit ? 'no_push' : 'no_answer')
  }
  const standing = await readSaid(answer.value, NudgeStanding, credentials)
  return standing?.device === credentials.device ? accept(standing) : refuse('no_answer')
}

/** Where the browser is reached. What was made with the key of another server is made anew. */
const subscribe = async (browser: PushManager, key: string): Promise<string | undefined> => {
  const there = await browser.getSubscription()
  if (there !== null && keyOf(there) === key) return there.endpoint
  await there?.unsubscribe()
  try {
    const made = await browser.subscribe({ userVisibleOnly: true, applicationServerKey: base64UrlToBytes(key) })
    return made.endpoint
  } catch {
    // No service behind the browser, no permission, or no signal on the way to it: each browser says it in its own way.
    return undefined
  }
}

const keyOf = ({ options: { applicationServerKey } }: PushSubscription): string | undefined =>
  applicationServerKey === null ? undefined : bytesToBase64Url(new Uint8Array(applicationServerKey))
