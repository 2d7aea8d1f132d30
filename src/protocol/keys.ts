// The two kinds of key pair, both on the curve every browser has (P-256): one signs, one is sealed to (HPKE, RFC 9180).
import * as z from 'zod/mini'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256, type SenderContext } from '@hpke/core'
import { Base64Url, type Bytes, base64UrlToBytes, bytesToBase64Url, concat } from '#protocol/bytes.ts'

/** A public key: 65 bytes, the uncompressed point, as base64url. */
export const PublicKey = Base64Url.check(z.length(87))
export type PublicKey = z.infer<typeof PublicKey>

/** A private key in PKCS #8, as base64url. Kept sealed at rest on phones. */
export type PrivateKey = string
export type KeyPair = { readonly publicKey: PublicKey; readonly privateKey: PrivateKey }

const SIGN = { name: 'ECDSA', namedCurve: 'P-256' } as const
const DIGEST = { name: 'ECDSA', hash: 'SHA-256' } as const
const AGREE = { name: 'ECDH', namedCurve: 'P-256' } as const
export const SIGNATURE_BYTES = 64
const ENCAPSULATED_BYTES = 65

/** Takes its key in while the encapsulation is made ahead; the library's own does so when the bytes already wait. */
class PreparedAes256Gcm extends Aes256Gcm {
  override createEncryptionContext(raw: Parameters<Aes256Gcm['createEncryptionContext']>[0]) {
    const key = crypto.subtle.importKey('raw', raw as BufferSource, 'AES-GCM', false, ['encrypt', 'decrypt'])
    const gcm = (iv: ArrayBuffer, additionalData: ArrayBuffer) => ({ name: 'AES-GCM', iv, additionalData })
    return {
      seal: async (iv: ArrayBuffer, data: ArrayBuffer, aad: ArrayBuffer) =>
        crypto.subtle.encrypt(gcm(iv, aad), await key, data),
      open: async (iv: ArrayBuffer, data: ArrayBuffer, aad: ArrayBuffer) =>
        crypto.subtle.decrypt(gcm(iv, aad), await key, data)
    }
  }
}

/** Made when it is first needed: whoever only signs and verifies, as the page does, is then built without the library. */
let made: CipherSuite | undefined
const suite = () =>
  (made ??= new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new PreparedAes256Gcm()
  }))

export const createSigningKeys = (): Promise<KeyPair> => createPair(SIGN, ['sign', 'verify'])
export const createSealingKeys = (): Promise<KeyPair> => createPair(AGREE, ['deriveBits'])

export const importSigner = (key: PrivateKey) =>
  crypto.subtle.importKey('pkcs8', base64UrlToBytes(key), SIGN, false, ['sign'])

export const importVerifier = (key: PublicKey) =>
  crypto.subtle.importKey('raw', base64UrlToBytes(key), SIGN, false, ['verify'])

export const importSealer = (key: PublicKey) => crypto.subtle.importKey('raw', base64UrlToBytes(key), AGREE, true, [])

/** Extractable, because the HPKE library derives the public half from it. */
export const importOpener = (key: PrivateKey) =>
  crypto.subtle.importKey('pkcs8', base64UrlToBytes(key), AGREE, true, ['deriveBits'])

/** ECDSA with SHA-256; 64 bytes, r then s. */
export const sign = async (signer: CryptoKey, bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign(DIGEST, signer, bytes))

export const verify = (verifier: CryptoKey, signature: Bytes, bytes: Bytes): Promise<boolean> =>
  crypto.subtle.verify(DIGEST, verifier, signature, bytes)

export type SealTo = { readonly sealer: CryptoKey; readonly info: Bytes }

/** An encapsulation made ahead of the bytes it will seal. Each seals once. */
export const prepareSeal = ({ sealer, info }: SealTo): Promise<SenderContext> =>
  suite().createSenderContext({ recipientPublicKey: sealer, info })

/** The encapsulated key (65 bytes), then AES-256-GCM of the bytes. `context` comes from `prepareSeal` and is used up. */
export const sealWith = async (context: SenderContext, bytes: Bytes, aad: Bytes): Promise<Bytes> =>
  concat(new Uint8Array(context.enc), new Uint8Array(await context.seal(bytes, aad)))

export const seal = async (to: SealTo, bytes: Bytes, aad: Bytes): Promise<Bytes> =>
  sealWith(await prepareSeal(to), bytes, aad)

/** Throws when the bytes were not sealed to this key, with this info and `aad`, or were altered. */
export const open = async (by: { opener: CryptoKey; info: Bytes }, sealed: Bytes, aad: Bytes): Promise<Bytes> => {
  const context = await suite().createRecipientContext({
    recipientKey: by.opener,
    enc: sealed.slice(0, ENCAPSULATED_BYTES).buffer,
    info: by.info
  })
  return new Uint8Array(await context.open(sealed.slice(ENCAPSULATED_BYTES), aad))
}

const createPair = async (algorithm: EcKeyGenParams, usages: KeyUsage[]): Promise<KeyPair> => {
  const pair = await crypto.subtle.generateKey(algorithm, true, usages)
  const [publicKey, privateKey] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey)
  ])
  return {
    publicKey: bytesToBase64Url(new Uint8Array(publicKey)),
    privateKey: bytesToBase64Url(new Uint8Array(privateKey))
  }
}
