// `backup <file>`: one gzip file with every row and the server's keys. Made while the server goes on.
import { createWriteStream } from 'node:fs'
import { access, link, open, rm } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Command, Trouble, withStore } from '#server/commands/world.ts'
import { findKeyFile } from '#server/keys.ts'
import { keyPathOf } from '#server/settings.ts'

export const backup: Command = async (world, [file]) => {
  if (file === undefined) throw new Trouble('Say where to, as in: backup susret-monday.gz')
  if (await isThere(file)) throw new Trouble(`${file} is there already; backups are never overwritten.`)
  const keys = await findKeyFile(keyPathOf(world.settings))
  if (keys === undefined) throw new Trouble('There are no keys to back up: start the server once first.')
  const draft = `${file}.part`
  await withStore(world, async (store) => {
    const lines = new PassThrough()
    const written = pipeline(lines, createGzip(), createWriteStream(draft, { mode: 0o600 }))
    const write = (line: string) => writeLine(lines, line)
    await write(JSON.stringify({ keys }))
    const rows = await store.backup(write)
    lines.end()
    await written
    await flush(draft)
    await link(draft, file)
    await rm(draft)
    world.say(`${rows} rows are in ${file}. It also holds the server's private keys: keep it as safe as the server.`)
  })
  return 0
}

/** Waits when the disk is slower than the database. */
const writeLine = (lines: PassThrough, line: string): Promise<void> =>
  lines.write(`${line}\n`) ? Promise.resolve() : new Promise((resolve) => lines.once('drain', resolve))

const flush = async (file: string) => {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false
  )
