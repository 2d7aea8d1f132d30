// What a phone keeps. All of it is sealed, so it is counted, or held against how it was, and never read.
import type { Page } from '@playwright/test'

/** How many rows each table of the phone's own databases has. */
export const keptOn = async (page: Page): Promise<Record<string, number>> =>
  Object.fromEntries(Object.entries(await rowsOn(page)).map(([table, rows]) => [table, rows.length]))

/** A fingerprint of every row of every table: whatever is sealed anew has another, even in the same place. */
export const rowsOn = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((settle, fail) => {
        request.addEventListener('success', () => settle(request.result))
        request.addEventListener('error', () => fail(request.error ?? new Error('No reason given')))
      })
    const inFull = (_: string, value: unknown) =>
      value instanceof ArrayBuffer
        ? [...new Uint8Array(value)]
        : ArrayBuffer.isView(value)
          ? [...bytesOf(value)]
          : value
    const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
      new Uint8Array(buffer, byteOffset, byteLength)
    const fingerprint = async (row: unknown) => {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(row, inFull)))
      return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    }
    const rows: Record<string, string[]> = {}
    for (const name of ['susret-vault', 'susret-letterbox']) {
      const database = await done(indexedDB.open(name))
      for (const table of database.objectStoreNames) {
        const all: unknown[] = await done(database.transaction(table).objectStore(table).getAll())
        rows[table] = await Promise.all(all.map(fingerprint))
      }
      database.close()
    }
    return rows
  })
