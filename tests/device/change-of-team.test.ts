// What a phone keeps of the library when it joins another team beside its own, or its own once more.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCorrections, handOverCorrections } from '#device/library/corrections.ts'
import { watchLibrary } from '#device/library/library.ts'
import { firstValueFrom } from '#tests/device/first-value.ts'
import { given } from '#tests/device/person.ts'
import { createTeam, PASSPHRASE, type Phone, type Team } from '#tests/device/world.ts'
import { anEntry } from '#tests/server/test-phone.ts'

const OTHER = 'clinic'
const OURS = anEntry({ id: '00000000-0000-4000-8000-000000000001', name: { en: 'Shelter of Praxis' } })
const THEIRS = anEntry({ id: '00000000-0000-4000-8000-000000000002', name: { en: 'Shelter of the clinic' } })
const DOCTOR = {
  kind: 'wording',
  id: 'wording ps/talk:board.tiles.doctor',
  language: 'ps',
  key: 'talk:board.tiles.doctor',
  text: 'ډاکټر',
  english: 'Doctor',
  isChecked: false
} as const

let team: Team
beforeEach(async () => {
  team = await createTeam({ library: [] })
  await team.addTeam(OTHER)
  const { putLibrary } = team.store()
  // The other team's library has come as far with its numbers as ours.
  await putLibrary(OTHER, [THEIRS])
  await putLibrary('praxis', [OURS])
})
afterEach(() => team.dispose())

const join = async (phone: Phone, organisation?: string) =>
  given(await phone.startKeeper().joinWith(await team.invite('translator', 10, organisation), PASSPHRASE))
/** Of our team, with a word corrected that waits. */
const aTranslator = async () => {
  const phone = team.createPhone()
  const { device } = await join(phone)
  await phone.round()
  await correct(phone)
  return { phone, device }
}
const correct = async (phone: Phone) => {
  given(await createCorrections(phone).save(DOCTOR))
}
const loseStorage = async ({ letterbox, vault }: Phone) => {
  await Promise.all([...letterbox.tables, ...vault.tables].map((table) => table.clear()))
}
/** As a version left it that did not write down whose the library is. */
const asBefore = async ({ letterbox, library }: Phone) => {
  await library.state.delete('team')
  await letterbox.state.toCollection().modify((state) => delete state.credentials?.team)
}
const viewOf = (phone: Phone) => firstValueFrom(watchLibrary(phone.library))
const namesOn = async (phone: Phone) => (await viewOf(phone)).entries.map(({ name }) => name.en)
const standingOn = async (phone: Phone) => (await viewOf(phone)).own.get(DOCTOR.id)?.standing
const wordsOf = async (organisation: string) => (await team.store().listWordings(organisation)).map(({ text }) => text)

describe('A phone that was taken off', () => {
  it('forgets the directory and what waited, and then has all of another team that it joins', async () => {
    const { phone, device } = await aTranslator()
    await team.store().revoke({ id: device })
    await phone.round()
    expect(await namesOn(phone)).toEqual([])
    expect(await standingOn(phone)).toBeUndefined()
    await join(phone, OTHER)
    await phone.round()
    await handOverCorrections(phone)
    expect(await namesOn(phone)).toEqual(['Shelter of the clinic'])
    expect(await wordsOf(OTHER)).toEqual([])
  })

  it('writes down no answer that comes after the order', async () => {
    const { phone, device } = await aTranslator()
    phone.network.fetch = async (path, init) => {
      const answer = await team.reach(path, init)
      phone.comeBack()
      await team.store().revoke({ id: device })
      await phone.round()
      return answer
    }
    await handOverCorrections(phone)
    expect(await phone.state()).toBe('wiped')
    expect((await viewOf(phone)).wordings).toEqual([])
  })
})

describe('A phone whose storage was lost', () => {
  it('hands over nothing to another team that it joins, and has all of its directory and nothing of before', async () => {
    const { phone } = await aTranslator()
    await loseStorage(phone)
    await join(phone, OTHER)
    await handOverCorrections(phone)
    expect(await wordsOf(OTHER)).toEqual([])
    await phone.round()
    expect(await namesOn(phone)).toEqual(['Shelter of the clinic'])
    expect(await standingOn(phone)).toBeUndefined()
  })

  it('does so too when a version before this one kept the library', async () => {
    const { phone } = await aTranslator()
    await asBefore(phone)
    await loseStorage(phone)
    await join(phone, OTHER)
    await phone.round()
    expect(await namesOn(phone)).toEqual(['Shelter of the clinic'])
    expect(await standingOn(phone)).toBeUndefined()
  })

  it('keeps what is corrected for the other team before anything of it has come', async () => {
    const { phone } = await aTranslator()
    await loseStorage(phone)
    await join(phone, OTHER)
    await correct(phone)
    await phone.round()
    await handOverCorrections(phone)
    expect(await wordsOf(OTHER)).toEqual(['ډاکټر'])
    expect(await wordsOf('praxis')).toEqual([])
  })

  it('hands over what waited when it joins its own team again', async () => {
    const { phone } = await aTranslator()
    await loseStorage(phone)
    await join(phone)
    await phone.round()
    await handOverCorrections(phone)
    expect(await namesOn(phone)).toEqual(['Shelter of Praxis'])
    expect(await wordsOf('praxis')).toEqual(['ډاکټر'])
  })
})

describe('What waited', () => {
  it('is handed over by this version when one before it kept the library', async () => {
    const { phone } = await aTranslator()
    await asBefore(phone)
    await phone.round()
    await handOverCorrections(phone)
    expect(await wordsOf('praxis')).toEqual(['ډاکټر'])
  })

  it.each(['this version', 'one before it'])(
    'is handed over when the phone joins again as itself after a restore, and %s kept the library',
    async (version) => {
      const backup = await team.backup()
      const { phone } = await aTranslator()
      if (version === 'one before it') await asBefore(phone)
      await team.restore(backup)
      const keeper = phone.startKeeper()
      given(await keeper.unlock(PASSPHRASE))
      given(await keeper.joinAgain(await team.invite('translator')))
      await phone.round()
      await handOverCorrections(phone)
      expect(await wordsOf('praxis')).toEqual(['ډاکټر'])
    }
  )
})
