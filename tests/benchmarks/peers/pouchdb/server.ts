// express-pouchdb, keeping in memory, which favours it.
import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import expressPouchDB from 'express-pouchdb'
import memory from 'pouchdb-adapter-memory'
import PouchDB from 'pouchdb-core'
import mapReduce from 'pouchdb-mapreduce'
import replication from 'pouchdb-replication'

const InMemory = PouchDB.plugin(memory).plugin(mapReduce).plugin(replication)
let servers = 0

export const startPouchServer = async (folder: string) => {
  servers += 1
  const scratch = mkdtempSync(join(tmpdir(), 'susret-bench-pouch-'))
  const OfThisServer = InMemory.defaults({ adapter: 'memory', prefix: `server-${servers}-` })
  const database = new OfThisServer('records')
  await database.info()
  const app = express()
  const settings = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(scratch, 'log.txt') }
  app.use('/couch', expressPouchDB(OfThisServer, settings))
  app.use(express.static(folder))
  const server = await new Promise<import('node:http').Server>((settle) => {
    const listening = app.listen(0, '127.0.0.1', () => settle(listening))
  })
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    count: async () => (await database.info()).doc_count,
    dispose: async () => {
      server.closeAllConnections()
      await new Promise((settle) => server.close(settle))
      await database.destroy()
    }
  }
}
