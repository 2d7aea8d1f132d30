import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPassphrase, PASSPHRASE_WORDS, tidyPassphrase, wordsOf } from '#device/vault/passphrase.ts'
import { createTeam, PASSPHRASE, type Phone, type Team } from '#tests/device/world.ts'

let team: Team
let phone: Phone
beforeEach(async () => {
  team = await createTeam()
  phone = team.createPhone()
})
afterEach(() => team.dispose())

const join = async () => {
  const answer = await phone.startKeeper().joinWith(await team.invite('worker'), PASSPHRASE)
  expect(answer.ok).toBe(true)
}

describe('Unlocking', () => {
  it('opens with the passphrase, whatever its spaces and capitals', async () => {
    await join()
    expect((await phone.startKeeper().unlock(`  ${PASSPHRASE.toUpperCase().replaceAll(' ', '-')} `)).ok).toBe(true)
  })

  it('waits longer after each wrong passphrase and never wipes', async () => {
    await join()
    const keeper = phone.startKeeper()
    const waits: number[] = []
    for (let attempt = 0; attempt < 9; attempt += 1) {
      const answer = await keeper.unlock('not these words at all')
      expect(answer).toMatchObject({ ok: false, refusal: { why: 'wrong_passphrase' } })
      const waitMs = !answer.ok && 'waitMs' in answer.refusal ? answer.refusal.waitMs : 0
      waits.push(waitMs / 1_000)
      expect(await keeper.unlock(PASSPHRASE)).toMatchObject({ ok: false, refusal: { why: 'wait' } })
      phone.clock.now += waitMs
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
    expect((await keeper.unlock(PASSPHRASE)).ok).toBe(true)
  })

  it('opens with the recovery key on paper and a new passphrase', async () => {
    await join()
    const keeper = phone.startKeeper()
    const { recoveryKeyOnPaper: paper } = team
    const miscopied = paper.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))
    for (const wrong of ['not a key', miscopied, paper.slice(0, -1), '']) {
      expect(await keeper.recover(wrong, 'five other words for today')).toMatchObject({ ok: false })
    }
    expect((await keeper.recover(` ${team.recoveryKeyOnPaper.toLowerCase()} `, 'five other words for today')).ok).toBe(
      true
    )
    expect((await phone.startKeeper().unlock('five other words for today')).ok).toBe(true)
    expect((await phone.startKeeper().unlock(PASSPHRASE)).ok).toBe(false)
  })
})

describe('Joining', () => {
  it('refuses an invite that is too old, unknown or used, and goes on with another', async () => {
    const keeper = phone.startKeeper()
    const old = await team.invite('worker', 10)
    team.time.now += 11 * 60_000
    expect(await keeper.joinWith(old, PASSPHRASE)).toEqual({ ok: false, refusal: 'invite_expired' })
    const unknown = { ...old, code: 'A'.repeat(22) }
    expect(await keeper.joinWith(unknown, PASSPHRASE)).toEqual({ ok: false, refusal: 'invite_unknown' })
    const used = await team.invite('worker')
    await team.createPhone().startKeeper().joinWith(used, PASSPHRASE)
    expect(await keeper.joinWith(used, PASSPHRASE)).toEqual({ ok: false, refusal: 'invite_used' })
    expect((await keeper.joinWith(await team.invite('worker'), PASSPHRASE)).ok).toBe(true)
  })

  it('joins once although the first answer was lost', async () => {
    const invite = await team.invite('worker')
    phone.network.fetch = async (path, init) => {
      await team.reach(path, init)
      throw new TypeError('Connection reset')
    }
    expect(await phone.startKeeper().joinWith(invite, PASSPHRASE)).toEqual({ ok: false, refusal: 'no_answer' })
    expect(await phone.state()).toBe('joining')
    phone.comeBack()
    expect((await phone.startKeeper().joinWith(invite, PASSPHRASE)).ok).toBe(true)
    expect(await team.store().listDevices('praxis')).toHaveLength(1)
  })

  it('believes no server but the one the invite names', async () => {
    const other = await createTeam()
    const invite = await team.invite('worker')
    const theirs = await other.invite('worker')
    phone.network.fetch = other.reach
    const answer = await phone.startKeeper().joinWith({ code: theirs.code, server: invite.server }, PASSPHRASE)
    expect(answer).toEqual({ ok: false, refusal: 'other_server' })
    await other.dispose()
  })
})

describe('Offered passphrases', () => {
  it('are five words that can be said, and differ', () => {
    const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
    const offered = new Set(Array.from({ length: 200 }, () => createPassphrase(random)))
    expect(offered.size).toBe(200)
    for (const passphrase of offered) {
      expect(passphrase).toMatch(/^([bdfgklmnprstvz][aeiou]){2}( ([bdfgklmnprstvz][aeiou]){2}){4}$/)
      expect(passphrase.split(' ')).toHaveLength(PASSPHRASE_WORDS)
      expect(tidyPassphrase(passphrase)).toBe(passphrase)
    }
  })

  it('and words to compare are the same for the same key', () => {
    expect(wordsOf(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))).toBe(wordsOf(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)))
    expect(wordsOf(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)).split(' ')).toHaveLength(4)
  })
})
