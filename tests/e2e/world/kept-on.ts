// What a phone keeps, counted and not read: all of it is sealed.
import type { Page } from '@playwright/test'

/** How many rows each table of the phone's own databases has. */
export const keptOn = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((settle, fail) => {
        request.addEventListener('success', () => settle(request.result))
        request.addEventListener('error', () => fail(request.error ?? new Error('No reason given')))
      })
    const counts: Record<string, number> = {}
    for (const name of ['susret-vault', 'susret-letterbox']) {
      const database = await done(indexedDB.open(name))
      for (const table of database.objectStoreNames) {
        counts[table] = await done(database.transaction(table).objectStore(table).count())
      }
      database.close()
    }
    return counts
  })
