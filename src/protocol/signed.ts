// Everything the server says that a phone acts upon is signed, so that nothing in between can say it: no portal, no cache.
import * as z from 'zod/mini'
import { Base64Url, base64UrlToBytes, bytesToBase64Url, textToBytes } from '#protocol/bytes.ts'
import { parseJson } from '#protocol/envelope.ts'
import { sign, verify } from '#protocol/keys.ts'

/** `body`: the JSON's UTF-8 bytes. `signature`: ECDSA P-256 over those bytes. Both base64url. */
export const Signed = z.object({ body: Base64Url, signature: Base64Url })
export type Signed = z.infer<typeof Signed>

export const signStatement = async (statement: object, signer: CryptoKey): Promise<Signed> => {
  const bytes = textToBytes(JSON.stringify(statement))
  return { body: bytesToBase64Url(bytes), signature: bytesToBase64Url(await sign(signer, bytes)) }
}

/** Undefined unless `candidate` is signed by this key and fits the schema. Every schema names its `kind`. */
export const readStatement = async <Schema extends z.core.$ZodType>(
  candidate: unknown,
  schema: Schema,
  verifier: CryptoKey
): Promise<z.infer<Schema> | undefined> => {
  const signed = Signed.safeParse(candidate)
  if (!signed.success) return undefined
  const [body, signature] = [base64UrlToBytes(signed.data.body), base64UrlToBytes(signed.data.signature)]
  if (!(await verify(verifier, signature, body))) return undefined
  const statement = z.safeParse(schema, parseJson(body))
  return statement.success ? statement.data : undefined
}
