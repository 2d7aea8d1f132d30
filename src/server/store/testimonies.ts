// Testimonies, sealed to the organisation that collects them. A row says for whom and nothing else: no phone, no time, and
// with ids of chance as the one key, no order. What its receiver deleted leaves its id, so that it does not come again.
import type { Query } from '#server/store/database.ts'
import { listOrganisations } from '#server/store/organisations.ts'
import type { DeletedTestimony } from '#server/store/store.ts'
import type { SealedTestimony } from '#protocol/testimony.ts'

/** The same again, also after it was deleted, is taken again. Undefined: for no partner here, or another one has its id. */
export const putTestimony = async (
  query: Query,
  { id, organisation, ...sealed }: SealedTestimony
): Promise<{ readonly isNew: boolean } | undefined> => {
  const content = JSON.stringify(sealed)
  const [receiver] = await query(`select id from organisation where id = ? and provider is not null`, [organisation])
  if (receiver === undefined) return undefined
  const inserted = await query(
    `insert into testimony (id, organisation, sealed) values (?, ?, ?) on conflict (id) do nothing returning id`,
    [id, organisation, content]
  )
  const [there] = await query(`select organisation, sealed from testimony where id = ?`, [id])
  const isThis = there?.['organisation'] === organisation && [null, content].includes(there['sealed'] as string | null)
  return isThis ? { isNew: inserted.length > 0 } : undefined
}

/** At most `limit`, in the order of ids. */
export const listTestimonies = async (
  query: Query,
  organisation: string,
  { after, limit }: { after: string; limit: number }
): Promise<{ id: string; isGone: boolean }[]> => {
  const rows = await query(
    `select id, sealed is null as gone from testimony where organisation = ? and id > ? order by id limit ?`,
    [organisation, after, limit]
  )
  return rows.map((row) => ({ id: String(row['id']), isGone: Boolean(row['gone']) }))
}

export const findTestimony = async (
  query: Query,
  organisation: string,
  id: string
): Promise<SealedTestimony | undefined> => {
  const [row] = await query(`select sealed from testimony where organisation = ? and id = ?`, [organisation, id])
  if (typeof row?.['sealed'] !== 'string') return undefined
  return { id, organisation, ...(JSON.parse(row['sealed']) as Pick<SealedTestimony, 'boxes' | 'body'>) }
}

/** Its bytes. Of another organisation's it changes nothing. */
export const deleteTestimony = (query: Query, organisation: string, id: string): Promise<unknown> =>
  query(`update testimony set sealed = null where organisation = ? and id = ?`, [organisation, id])

/** An id that is not here, or not yet, is left as one that was deleted. One of another organisation stays as it is. */
export const keepTestimoniesDeleted = async (query: Query, deleted: readonly DeletedTestimony[]): Promise<number> => {
  const known = new Set((await listOrganisations(query)).map(({ id }) => id))
  let again = 0
  for (const { organisation, id } of deleted) {
    // Of an organisation the backup does not know nothing can come.
    if (!known.has(organisation)) continue
    if ((await findTestimony(query, organisation, id)) !== undefined) again += 1
    await query(`insert into testimony (id, organisation, sealed) values (?, ?, null) on conflict (id) do nothing`, [
      id,
      organisation
    ])
    await deleteTestimony(query, organisation, id)
  }
  return again
}
