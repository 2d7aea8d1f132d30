import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { textToBytes } from '#protocol/bytes.ts'
import { Change } from '#protocol/change.ts'
import { changesToColumns, columnsToChanges, Columns } from '#protocol/columns.ts'
import { isSignedBy, readEnvelope } from '#protocol/envelope.ts'
import {
  createSealingKeys,
  createSigningKeys,
  importOpener,
  importSealer,
  importSigner,
  importVerifier,
  prepareSeal
} from '#protocol/keys.ts'
import { LEAST_BODY_BYTES, openParcel, PARCEL_CHANGES, PARCEL_INFO, writeParcel } from '#protocol/parcel.ts'
import { MOST_BOXES } from '#protocol/sealed.ts'
import { squeeze, unsqueeze } from '#protocol/squeeze.ts'

const PHONE = '0123456789ab'
const OTHER = 'cdefghjkmnpq'

const changes = (count: number): [Change, ...Change[]] => [
  changeOf(0),
  ...Array.from({ length: count - 1 }, (_, row) => changeOf(row + 1))
]

const changeOf = (row: number): Change => ({
  author: PHONE,
  counter: row + 7,
  type: 'arrival',
  record: row % 3 === 2 ? `${OTHER}-9` : `${PHONE}-${row + 7}`,
  clock: { at: 1_530_000_000_000 + row * 61_000, tick: row % 2 },
  over: row % 3 === 2 ? [`${OTHER}-9`, `${PHONE}-${row + 6}`] : [],
  fields: { men: row, ...(row % 2 === 0 && { language: 'ps', needs: ['water', 'medical'] }) }
})

describe('Changes in columns', () => {
  it('come back as they were', () => {
    const before = changes(40)
    expect(columnsToChanges(changesToColumns(before))).toEqual(before.map((change) => ({ change })))
  })

  it('come back as they were, whatever they hold', () => {
    const dot = fc
      .tuple(fc.constantFrom(PHONE, OTHER), fc.integer({ min: 1, max: 999_999 }))
      .map(([who, n]) => `${who}-${n}`)
    const anyChange = fc.record({
      author: fc.constantFrom(PHONE, OTHER),
      counter: fc.integer({ min: 1, max: 999_999 }),
      type: fc.constantFrom('arrival', 'tally', 'case'),
      record: dot,
      clock: fc.record({ at: fc.integer({ min: 0, max: 8_640_000_000_000_000 }), tick: fc.nat(1_000_000) }),
      over: fc.array(dot, { maxLength: 3 }),
      fields: fc.dictionary(
        fc.constantFrom('men', 'zone', 'needs', 'own_question'),
        fc.oneof(
          fc.nat(9_999),
          fc.constantFrom('ps', 'AF', '2018-07-03T14'),
          fc.array(fc.constantFrom('water', 'food'), { maxLength: 3 })
        ),
        { noNullPrototype: true }
      )
    })
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 20 }), (before) => {
        const columns = Columns.parse(JSON.parse(JSON.stringify(changesToColumns(before))))
        expect(columnsToChanges(columns)).toEqual(before.map((change) => ({ change })))
      }),
      { numRuns: 500, seed: 20_181_205 }
    )
  })

  it('name a row that is not a change without losing the others', () => {
    const columns = changesToColumns(changes(3))
    columns.fields['men'] = { each: [0, 'a sentence with spaces', 2] }
    const rows = columnsToChanges(columns)
    expect(rows.map((row) => 'change' in row)).toEqual([true, false, true])
  })

  it('take no text for the list it looks like, wherever it stands', () => {
    const columns = changesToColumns(changes(4))
    const lookAlike = '["info"]'
    for (const each of [
      [['info'], lookAlike, ['info'], 7],
      [lookAlike, ['info'], 7, '7 ']
    ]) {
      columns.fields['given'] = { each }
      const expected = each.map((cell) => Array.isArray(cell) || cell === 7)
      expect(columnsToChanges(columns).map((row) => 'change' in row)).toEqual(expected)
    }
  })

  it('are not spread out when a short text says "all" of very much', () => {
    const columns = { ...changesToColumns(changes(3)), count: 5_000 }
    const wide = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`a${at}`, { all: 1 }]))
    expect(Columns.safeParse({ ...columns, fields: wide }).success).toBe(false)
    expect(Columns.safeParse({ ...columns, over: { all: Array(300).fill(0) } }).success).toBe(true)
    for (const long of [{ over: { all: Array(100_000).fill(0) } }, { author: { all: 'a'.repeat(100_000) } }]) {
      const rows = columnsToChanges(Columns.parse({ ...columns, ...long }))
      expect(rows.every((row) => 'unreadable' in row)).toBe(true)
    }
  })

  it('say of any cell that is no part of a change that it is none, and never throw', () => {
    const cell = fc.oneof(
      fc.constant({ all: null }),
      fc.record({ all: fc.anything() }),
      fc.record({ each: fc.array(fc.anything()) })
    )
    const names = ['author', 'counter', 'type', 'record', 'at', 'tick', 'over'] as const
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string(), cell, (name, field, cells) => {
        const columns = changesToColumns(changes(3))
        const parsed = Columns.safeParse({ ...columns, [name]: cells, fields: { ...columns.fields, [field]: cells } })
        if (!parsed.success) return
        const rows = columnsToChanges(parsed.data)
        expect(rows).toHaveLength(3)
        for (const row of rows) if ('change' in row) expect(Change.parse(row.change)).toEqual(row.change)
      }),
      { numRuns: 2_000 }
    )
  })
})

describe('A parcel', () => {
  const keys = { phone: undefined as never, server: undefined as never } as {
    phone: Awaited<ReturnType<typeof createSigningKeys>>
    server: Awaited<ReturnType<typeof createSealingKeys>>
  }
  beforeAll(async () => {
    keys.phone = await createSigningKeys()
    keys.server = await createSealingKeys()
  })

  const write = async (inside: [Change, ...Change[]]) =>
    writeParcel({ organisation: 'praxis', device: PHONE, parcel: 1, key: 'a' }, inside, {
      context: await prepareSeal({ sealer: await importSealer(keys.server.publicKey), info: PARCEL_INFO }),
      signer: await importSigner(keys.phone.privateKey)
    })

  it('is opened by the server it was sealed to, and says who signed it', async () => {
    const envelope = readEnvelope(await write(changes(200)))
    expect(envelope && (await isSignedBy(envelope, await importVerifier(keys.phone.publicKey)))).toBe(true)
    expect(envelope && (await openParcel(envelope, await importOpener(keys.server.privateKey), 200))).toHaveLength(200)
  })

  it('fits, full of the longest words for partners, in what every server takes', async () => {
    const random = (bytes: number) => randomBytes(bytes).toString('base64url')
    const boxes = Array.from({ length: MOST_BOXES }, () => ({ to: random(6), key: random(80) }))
    const [first, ...rest] = changes(PARCEL_CHANGES).map((change) => {
      const sealed = { organisation: 'bchr', boxes, body: random(6_000) }
      return Change.parse({ ...change, type: 'referral', sealed })
    })
    const bytes = await write([first as Change, ...rest])
    expect(bytes.length).toBeGreaterThan(PARCEL_CHANGES * 6_000)
    expect(bytes.length).toBeLessThan(LEAST_BODY_BYTES)
  })

  it('cannot be opened by another server', async () => {
    const envelope = readEnvelope(await write(changes(2)))
    const other = await createSealingKeys()
    expect(envelope && (await openParcel(envelope, await importOpener(other.privateKey), 2))).toBeUndefined()
  })

  it('shows every altered byte in its signature', async () => {
    const bytes = await write(changes(2))
    const verifier = await importVerifier(keys.phone.publicKey)
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = bytes.slice()
      altered[at] = (altered[at] ?? 0) ^ 1
      const envelope = readEnvelope(altered)
      if (envelope) expect(await isSignedBy(envelope, verifier), `byte ${at}`).toBe(false)
    }
  })

  it('shows when it was cut short, at any length', async () => {
    const bytes = await write(changes(2))
    const verifier = await importVerifier(keys.phone.publicKey)
    for (let length = 0; length < bytes.length; length += 7) {
      const envelope = readEnvelope(bytes.slice(0, length))
      if (envelope) expect(await isSignedBy(envelope, verifier), `${length} bytes`).toBe(false)
    }
  })

  it('holds no word of what it carries in the open', async () => {
    const bytes = await write(changes(20))
    const text = new TextDecoder('latin1').decode(bytes)
    expect(text).not.toContain('language')
    expect(text).not.toContain('medical')
  })
})

describe('Unpacking', () => {
  it('stops at its limit instead of filling the memory', () => {
    const bomb = squeeze(textToBytes('0'.repeat(3_000_000)))
    expect(bomb.length).toBeLessThan(10_000)
    expect(unsqueeze(bomb, 1_000_000)).toBeUndefined()
    expect(unsqueeze(bomb, 3_000_000)?.length).toBe(3_000_000)
  })

  it('takes nothing that was cut short or is no gzip', () => {
    const whole = squeeze(textToBytes('two men by the fountain, '.repeat(500)))
    for (const end of [0, 1, 9, 10, 30, whole.length - 9]) expect(unsqueeze(whole.slice(0, end))).toBeUndefined()
    expect(unsqueeze(textToBytes('<html>'))).toBeUndefined()
  })

  it('reads what the platform has squeezed, and the platform reads ours', async () => {
    const text = textToBytes(JSON.stringify(changes(250)))
    const through = async (bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) =>
      new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer())
    expect(unsqueeze(await through(text, new CompressionStream('gzip')))).toEqual(text)
    expect(await through(squeeze(text), new DecompressionStream('gzip'))).toEqual(text)
  })
})
