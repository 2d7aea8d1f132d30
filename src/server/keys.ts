// The server's own keys: one pair signs receipts, deliveries and orders, another is what phones seal to. A file of their
// own beside the data, made once, readable by the server's user alone; several processes share it.
import { createHmac, type webcrypto } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod/mini'
import { base64UrlToBytes, fingerprint } from '#protocol/bytes.ts'
import type { CardKey } from '#protocol/card-hash.ts'
import { createSealingKeys, createSigningKeys, importSigner, PublicKey } from '#protocol/keys.ts'
import { createKnownKeys, type KnownKeys } from '#server/parcels/known-keys.ts'
import { createOpener, type Opener } from '#server/parcels/opener.ts'

const KeyPair = z.object({ publicKey: PublicKey, privateKey: z.string() })

/** The newest sealing pair is last; the older ones still open what was sealed to them. */
export const KeyFile = z.object({
  signing: KeyPair,
  sealing: z.array(z.extend(KeyPair, { id: z.string().check(z.minLength(1)) })).check(z.minLength(1))
})
export type KeyFile = z.infer<typeof KeyFile>

export type ServerKeys = KnownKeys & {
  readonly verifyingKey: PublicKey
  /** What an invite link names, so that a phone believes no other server. */
  readonly fingerprint: string
  readonly signer: webcrypto.CryptoKey
  readonly sealingKey: { readonly id: string; readonly key: PublicKey }
  /** By which phones make what stands for a card. Made from the signing key, so it lies where that lies: never in the database. */
  readonly cardKey: CardKey
  readonly findOpener: (id: string) => Opener | undefined
}

export class BrokenKeyFile extends Error {}

/** Made when missing. Throws `BrokenKeyFile` when the file is there and cannot be read as keys. */
export const loadKeys = async (path: string): Promise<ServerKeys> =>
  openKeys((await findKeyFile(path)) ?? (await createKeyFile(path)))

export const findKeyFile = async (path: string): Promise<KeyFile | undefined> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const file = KeyFile.safeParse(parse(text))
  if (!file.success) throw new BrokenKeyFile(`${path} is there but holds no keys. Restore it from a backup.`)
  return file.data
}

/** False when a file is there already: keys are never overwritten. */
export const writeKeyFile = async (path: string, file: KeyFile): Promise<boolean> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(JSON.stringify(file, undefined, 2))
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    // A link, unlike a rename, does not replace what another process has put there meanwhile.
    await link(draft, path)
    await chmod(path, 0o600)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

export const createKeys = async (): Promise<KeyFile> => {
  const [signing, sealing] = await Promise.all([createSigningKeys(), createSealingKeys()])
  return { signing, sealing: [{ ...sealing, id: (await keyFingerprint(sealing.publicKey)).slice(0, 8) }] }
}

export const openKeys = async ({ signing, sealing }: KeyFile): Promise<ServerKeys> => {
  const openers = new Map(sealing.map(({ id, privateKey }) => [id, createOpener(privateKey)]))
  const newest = sealing.at(-1)
  if (newest === undefined) throw new BrokenKeyFile('No sealing key')
  return {
    ...createKnownKeys(),
    verifyingKey: signing.publicKey,
    fingerprint: await keyFingerprint(signing.publicKey),
    signer: await importSigner(signing.privateKey),
    sealingKey: { id: newest.id, key: newest.publicKey },
    cardKey: createHmac('sha256', signing.privateKey).update('susret card key 1').digest('base64url'),
    findOpener: (id) => openers.get(id)
  }
}

const createKeyFile = async (path: string): Promise<KeyFile> => {
  const file = await createKeys()
  if (await writeKeyFile(path, file)) return file
  const theirs = await findKeyFile(path)
  if (theirs === undefined) throw new BrokenKeyFile(`${path} came and went`)
  return theirs
}

const keyFingerprint = (key: PublicKey) => fingerprint(base64UrlToBytes(key))

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
