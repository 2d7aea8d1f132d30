// PouchDB as its guide has it: a local database, replicated to and from a CouchDB-like server in the largest batches.
import PouchDB from 'pouchdb-browser'
import { contentOf, createDrafts, documentToRecord, draftsToDocuments } from '../../records.ts'
import { offer, time } from '../../wire/contestant.ts'

const BATCH = { batch_size: 1_000 }
const local = new PouchDB('records')
const remote = new URL('/couch/records', location.href).href

offer({
  prepare: async () => void (await local.info()),
  keep: async (count, seed) => {
    const documents = draftsToDocuments(createDrafts(count, seed))
    const kept = await local.bulkDocs(documents.map(({ id, ...rest }) => ({ _id: id, ...rest })))
    if (kept.some((one) => !('ok' in one))) throw new Error('PouchDB did not keep all')
  },
  push: async () => {
    const { ms } = await time(async () => local.replicate.to(remote, BATCH))
    return { ms, whole: ms }
  },
  pull: async () => {
    const { ms } = await time(async () => local.replicate.from(remote, BATCH))
    const { rows } = await local.allDocs({ include_docs: true })
    return { ms, whole: ms, content: contentOf(rows.map(({ doc }) => documentToRecord(doc))) }
  }
})
