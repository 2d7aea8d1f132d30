// A stand-in for WebCrypto that answers at once and draws its randomness from the seed. All of it is real, through
// node:crypto, but signatures: ECDSA draws chance of its own, so here a signature is a hash keyed with the private half,
// and whoever verifies looks that up. Altered bytes and wrong keys are refused and no plaintext shows.
import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createSecretKey,
  hash,
  type ECDH,
  type KeyObject
} from 'node:crypto'

type Bytes = Uint8Array<ArrayBuffer>

class StandInKey {
  readonly type: 'public' | 'private' | 'secret'
  readonly algorithm: { name: string; namedCurve?: string }
  readonly extractable = true
  readonly usages: readonly string[]
  readonly bytes: Bytes
  #object: KeyObject | undefined
  constructor(type: StandInKey['type'], algorithm: StandInKey['algorithm'], bytes: Bytes) {
    this.type = type
    this.algorithm = algorithm
    this.bytes = bytes
    this.usages = []
  }
  #curve: ECDH | undefined
  get curve(): ECDH {
    if (this.#curve === undefined) {
      this.#curve = createECDH('prime256v1')
      this.#curve.setPrivateKey(this.bytes)
    }
    return this.#curve
  }
  get object(): KeyObject {
    return (this.#object ??= createSecretKey(this.bytes))
  }
}

type Algorithm = string | { name: string; namedCurve?: string }
type Jwk = { kty?: string; crv?: string; x?: string; d?: string }

/** PKCS #8 of a P-256 key around its secret and its point, as browsers write it. */
const BEFORE_SECRET = Buffer.from('308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420', 'hex')
const BEFORE_POINT = Buffer.from('a144034200', 'hex')
/** The shortest form, as recovery keys on paper become. */
const SHORT_BYTES = 67

const privateByPublic = new Map<string, Bytes>()
/** What was multiplied on the curve once is not multiplied again by whoever meets it next. */
const publicByPrivate = new Map<string, Bytes>()
const agreedByHalves = new Map<string, Buffer>()

/** Between seeds. The libraries keep hold of the object itself, so it stays the same one. */
export const forgetKeys = (): void => {
  privateByPublic.clear()
  publicByPrivate.clear()
  agreedByHalves.clear()
}

export const createStandInCrypto = (random: (bytes: number) => Uint8Array): Crypto => {
  const pairOf = (secret: Bytes): Bytes => {
    const known = publicByPrivate.get(hex(secret))
    if (known !== undefined) return known.slice()
    const curve = createECDH('prime256v1')
    curve.setPrivateKey(secret)
    const point = Uint8Array.from(curve.getPublicKey())
    privateByPublic.set(hex(point), secret)
    publicByPrivate.set(hex(secret), point)
    return point.slice()
  }

  const agree = (mine: StandInKey, theirs: StandInKey): Buffer => {
    const halves = [hex(pairOf(mine.bytes)), hex(theirs.bytes)].sort().join()
    const agreed = agreedByHalves.get(halves) ?? mine.curve.computeSecret(theirs.bytes)
    agreedByHalves.set(halves, agreed)
    return agreed
  }

  const secretOf = (point: Bytes): Bytes => {
    const secret = privateByPublic.get(hex(point))
    if (secret === undefined) throw new DOMException('Not a point anybody made', 'DataError')
    return secret
  }

  const subtle = {
    digest: async (_: Algorithm, data: BufferSource) => hash('sha256', bytesOf(data), 'buffer'),

    generateKey: async (algorithm: { name: string; namedCurve: string }) => {
      const secret = new Uint8Array(random(32))
      return {
        privateKey: new StandInKey('private', algorithm, secret),
        publicKey: new StandInKey('public', algorithm, pairOf(secret))
      }
    },

    importKey: async (...[format, data, algorithm]: [string, BufferSource | Jwk, Algorithm, ...unknown[]]) => {
      const named = typeof algorithm === 'string' ? { name: algorithm } : algorithm
      if (named.namedCurve === undefined) return new StandInKey('secret', named, bytesOf(data as BufferSource).slice())
      if (format === 'jwk') {
        const { d, x } = data as Jwk
        if (d !== undefined) return new StandInKey('private', named, fromText(d))
        return new StandInKey('public', named, fromText(x ?? ''))
      }
      const bytes = bytesOf(data as BufferSource)
      if (format === 'raw') {
        if (bytes.length !== 65 || bytes[0] !== 4) throw new DOMException('Not a point', 'DataError')
        if (named.name === 'ECDSA') secretOf(bytes)
        return new StandInKey('public', named, bytes)
      }
      const at = bytes.length === SHORT_BYTES ? BEFORE_SECRET.length - 1 : BEFORE_SECRET.length
      const secret = bytes.slice(at, at + 32)
      pairOf(secret)
      return new StandInKey('private', named, secret)
    },

    exportKey: async (format: string, key: StandInKey) => {
      if (format === 'raw') return key.bytes.slice().buffer
      if (format === 'jwk') {
        const point = key.type === 'private' ? pairOf(key.bytes) : key.bytes
        return { kty: 'EC', crv: 'P-256', x: toText(point), ...(key.type === 'private' && { d: toText(key.bytes) }) }
      }
      return exact(Buffer.concat([BEFORE_SECRET, key.bytes, BEFORE_POINT, pairOf(key.bytes)]))
    },

    sign: async (_: Algorithm, key: StandInKey, data: BufferSource) =>
      exact(key.type === 'secret' ? hmac(key.bytes, bytesOf(data)) : signatureOf(key.bytes, bytesOf(data))),

    verify: async (...[, key, signature, data]: [Algorithm, StandInKey, BufferSource, BufferSource]) =>
      signatureOf(secretOf(key.bytes), bytesOf(data)).equals(bytesOf(signature)),

    deriveBits: async (
      algorithm: { name: string; public?: StandInKey; salt?: BufferSource; info?: BufferSource },
      key: StandInKey,
      bits: number
    ) => {
      if (algorithm.public === undefined) {
        const { salt = new Uint8Array(), info = new Uint8Array() } = algorithm
        return exact(expand(hmac(bytesOf(salt), key.bytes), bytesOf(info), bits / 8))
      }
      return exact(agree(key, algorithm.public))
    },

    encrypt: async (algorithm: AesGcmParams, key: StandInKey, data: BufferSource) => {
      const cipher = createCipheriv('aes-256-gcm', key.object, bytesOf(algorithm.iv))
      if (algorithm.additionalData) cipher.setAAD(bytesOf(algorithm.additionalData))
      return exact(Buffer.concat([cipher.update(bytesOf(data)), cipher.final(), cipher.getAuthTag()]))
    },

    decrypt: async (algorithm: AesGcmParams, key: StandInKey, data: BufferSource) => {
      const bytes = bytesOf(data)
      try {
        const decipher = createDecipheriv('aes-256-gcm', key.object, bytesOf(algorithm.iv))
        if (algorithm.additionalData) decipher.setAAD(bytesOf(algorithm.additionalData))
        decipher.setAuthTag(bytes.subarray(-16))
        return exact(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]))
      } catch {
        throw new DOMException('The operation failed for an operation-specific reason', 'OperationError')
      }
    }
  }

  return {
    subtle,
    getRandomValues: <Values extends Uint8Array>(values: Values): Values => {
      values.set(random(values.length))
      return values
    }
  } as unknown as Crypto
}

const bytesOf = (source: BufferSource): Bytes =>
  source instanceof ArrayBuffer
    ? new Uint8Array(source)
    : new Uint8Array(source.buffer, source.byteOffset, source.byteLength)

const signatureOf = (secret: Uint8Array, data: Uint8Array): Buffer =>
  hash('sha512', Buffer.concat([secret, data]), 'buffer')

const BLOCK_BYTES = 64

/** RFC 2104 with SHA-256 in two one-shot hashes: keys as objects cost Node more than the hashing. */
const hmac = (key: Uint8Array, data: Uint8Array): Buffer => {
  const short = key.length > BLOCK_BYTES ? hash('sha256', key, 'buffer') : key
  const [inside, outside] = [new Uint8Array(BLOCK_BYTES).fill(0x36), new Uint8Array(BLOCK_BYTES).fill(0x5c)]
  for (const [at, byte] of short.entries()) {
    inside[at] = 0x36 ^ byte
    outside[at] = 0x5c ^ byte
  }
  const inner = hash('sha256', Buffer.concat([inside, data]), 'buffer')
  return hash('sha256', Buffer.concat([outside, inner]), 'buffer')
}

/** RFC 5869, the second half. */
const expand = (key: Uint8Array, info: Uint8Array, length: number): Buffer => {
  let [last, all] = [Buffer.alloc(0), Buffer.alloc(0)]
  for (let round = 1; all.length < length; round += 1) {
    last = hmac(key, Buffer.concat([last, info, Buffer.from([round])])) as Buffer<ArrayBuffer>
    all = Buffer.concat([all, last])
  }
  return all.subarray(0, length)
}

/** Node's buffers share a pool; an answer has memory of its own. */
const exact = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

const hex = (bytes: Bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
const toText = (bytes: Bytes) => Buffer.from(bytes).toString('base64url')
const fromText = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'base64url'))
