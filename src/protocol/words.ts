// Who may correct the words and write the directory, and what the server says when it has taken one of both: that alone
// moves it to "Team has it".
import * as z from 'zod/mini'
import { mayAsk } from '#protocol/access.ts'
import { Base64Url } from '#protocol/bytes.ts'
import { DeviceId, type Role } from '#protocol/ids.ts'

/** Whose corrections the team takes. */
export const mayCorrect = (role: Role): boolean => mayAsk('words', { role, kind: 'team' })

/** Whose entries of the directory the team takes. */
export const mayWriteEntries = (role: Role): boolean => mayAsk('entries', { role, kind: 'team' })

export const WordsReceipt = z.object({
  kind: z.literal('words'),
  device: DeviceId,
  /** Of the bytes sent. */
  hash: Base64Url.check(z.length(43)),
  at: z.int(),
  /** `twin`: somebody else's version came first, which its author had not seen. Theirs stands; nothing was stored. */
  standing: z.enum(['taken', 'twin'])
})
export type WordsReceipt = z.infer<typeof WordsReceipt>
