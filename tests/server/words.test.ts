// Corrections of translators, held against SQLite and PostgreSQL alike: what is taken, what is refused, who hears of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SOUND_LETTERS } from '#domain/wording.ts'
import type { Role } from '#protocol/ids.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { aRecording, aWording, createTestPhone, problemIn, type TestPhone } from './test-phone.ts'
import { createTestServer, ORGANISATION, type TestServer } from './test-server.ts'

describe.each(KINDS)('On %s a correction', (kind) => {
  let from: TestDatabase
  let server: TestServer
  let translator: TestPhone
  let worker: TestPhone

  const aPhone = async (role: Role) => {
    const phone = await createTestPhone(server.app.request)
    await phone.join(await server.invite(role))
    return phone
  }
  beforeAll(async () => {
    from = await createTestDatabase(kind)
    server = await createTestServer(from)
    translator = await aPhone('translator')
    worker = await aPhone('worker')
  })
  afterAll(async () => {
    await server.close()
    await from.dispose()
  })

  it('reaches every phone with the next library page, and is told by the next delivery', async () => {
    const { cursor } = await worker.fetchLibrary()
    expect(await translator.handOver(aWording())).toBe('taken')
    const { header } = await worker.fetchDelivery()
    expect(header.library).not.toBe(cursor)
    const page = await worker.fetchLibrary(cursor)
    expect(page).toMatchObject({ items: [aWording()], gone: [], cursor: header.library })
  })

  it('that is handed over again, because the answer was lost, is taken again and moves nothing', async () => {
    const wording = aWording({ key: 'talk:title', english: 'Talk', text: 'خبرې' })
    await translator.handOver(wording)
    const { cursor } = await worker.fetchLibrary()
    expect(await translator.handOver(wording)).toBe('taken')
    expect((await worker.fetchLibrary(cursor)).items).toEqual([])
  })

  it('does not silently replace one its author had not seen', async () => {
    const wording = { key: 'talk:turn', english: 'Turn' }
    const first = aWording({ ...wording, text: 'واړوه', at: 1 })
    expect(await translator.handOver(first)).toBe('taken')
    const blind = aWording({ ...wording, text: 'وګرځوه', at: 2 })
    expect(await translator.handOver(blind)).toBe('twin')
    expect(await server.store.listWordings(ORGANISATION)).toContainEqual(first)
    expect(await translator.handOver({ ...blind, over: 1 })).toBe('taken')
    expect(await server.store.listWordings(ORGANISATION)).toContainEqual({ ...blind, over: 1 })
  })

  it('can be taken back, by whoever has seen it', async () => {
    const recording = aRecording({ at: 7 })
    await translator.handOver(recording)
    const { cursor } = await worker.fetchLibrary()
    const back = { kind: 'taken_back', id: recording.id, at: 9 } as const
    expect(await translator.handOver({ ...back, over: 6 })).toBe('twin')
    expect(await translator.handOver({ ...back, over: 7 })).toBe('taken')
    expect(await translator.handOver({ ...back, over: 7 })).toBe('taken')
    expect(await worker.fetchLibrary(cursor)).toMatchObject({ items: [], gone: [recording.id] })
  })

  it('stays when the directory is set anew', async () => {
    const before = await server.store.listWordings(ORGANISATION)
    await server.store.setDirectory(ORGANISATION, [])
    expect(before.length).toBeGreaterThan(0)
    expect(await server.store.listWordings(ORGANISATION)).toEqual(before)
  })

  it('that would harm the words is refused, and the text that stood goes on standing', async () => {
    const good = aWording({ key: 'talk:answered', english: 'The answer: {{answer}}', text: 'ځواب: {{answer}}' })
    await translator.handOver(good)
    const bad: readonly object[] = [
      ...['ځواب', 'ځواب: {{answer}} {{name}}', '<b>ځواب: {{answer}}</b>', 'ځواب: {{answer}}\u202e', ' '].map(
        (text) => ({
          ...good,
          text
        })
      ),
      { ...good, text: 'x'.repeat(601) },
      { ...good, id: aWording().id },
      { ...good, language: 'en', id: 'wording en/talk:answered' },
      { ...good, key: '../talk' },
      { ...good, key: 'talk:__proto__.x', id: 'wording ps/talk:__proto__.x' },
      { ...aRecording(), card: 'no_such_card', id: 'recording ps/no_such_card' },
      { ...aRecording(), mime: 'text/html' },
      { ...aRecording(), sound: '<svg>' },
      { kind: 'taken_back', id: 'new_arrival.1', at: 1 },
      { kind: 'form', id: 'new_arrival.2' }
    ]
    for (const correction of bad) {
      const answer = await translator.correct(correction)
      expect({ correction, ...(await problemIn(answer)) }).toEqual({ correction, problem: 'bad_request', status: 400 })
    }
    const tooLong = await translator.correct(aRecording({ sound: 'A'.repeat(SOUND_LETTERS + 8_192) }))
    expect(await problemIn(tooLong)).toEqual({ problem: 'too_large', status: 413 })
    expect(await server.store.listWordings(ORGANISATION)).toContainEqual(good)
  })

  it('in sound comes in pages that end early, each one once', async () => {
    const cards = ['hello', 'free', 'please_wait', 'thank_you', 'eaten', 'have_water']
    for (const card of cards) {
      const recording = aRecording({ card, id: `recording ps/${card}`, sound: 'A'.repeat(SOUND_LETTERS) })
      expect(await translator.handOver(recording)).toBe('taken')
    }
    const heard: string[] = []
    let pages = 0
    let cursor = ''
    for (let more = true; more; pages += 1) {
      const page = await worker.fetchLibrary(cursor)
      heard.push(...page.items.flatMap((item) => ('card' in (item as object) ? [(item as { card: string }).card] : [])))
      ;({ cursor, more } = page)
    }
    expect(heard.toSorted()).toEqual(cards.toSorted())
    expect(pages).toBeGreaterThan(1)
  })
})
