// How a push service knows who sends (RFC 8292): a token for it alone, signed with a key that the browser was shown when it
// subscribed. https://www.rfc-editor.org/rfc/rfc8292
import { bytesToBase64Url, textToBytes } from '#protocol/bytes.ts'
import { importSigner, type KeyPair, sign } from '#protocol/keys.ts'

/** A push service refuses more than 24 hours; its clock may not be ours. */
const GOOD_FOR_SECONDS = 12 * 60 * 60

/** `contact`: an address of https or mailto by which the makers reach the operator. */
export type Sender = { readonly keys: KeyPair; readonly contact: string }

/** The header `Authorization`. */
export const vapidFor = async (url: URL, { keys, contact }: Sender, now: number): Promise<string> => {
  const claims = { aud: url.origin, exp: Math.floor(now / 1_000) + GOOD_FOR_SECONDS, sub: contact }
  const said = `${encode({ typ: 'JWT', alg: 'ES256' })}.${encode(claims)}`
  const signature = await sign(await importSigner(keys.privateKey), textToBytes(said))
  return `vapid t=${said}.${bytesToBase64Url(signature)}, k=${keys.publicKey}`
}

const encode = (part: object): string => bytesToBase64Url(textToBytes(JSON.stringify(part)))
