// A person's card, read off wet paper by tired people on any keyboard: what is wrong is found, what is meant is taken.
import { encode } from 'uqr'
import { decodeQR } from 'qr/decode.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCardCode, readCardCode } from '#domain/card-code.ts'
import { lastDayOfCard, personCardText, readPersonCard } from '#domain/person-card.ts'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { bytesToBase64Url } from '#protocol/bytes.ts'
import { hashesOfCode, tagOfCard } from '#protocol/card-hash.ts'

const bytes = fc.infiniteStream(fc.integer({ min: 0, max: 255 })).map((stream) => (count: number) => {
  const drawn = new Uint8Array(count)
  for (let at = 0; at < count; at += 1) drawn[at] = stream.next().value ?? 0
  return drawn
})
const codes = bytes.map(createCardCode)
const LETTERS = '23456789BCDFGHJKMNPQRSTVWXZ'

describe('The code of a card', () => {
  it('has eight characters, none of them a vowel or one that is taken for another, and is read as it was made', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[23456789BCDFGHJKMNPQRSTVWXZ]{8}$/)
        expect(readCardCode(code)).toEqual({ ok: true, value: code })
      })
    )
  })

  it('is refused when any one character is read wrongly, and when any two neighbours change places', () => {
    fc.assert(
      fc.property(codes, fc.nat(7), fc.constantFrom(...LETTERS), (code, at, other) => {
        const misread = code.slice(0, at) + other + code.slice(at + 1)
        if (misread !== code) expect(readCardCode(misread)).toEqual({ ok: false, refusal: { why: 'check' } })
        const swapped = code.slice(0, at) + (code[at + 1] ?? '') + code[at] + code.slice(at + 2)
        if (at < 7 && swapped !== code) {
          expect(readCardCode(swapped)).toEqual({ ok: false, refusal: { why: 'check' } })
        }
      }),
      { numRuns: 2_000 }
    )
  })

  it.each(['k7qm 4txg', ' K7QM-4TXG ', 'К7QМ 4ТХG', 'k۷qm ۴txg', 'K٧QM٤TXG'])(
    'is taken from %j as it is meant',
    (typed) => {
      expect(readCardCode(typed)).toEqual({ ok: true, value: 'K7QM4TXG' })
    }
  )

  it('says what is wrong with it: too short, or a letter that stands on no card', () => {
    expect(readCardCode('K7QM 4TX')).toEqual({ ok: false, refusal: { why: 'length' } })
    expect(readCardCode('')).toEqual({ ok: false, refusal: { why: 'length' } })
    expect(readCardCode('K7QM 4TXO')).toEqual({ ok: false, refusal: { why: 'letters', letter: 'O' } })
    expect(readCardCode('Ahmad')).toEqual({ ok: false, refusal: { why: 'letters', letter: 'A' } })
  })
})

describe('The square code of a card', () => {
  it('is read from its picture, with the day it ends', () => {
    const until = lastDayOfCard(Date.parse('2026-11-28T20:00:00Z'))
    const text = personCardText('K7QM4TXG', until)
    expect(readPersonCard(decodeQR(pictureOf(text)))).toEqual({ code: 'K7QM4TXG', until: '2026-12-28' })
  })

  it.each(['', 'https://example.org', 'K7QM4TXB-20261228', 'K7QM4TXG-20261345', 'K7QM4TXG'])('is not %j', (text) => {
    expect(readPersonCard(text)).toBeUndefined()
  })
})

it('Every character of its code is drawn as often as any other, the check apart', () => {
  const counts = new Map<string, number>()
  for (let at = 0; at < 243 * 7; at += 7) {
    const drawn = createCardCode((count) => Uint8Array.from({ length: count }, (_, more) => (at + more) % 243))
    for (const character of drawn.slice(0, 7)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  expect([...counts.values()]).toEqual(Array.from({ length: 27 }, () => 63))
  const tooHigh = [new Uint8Array(7).fill(255), new Uint8Array(7).fill(243), new Uint8Array(7)]
  expect(createCardCode(() => tooHigh.shift() ?? new Uint8Array(7)).slice(0, 7)).toBe('2222222')
})

describe('What stands for a card in records', () => {
  const random = createSeededRandom(7)
  const drawn = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256))
  const code = createCardCode(drawn)
  const [one, other] = [drawn(32), drawn(32)].map(bytesToBase64Url)

  it('is the same on every phone of a server, another for every card and every server, and not the code', async () => {
    const hashes = await hashesOfCode(code, one)
    expect(hashes).toHaveLength(2)
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{32}$/)
    expect(await hashesOfCode(code, one)).toEqual(hashes)
    expect((await hashesOfCode('K7QM4TXG', one))[0]).not.toBe(hashes[0])
    expect((await hashesOfCode(code, other))[0]).not.toBe(hashes[0])
  })

  it('is also what a phone wrote that had no key yet, which comes last', async () => {
    const [without, ...more] = await hashesOfCode(code, undefined)
    expect(more).toEqual([])
    expect((await hashesOfCode(code, one)).at(-1)).toBe(without)
  })

  it('stands at each referral as another tag, from which the card cannot be told', async () => {
    const [hash] = await hashesOfCode(code, one)
    const tags = await Promise.all(['aaaaaaaaaaaa-1', 'aaaaaaaaaaaa-2'].map((referral) => tagOfCard(hash, referral)))
    expect(new Set([hash, ...tags]).size).toBe(3)
    expect(await tagOfCard(hash, 'aaaaaaaaaaaa-1')).toBe(tags[0])
  })
})

/** Four pixels a point, as a camera might see it head on. */
const pictureOf = (text: string) => {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const width = size * 4
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (let at = 0; at < width * width; at += 1) {
    if (data[Math.floor(at / width / 4)]?.[Math.floor((at % width) / 4)]) pixels.fill(0, at * 4, at * 4 + 3)
  }
  return { width, height: width, data: pixels }
}
