// Testimonies that have come to the organisation they are sealed to: kept as they came, and opened only to be read.
import { type Credentials, readState } from '#device/letterbox/database.ts'
import { ask, readJson, readSaid, type Trouble } from '#device/letterbox/post.ts'
import type { Platform } from '#device/platform.ts'
import { isSetAside, setAside, type TestimonyCarrier } from '#device/testimonies/database.ts'
import { ensureOpen } from '#device/versioned-database.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { textToBytes } from '#protocol/bytes.ts'
import { testimoniesListed } from '#protocol/endpoints/testimonies-listed.ts'
import { testimonyDeleted } from '#protocol/endpoints/testimony-deleted.ts'
import { testimonyFetched } from '#protocol/endpoints/testimony-fetched.ts'
import { SealedTestimony, TestimonyGone, TestimonyList } from '#protocol/testimony.ts'

/**
 * What is new comes, what another phone of the organisation has deleted goes. One that cannot be read as it comes is set aside
 * and holds up none of the others; it is asked for again each time. When nobody answers, the next time will do.
 */
export const fetchTestimonies = ({ letterbox, testimonies, platform }: TestimonyCarrier): Promise<void> =>
  platform.alone('testimonies', async () => {
    await ensureOpen(testimonies)
    const { credentials, revoked } = await readState(letterbox)
    if (credentials === undefined || revoked) return
    for (let after: string | undefined = ''; after !== undefined;) {
      const list: TestimonyList | undefined = await fetchList(platform, credentials, after)
      if (list === undefined) return
      await testimonies.come.bulkDelete(list.gone)
      const come = await testimonies.come.where('id').anyOf(list.ids).toArray()
      const aside = new Set(come.filter(isSetAside).map(({ id }) => id))
      const here = new Set(come.map(({ id }) => id).filter((id) => !aside.has(id)))
      for (const id of list.ids.filter((one) => !here.has(one))) {
        const found = await fetchOne(platform, credentials, id)
        if (found === 'no_answer') return
        if (found === 'gone' || (found === 'unreadable' && aside.has(id))) continue
        await testimonies.come.put(found === 'unreadable' ? setAside(id) : found)
        platform.tell('letterbox')
      }
      after = list.next
    }
  })

/** On all phones of the organisation, and for good. Without signal nothing is deleted. */
export const deleteTestimony = async (
  { letterbox, testimonies, platform }: TestimonyCarrier,
  id: string
): Promise<Result<undefined, Trouble>> => {
  const { credentials } = await readState(letterbox)
  if (credentials === undefined) return refuse({ why: 'no_answer' })
  const { path, method } = testimonyDeleted
  const body = textToBytes(JSON.stringify({ id }))
  const answer = await ask(platform, credentials, { path, method, body, token: credentials.token })
  if (!answer.ok) return answer
  const gone = await readSaid(answer.value, TestimonyGone, credentials)
  if (gone?.id !== id) return refuse({ why: 'no_answer' })
  await testimonies.come.delete(id)
  return accept(undefined)
}

const fetchList = async (platform: Platform, credentials: Credentials, after: string) => {
  const { path, method } = testimoniesListed
  const answer = await ask(platform, credentials, { path: `${path}?after=${after}`, method, token: credentials.token })
  return answer.ok ? readSaid(answer.value, TestimonyList, credentials) : undefined
}

const fetchOne = async (
  platform: Platform,
  credentials: Credentials,
  id: string
): Promise<SealedTestimony | 'gone' | 'unreadable' | 'no_answer'> => {
  const { path, method } = testimonyFetched
  const answer = await ask(platform, credentials, { path: `${path}?id=${id}`, method, token: credentials.token })
  if (!answer.ok) return whyNot(answer.refusal)
  const said = await readJson(answer.value)
  // Our server says nothing but JSON; a portal may say yes to everything.
  if (said === undefined) return 'no_answer'
  const found = SealedTestimony.safeParse(said)
  return found.success && found.data.id === id ? found.data : 'unreadable'
}

const whyNot = (trouble: Trouble): 'gone' | 'unreadable' | 'no_answer' => {
  if (trouble.why !== 'refused') return 'no_answer'
  if (trouble.problem === 'not_found') return 'gone'
  return trouble.problem === 'fault' || trouble.problem === 'bad_request' ? 'unreadable' : 'no_answer'
}
