// A translator's correction: on the phone first, handed over when there is signal, on every other phone afterwards.
import 'fake-indexeddb/auto'
import { firstValueFrom } from './first-value.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCorrections, handOverCorrections } from '#device/library/corrections.ts'
import { watchLibrary } from '#device/library/library.ts'
import { recordingId, type Wording } from '#domain/wording.ts'
import { library } from '#protocol/endpoints/library.ts'
import { words } from '#protocol/endpoints/words.ts'
import type { Role } from '#protocol/ids.ts'
import { createTeam, PASSPHRASE, type Phone, type Team } from '#tests/device/world.ts'

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

const joined = async (role: Role) => {
  const phone = team.createPhone()
  const entered = await phone.startKeeper().joinWith(await team.invite(role), PASSPHRASE)
  if (!entered.ok) throw new Error(`Refused: ${JSON.stringify(entered.refusal)}`)
  await phone.round()
  return phone
}

const DOCTOR = {
  kind: 'wording',
  id: 'wording ps/talk:board.tiles.doctor',
  language: 'ps',
  key: 'talk:board.tiles.doctor',
  text: 'ډاکټر',
  english: 'Doctor',
  isChecked: false
} as const

const save = (phone: Phone, differently: Partial<Pick<Wording, 'text' | 'isChecked'>> = {}) =>
  createCorrections(phone).save({ ...DOCTOR, ...differently })
const textsOn = async (phone: Phone) => (await viewOf(phone)).wordings.map(({ text }) => text)
const standingOn = async (phone: Phone) => (await viewOf(phone)).own.get(DOCTOR.id)?.standing
const viewOf = (phone: Phone) => firstValueFrom(watchLibrary(phone.library))
const handOver = (phone: Phone) => handOverCorrections(phone)
const saveAndHandOver = async (phone: Phone, differently: Partial<Pick<Wording, 'text'>> = {}) => {
  phone.clock.now += 1
  await save(phone, differently)
  await handOver(phone)
}

it('stands on its own phone at once, without signal, and waits', async () => {
  const phone = await joined('translator')
  phone.goOffline()
  expect(await save(phone)).toEqual({ ok: true, value: undefined })
  await handOver(phone)
  expect(await textsOn(phone)).toEqual(['ډاکټر'])
  expect(await standingOn(phone)).toBe('waiting')
})

it('reaches the other phones, and its own knows that the team has it', async () => {
  const [translator, worker] = [await joined('translator'), await joined('worker')]
  await save(translator)
  await handOver(translator)
  expect(await standingOn(translator)).toBe('taken')
  await worker.round()
  expect(await textsOn(worker)).toEqual(['ډاکټر'])
  expect(await standingOn(worker)).toBeUndefined()
})

it('made again while it waits, or after it was taken, is no dispute with itself', async () => {
  const phone = await joined('translator')
  await save(phone)
  phone.clock.now += 1
  await save(phone, { text: 'طبیب' })
  await handOver(phone)
  phone.clock.now += 1
  await save(phone, { text: 'ډاکټر', isChecked: true })
  await handOver(phone)
  expect(await standingOn(phone)).toBe('taken')
  const worker = await joined('worker')
  expect(await textsOn(worker)).toEqual(['ډاکټر'])
})

it('that came second, unseen, is kept and shown beside that of the team, and saved again replaces it', async () => {
  const [one, two] = [await joined('translator'), await joined('lead')]
  await save(one)
  await handOver(one)
  two.clock.now += 5
  await save(two, { text: 'طبیب' })
  await handOver(two)
  expect(await standingOn(two)).toBe('twin')
  await two.round()
  expect(await textsOn(two)).toEqual(['طبیب'])
  expect((await viewOf(two)).teamWordings.map(({ text }) => text)).toEqual(['ډاکټر'])
  two.clock.now += 5
  await save(two, { text: 'طبیب' })
  await handOver(two)
  expect(await standingOn(two)).toBe('taken')
  await one.round()
  expect(await textsOn(one)).toEqual(['طبیب'])
})

it('of a phone that may not correct is kept, and needs its author', async () => {
  const worker = await joined('worker')
  await save(worker)
  await handOver(worker)
  expect(await standingOn(worker)).toBe('refused')
  expect(await textsOn(worker)).toEqual(['ډاکټر'])
})

it('is not believed to be with the team for a word that is not signed', async () => {
  const phone = await joined('translator')
  await save(phone)
  phone.network.fetch = () => Promise.resolve(Response.json({ kind: 'words', standing: 'taken' }))
  await handOver(phone)
  expect(await standingOn(phone)).toBe('waiting')
})

it('that a restored server has forgotten is offered again', async () => {
  const phone = await joined('translator')
  const before = await team.backup()
  await save(phone)
  await handOver(phone)
  await team.restore(before)
  await phone.round()
  expect(await textsOn(phone)).toEqual(['ډاکټر'])
  expect(await standingOn(phone)).toBe('waiting')
  await handOver(phone)
  const worker = await joined('worker')
  expect(await textsOn(worker)).toEqual(['ډاکټر'])
})

it('corrected twice since the backup comes back as it was last', async () => {
  const phone = await joined('translator')
  await saveAndHandOver(phone, { text: 'first' })
  const before = await team.backup()
  await saveAndHandOver(phone, { text: 'second' })
  await saveAndHandOver(phone, { text: 'third' })
  await team.restore(before)
  await phone.round()
  await handOver(phone)
  expect(await standingOn(phone)).toBe('taken')
  expect(await textsOn(await joined('worker'))).toEqual(['third'])
})

it('that waits over one which a restored server has forgotten is no dispute with the one before', async () => {
  const phone = await joined('translator')
  await saveAndHandOver(phone, { text: 'first' })
  const before = await team.backup()
  await saveAndHandOver(phone, { text: 'second' })
  phone.clock.now += 1
  await save(phone, { text: 'third' })
  await team.restore(before)
  await phone.round()
  await handOver(phone)
  expect(await textsOn(await joined('worker'))).toEqual(['third'])
})

it('over the words of another who offers those again after a restore is no dispute with them, whoever comes first', async () => {
  const [one, two] = [await joined('translator'), await joined('translator')]
  await saveAndHandOver(one, { text: 'first' })
  const before = await team.backup()
  await saveAndHandOver(one, { text: 'second' })
  await two.round()
  two.clock.now += 10
  await saveAndHandOver(two, { text: 'third' })
  await team.restore(before)
  for (const phone of [two, one]) await phone.round()
  for (const phone of [one, two]) await handOver(phone)
  await two.round()
  await handOver(two)
  expect(await standingOn(two)).toBe('taken')
  expect(await textsOn(await joined('worker'))).toEqual(['third'])
})

it('that is taken back is taken back once more after a restore', async () => {
  const phone = await joined('translator')
  await saveAndHandOver(phone)
  const before = await team.backup()
  phone.clock.now += 1
  await createCorrections(phone).save({ kind: 'taken_back', id: DOCTOR.id })
  await handOver(phone)
  await team.restore(before)
  await phone.round()
  await handOver(phone)
  expect(await standingOn(phone)).toBe('taken')
  expect(await textsOn(await joined('worker'))).toEqual([])
})

it('waits after a restore until the library has been read to its end', async () => {
  const phone = await joined('translator')
  await saveAndHandOver(phone, { text: 'first' })
  const before = await team.backup()
  await saveAndHandOver(phone, { text: 'second' })
  await saveAndHandOver(phone, { text: 'third' })
  await team.restore(before)
  let asked = 0
  phone.network.fetch = (path, init) => {
    asked += path.startsWith(library.path) ? 1 : 0
    return asked > 2 ? Promise.reject(new TypeError('Failed to fetch')) : team.reach(path, init)
  }
  await phone.round()
  phone.comeBack()
  await handOver(phone)
  expect(await standingOn(phone)).toBe('waiting')
  await phone.round()
  await handOver(phone)
  expect(await standingOn(phone)).toBe('taken')
})

describe('Made again', () => {
  it('while the one before is under way, is no dispute with it', async () => {
    const phone = await joined('translator')
    await save(phone, { text: 'first' })
    phone.network.fetch = async (path, init) => {
      const answer = await team.reach(path, init)
      if (path !== words.path) return answer
      phone.comeBack()
      phone.clock.now += 1
      await save(phone, { text: 'second' })
      return answer
    }
    await handOver(phone)
    expect(await standingOn(phone)).toBe('waiting')
    await handOver(phone)
    expect(await standingOn(phone)).toBe('taken')
    expect(await textsOn(await joined('worker'))).toEqual(['second'])
  })

  const withoutAnswer = async () => {
    const phone = await joined('translator')
    await save(phone, { text: 'first' })
    phone.network.fetch = async (path, init) => {
      await team.reach(path, init)
      throw new TypeError('Connection reset')
    }
    await handOver(phone)
    phone.comeBack()
    phone.clock.now += 1
    await save(phone, { text: 'second' })
    return phone
  }

  it('after one whose answer was lost, is no dispute with that, once the library has come', async () => {
    const phone = await withoutAnswer()
    await phone.round()
    await handOver(phone)
    expect(await standingOn(phone)).toBe('taken')
    expect(await textsOn(await joined('worker'))).toEqual(['second'])
  })

  it('after one whose answer was lost, and handed over before the library has come, waits again', async () => {
    const phone = await withoutAnswer()
    await handOver(phone)
    await phone.round()
    expect(await standingOn(phone)).toBe('waiting')
    await handOver(phone)
    expect(await textsOn(await joined('worker'))).toEqual(['second'])
  })

  it('after one whose answer was lost, and which another has replaced unseen, is shown beside theirs', async () => {
    const [phone, other] = [await withoutAnswer(), await joined('lead')]
    other.clock.now += 10
    await saveAndHandOver(other, { text: 'theirs' })
    await phone.round()
    await handOver(phone)
    expect(await standingOn(phone)).toBe('twin')
    expect(await textsOn(await joined('worker'))).toEqual(['theirs'])
  })
})

it('knows what was read aloud for each sound, the ones of before and those that wait here too', async () => {
  const [translator, other] = [await joined('translator'), await joined('translator')]
  const corrections = createCorrections(translator)
  const sound = { kind: 'recording', language: 'ps', mime: 'audio/ogg', sound: 'AAAA' } as const
  const [hello, free] = [recordingId('ps', 'hello'), recordingId('ps', 'free')]
  await corrections.save({ ...sound, id: hello, card: 'hello', english: 'Hello.', text: 'سلام' })
  await corrections.save({ ...sound, id: free, card: 'free' })
  await handOver(translator)
  await other.round()
  const theirs = createCorrections(other)
  expect(await theirs.findSpoken('ps')).toEqual(
    new Map([
      [hello, { english: 'Hello.', text: 'سلام' }],
      [free, {}]
    ])
  )
  expect(await theirs.findSpoken('fa')).toEqual(new Map())

  other.goOffline()
  await theirs.save({ ...sound, id: hello, card: 'hello', english: 'Hello.', text: 'ستړي مه شئ' })
  await theirs.save({ kind: 'taken_back', id: free })
  expect(await theirs.findSpoken('ps')).toEqual(new Map([[hello, { english: 'Hello.', text: 'ستړي مه شئ' }]]))
})
