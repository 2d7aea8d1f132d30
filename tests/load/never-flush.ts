// Preloaded into a server under test (`node --import`): SQLite then confirms what it has not flushed. It shows that the power
// cut finds what it looks for.
import { DatabaseSync } from 'node:sqlite'

const original: { exec: (this: DatabaseSync, sql: string) => void } = { ...DatabaseSync.prototype, exec: () => {} }
Object.defineProperty(original, 'exec', Object.getOwnPropertyDescriptor(DatabaseSync.prototype, 'exec') ?? {})

DatabaseSync.prototype.exec = function (sql: string) {
  return original.exec.call(this, sql.replace('synchronous = full', 'synchronous = off'))
}
