// `restore <file>`: a backup into an empty store, under a new epoch, so that phones offer again what it may lack.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import * as z from 'zod/mini'
import { type Command, Trouble, withStore, type World } from '#server/commands/world.ts'
import { applyDeletedTestimonies, deletedTestimoniesPathOf } from '#server/deleted-testimonies.ts'
import { findKeyFile, KeyFile, writeKeyFile } from '#server/keys.ts'
import { applyRevocations, revocationsPathOf } from '#server/revocations.ts'
import { keyPathOf } from '#server/settings.ts'
import { lockDatabase, lockFolder } from '#server/store/server-lock.ts'

const KeyLine = z.object({ keys: KeyFile })

const REFUSALS = {
  not_empty: 'The store is not empty. Restore into a new one: set SUSRET_DATA, or DATABASE_URL, to where nothing is.',
  broken: 'The file is cut short or is no backup. Nothing was restored.',
  newer: 'The backup was made by a newer version of Susret. Update first.'
}

export const restore: Command = async (world, [file]) => {
  if (file === undefined) throw new Trouble('Say from where, as in: restore susret-monday.gz')
  const folder = lockFolder(world.settings.data)
  if (folder === undefined) throw new Trouble(SERVER_RUNS)
  try {
    const database = await lockDatabaseAlone(world)
    try {
      await restoreFrom(world, file)
    } finally {
      await database?.release()
    }
  } finally {
    await folder.release()
  }
  return 0
}

const SERVER_RUNS = 'A server runs on this data. Stop it first.'

/** Of several servers on one PostgreSQL only one may share this folder. Nothing to lock where there is none. */
const lockDatabaseAlone = async ({ settings: { databaseUrl }, later }: World) => {
  if (databaseUrl === undefined) return undefined
  const database = await lockDatabase(databaseUrl, 'alone', { later })
  if (database === undefined) throw new Trouble(SERVER_RUNS)
  return database
}

const restoreFrom = (world: World, file: string) =>
  withStore(world, async (store) => {
    const lines = linesOf(file)
    const keys = readKeys((await lines.next()).value)
    await checkKeyFile(world, keys)
    const restored = await store.restore(lines)
    if (!restored.ok) throw new Trouble(REFUSALS[restored.refusal])
    await writeKeyFile(keyPathOf(world.settings), keys)
    world.say(`${restored.value} rows are back. Phones will offer again what they handed over.`)
    const revocations = revocationsPathOf(world.settings)
    const revoked = await applyRevocations(revocations, store)
    world.say(`${revoked} phones that were revoked after the backup are revoked again.`)
    const deletions = deletedTestimoniesPathOf(world.settings)
    const deleted = await applyDeletedTestimonies(deletions, store)
    world.say(`${deleted} testimonies that were deleted after the backup are deleted again.`)
    world.say(`Restored elsewhere? Before the start, copy the old revoked.txt to ${revocations},`)
    world.say('or revoke again whoever was revoked since: a backup cannot know of them.')
    world.say(`Copy the old deleted-testimonies.txt to ${deletions} too: what it names comes back otherwise.`)
  })

const readKeys = (line: string | undefined): KeyFile => {
  const parsed = line?.startsWith('{"keys"') ? KeyLine.safeParse(JSON.parse(line)) : undefined
  if (!parsed?.success) throw new Trouble(REFUSALS.broken)
  return parsed.data.keys
}

const checkKeyFile = async ({ settings }: World, keys: KeyFile) => {
  const there = await findKeyFile(keyPathOf(settings))
  if (there === undefined || there.signing.publicKey === keys.signing.publicKey) return
  throw new Trouble(`${keyPathOf(settings)} holds other keys than the backup. Move it away first.`)
}

/** A file that is no gzip, or ends in the middle, ends the lines: what came until then is then found incomplete. */
async function* linesOf(file: string): AsyncGenerator<string, undefined> {
  const unpacked = createReadStream(file).pipe(createGunzip())
  try {
    yield* createInterface({ input: unpacked, crlfDelay: Infinity })
  } catch (error) {
    if (!isUnpackError(error)) throw error
  }
  return undefined
}

const isUnpackError = (error: unknown) => ['Z_DATA_ERROR', 'Z_BUF_ERROR'].includes((error as { code: string }).code)
