// Preloaded into a server under test (`node --import`): SQLite then confirms what it has not flushed. It shows that the power
// cut finds what it looks for.
import { DatabaseSync } from 'node:sqlite'

const { exec } = DatabaseSync.prototype

DatabaseSync.prototype.exec = function (sql: string) {
  return exec.call(this, sql.replace('synchronous = full', 'synchronous = off'))
}
