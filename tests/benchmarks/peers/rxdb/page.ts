// RxDB on Dexie, replicated over HTTP as its guide has it, in batches of 1,000.
import { type Collection, createRxDatabase } from 'rxdb'
import { replicateRxCollection } from 'rxdb/plugins/replication'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { contentOf, createDrafts, documentToRecord, draftsToDocuments } from '../../records.ts'
import { offer, time } from '../../wire/contestant.ts'

const SCHEMA = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 40 }, type: { type: 'string' }, at: { type: 'number' } },
  required: ['id']
}

let records: Collection | undefined

const getRecords = () => {
  if (records === undefined) throw new Error('The database is not open')
  return records
}

const replicate = async (ways: object) => {
  const replication = replicateRxCollection({
    collection: getRecords(),
    replicationIdentifier: 'bench',
    live: false,
    ...ways
  })
  await replication.awaitInSync()
}

const push = {
  batchSize: 1_000,
  handler: async (rows: unknown) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/push', { method: 'POST', body: JSON.stringify(rows), headers })
    return answer.json()
  }
}

const pull = {
  batchSize: 1_000,
  handler: async (checkpoint: { after: number } | undefined, limit: number) =>
    (await fetch(`/pull?after=${checkpoint?.after ?? 0}&limit=${limit}`, { cache: 'no-store' })).json()
}

offer({
  prepare: async () => {
    const database = await createRxDatabase({ name: 'bench', storage: getRxStorageDexie() })
    records = (await database.addCollections({ records: { schema: SCHEMA } }))['records']
  },
  keep: async (count, seed) => {
    const { error } = await getRecords().bulkInsert(draftsToDocuments(createDrafts(count, seed)))
    if (error.length > 0) throw new Error('RxDB did not keep all')
  },
  push: async () => {
    const { ms } = await time(() => replicate({ push }))
    return { ms, whole: ms }
  },
  pull: async () => {
    const { ms } = await time(() => replicate({ pull }))
    const found = await getRecords().find().exec()
    return { ms, whole: ms, content: contentOf(found.map((document) => documentToRecord(document.toJSON()))) }
  }
})
