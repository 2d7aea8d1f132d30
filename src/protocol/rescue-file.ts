// What a phone that lost its storage saves for its team: the sealed, signed parcels themselves, so the file needs no more
// trust and no more secrecy than the wire does.
import * as z from 'zod/mini'
import { Base64Url, base64UrlToBytes, type Bytes, bytesToBase64Url } from '#protocol/bytes.ts'

const RescueFile = z.object({
  kind: z.literal('susret rescue'),
  version: z.literal(1),
  parcels: z.array(Base64Url)
})

export const writeRescueFile = (parcels: readonly Bytes[]): string =>
  JSON.stringify({ kind: 'susret rescue', version: 1, parcels: parcels.map(bytesToBase64Url) } satisfies z.infer<
    typeof RescueFile
  >)

/** Undefined when the text is something else, or was cut short. */
export const readRescueFile = (text: string): Bytes[] | undefined => {
  const file = RescueFile.safeParse(parse(text))
  return file.success ? file.data.parcels.map(base64UrlToBytes) : undefined
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
