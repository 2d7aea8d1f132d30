// The words a person proves are the words the phone was given, however they are typed.
import { describe, expect, it } from 'vitest'
import { isLongEnough, isSamePassphrase, passphraseIn } from '#app/screens/join/passphrase-draft.ts'
import { createPassphrase } from '#device/vault/passphrase.ts'

const counting = () => {
  let next = 0
  return (bytes: number) => Uint8Array.from({ length: bytes }, () => next++ % 256)
}
const OFFERED = { offered: createPassphrase(counting()), own: '', isOwn: false }

describe('the passphrase on its way', () => {
  it('is long enough as the phone offers it', () => {
    expect(isLongEnough(OFFERED)).toBe(true)
  })

  it('is proven by the same words in capitals, with other spaces', () => {
    expect(isSamePassphrase(OFFERED, `  ${OFFERED.offered.toUpperCase().replaceAll(' ', ' - ')}`)).toBe(true)
  })

  it('is not proven by four of the five words', () => {
    expect(isSamePassphrase(OFFERED, OFFERED.offered.split(' ').slice(1).join(' '))).toBe(false)
  })

  it('is one’s own only while one’s own is chosen', () => {
    const own = { ...OFFERED, own: 'crveni most na Savi ujutru', isOwn: true }
    expect(passphraseIn(own)).toBe('crveni most na savi ujutru')
    expect(passphraseIn({ ...own, isOwn: false })).toBe(OFFERED.offered)
  })

  it('is too short when its length is only spaces', () => {
    expect(isLongEnough({ ...OFFERED, own: `kratko${' '.repeat(30)}`, isOwn: true })).toBe(false)
  })
})
