// What a phone does with testimonies; loaded with the screens that take one down or read one.
import { askAgain } from '#device/letterbox/strict-write.ts'
import { deleteTestimony } from '#device/testimonies/come.ts'
import type { TestimonyCarrier } from '#device/testimonies/database.ts'
import { keepTestimony } from '#device/testimonies/leaving.ts'
import type { Trouble } from '#device/letterbox/post.ts'
import type { Result } from '#domain/result.ts'
import type { SealedTestimony } from '#protocol/testimony.ts'

export type Testimonies = {
  /** From here on nobody on this phone can read it. */
  readonly keep: (sealed: SealedTestimony) => Promise<Result<undefined, 'phone_full'>>
  /** In the order of their ids, which is one of chance. */
  readonly come: () => Promise<readonly SealedTestimony[]>
  readonly remove: (id: string) => Promise<Result<undefined, Trouble>>
}

export const createTestimonies = (carrier: TestimonyCarrier): Testimonies => ({
  keep: (sealed) => keepTestimony(carrier, sealed),
  come: () => askAgain(carrier.testimonies, () => carrier.testimonies.come.toArray()),
  remove: (id) => deleteTestimony(carrier, id)
})
