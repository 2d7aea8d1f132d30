// Cards that people take along: any phone of the team can check one without signal, and nobody else's word counts.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { DISCLOSED_ONLY, NEED_CODES } from '#domain/codes/needs.ts'
import { readCardCode } from '#domain/card-code.ts'
import { type Card, createCard } from '#domain/card.ts'
import { base64UrlToBytes, bytesToBase64Url } from '#protocol/bytes.ts'
import { type CardGiver, cardLink, certifyPhone, checkCard, findCardText, writeCard } from '#protocol/card.ts'
import { createSigningKeys, importSigner, type KeyPair } from '#protocol/keys.ts'

const AT = Date.parse('2018-07-03T19:30:00Z')
const TODAY = '2018-07-03'
/** A bit turned here, or in the version, is told by other words than "altered". */
const NEED_LENGTH_AT = 39
const card: Card = {
  code: 'K7QM4TXA',
  service: 'df4c7cea-706a-46e4-8f67-074a7b79adb2',
  need: 'child_protection',
  until: '2018-08-02'
}

let ours: KeyPair
let theirs: KeyPair
let giver: CardGiver

const giverOf = async (server: KeyPair, device = '0a1b2c3d4e5f'): Promise<CardGiver> => {
  const phone = await createSigningKeys()
  return {
    device,
    verifyingKey: phone.publicKey,
    certificate: await certifyPhone(await importSigner(server.privateKey), device, phone.publicKey),
    signer: await importSigner(phone.privateKey)
  }
}
const check = (text: string, today = TODAY) => checkCard(text, { serverKey: ours.publicKey, today })

beforeAll(async () => {
  ours = await createSigningKeys()
  theirs = await createSigningKeys()
  giver = await giverOf(ours)
})

describe('a card', () => {
  it('is genuine on every phone of the server, until its last day is over', async () => {
    const text = await writeCard(card, giver)
    for (const today of [TODAY, '2018-08-02']) {
      expect(await check(text, today)).toEqual({ ok: true, value: { ...card, device: giver.device } })
    }
    expect(await check(text, '2018-08-03')).toEqual({
      ok: false,
      refusal: { why: 'expired', card: { ...card, device: giver.device } }
    })
  })

  it('lasts thirty days and has a code that is checked as it is typed', () => {
    const made = createCard({ service: card.service, need: 'water', at: AT }, (count) =>
      crypto.getRandomValues(new Uint8Array(count))
    )
    expect(made).toMatchObject({ service: card.service, need: 'water', until: '2018-08-02' })
    expect(readCardCode(made.code)).toEqual({ ok: true, value: made.code })
  })

  it('says nothing of what a person told in confidence', () => {
    for (const need of DISCLOSED_ONLY) {
      expect(createCard({ service: card.service, need, at: AT }, (count) => new Uint8Array(count)).need).toBe('other')
    }
  })

  it('is never believed when any bit of it was turned', async () => {
    const bytes = base64UrlToBytes(await writeCard(card, giver))
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const altered = bytes.slice()
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const verdict = await check(bytesToBase64Url(altered))
      const isInside = bit >= 8 && bit >> 3 !== NEED_LENGTH_AT
      const refusal = isInside ? { why: 'altered' } : expect.anything()
      expect({ bit, verdict }).toEqual({ bit, verdict: { ok: false, refusal } })
    }
  })

  it('of another team, or of a phone nobody vouches for, is not taken for ours', async () => {
    expect(await check(await writeCard(card, await giverOf(theirs)))).toMatchObject({ refusal: { why: 'other_team' } })
    const unknown = { ...(await giverOf(theirs)), certificate: giver.certificate }
    expect(await check(await writeCard(card, unknown))).toMatchObject({ refusal: { why: 'other_team' } })
    const posing = { ...giver, device: 'zzzzzzzzzzzz' }
    expect(await check(await writeCard(card, posing))).toMatchObject({ refusal: { why: 'other_team' } })
  })

  it('of a later version is not called altered', async () => {
    const bytes = base64UrlToBytes(await writeCard(card, giver))
    bytes[0] = 2
    expect(await check(bytesToBase64Url(bytes))).toEqual({ ok: false, refusal: { why: 'newer' } })
    const need = 'a_need_of_next_year' as Card['need']
    expect(await check(await writeCard({ ...card, need }, giver))).toEqual({ ok: false, refusal: { why: 'newer' } })
  })

  it('that is cut short, or is no card at all, is unreadable', async () => {
    const text = await writeCard(card, giver)
    const parts = ['', 'hello', '%%%', text.slice(0, 100), text.slice(0, -4), `${text}AAAA`]
    const unreadable = { ok: false, refusal: { why: 'unreadable' } }
    expect(await Promise.all(parts.map((part) => check(part)))).toEqual(parts.map(() => unreadable))
  })

  it('survives a link, and a link wrapped by a messenger', async () => {
    const text = await writeCard(card, giver)
    expect(findCardText(cardLink('https://susret.example', text))).toBe(text)
    expect(findCardText(`Look: ${cardLink('https://susret.example', text)} thanks`)).toBe(text)
    expect(findCardText(` ${text.slice(0, 60)}\n${text.slice(60)} `)).toBe(text)
  })

  it('fits into 300 bytes, whatever it says', { timeout: 60_000 }, async () => {
    const cards = fc.record({
      code: fc.stringMatching(/^[2-9A-HJKMNP-TV-Z]{8}$/),
      service: fc.uuid(),
      need: fc.constantFrom(...NEED_CODES),
      until: fc.date({ min: new Date('2018-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map(dayOf)
    })
    await fc.assert(
      fc.asyncProperty(cards, async (some) => {
        const text = await writeCard(some, giver)
        expect(base64UrlToBytes(text).length).toBeLessThanOrEqual(300)
        expect(await check(text, TODAY > some.until ? some.until : TODAY)).toMatchObject({ ok: true, value: some })
      }),
      { numRuns: 1_000 }
    )
  })
})

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)
