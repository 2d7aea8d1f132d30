// PouchDB in a thread of its own. It writes as the browser likes, which since Chromium 121 is not strictly.
import PouchDB from 'pouchdb-browser'
import { ANSWERS } from '../../save/savers.ts'
import { expose } from 'comlink'

const database = new PouchDB('bench-pouchdb')
let id = 0
const aDocument = () => ({ _id: `row-${(id += 1)}`, ...ANSWERS })

expose({
  fill: async (_name: string, rows: number) => void (await database.bulkDocs(Array.from({ length: rows }, aDocument))),
  save: async () => void (await database.put(aDocument()))
})
