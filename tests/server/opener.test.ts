// The server opens with tools of its own what phones seal with `protocol/keys`: both must agree on every byte.
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { textToBytes } from '#protocol/bytes.ts'
import { createSealingKeys, importSealer, type KeyPair, seal } from '#protocol/keys.ts'
import { createOpener } from '#server/parcels/opener.ts'

const INFO = textToBytes('susret parcel 1')

let keys: KeyPair
beforeAll(async () => {
  keys = await createSealingKeys()
})

const sealed = async (bytes: Uint8Array, aad: Uint8Array) =>
  seal({ sealer: await importSealer(keys.publicKey), info: INFO }, new Uint8Array(bytes), new Uint8Array(aad))

describe('What a phone has sealed', () => {
  it('opens to the same bytes', async () => {
    const open = createOpener(keys.privateKey)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4_000 }), fc.uint8Array({ maxLength: 300 }), async (bytes, aad) => {
        const opened = open(await sealed(bytes, aad), { info: INFO, aad: new Uint8Array(aad) })
        expect(opened).toEqual(new Uint8Array(bytes))
      })
    )
  })

  it('stays shut when a single bit of it, of its header or of its purpose is another, or the key is', async () => {
    const open = createOpener(keys.privateKey)
    const aad = textToBytes('{"kind":"parcel"}')
    const whole = await sealed(randomBytes(200), aad)
    for (let at = 0; at < whole.length; at += 1) {
      const altered = whole.slice()
      altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8))
      expect(open(altered, { info: INFO, aad })).toBeUndefined()
    }
    expect(open(whole, { info: INFO, aad: textToBytes('{"kind":"Parcel"}') })).toBeUndefined()
    expect(open(whole, { info: textToBytes('susret delivery 1'), aad })).toBeUndefined()
    const other = createOpener((await createSealingKeys()).privateKey)
    expect(other(whole, { info: INFO, aad })).toBeUndefined()
  })

  it('stays shut when it is cut short or is nothing at all', async () => {
    const open = createOpener(keys.privateKey)
    const aad = textToBytes('')
    const whole = await sealed(randomBytes(40), aad)
    for (let length = 0; length < whole.length; length += 1) {
      expect(open(whole.slice(0, length), { info: INFO, aad })).toBeUndefined()
    }
    expect(open(new Uint8Array(200), { info: INFO, aad })).toBeUndefined()
  })
})
