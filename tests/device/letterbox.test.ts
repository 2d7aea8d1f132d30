import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDesk } from '#device/desk.ts'
import type { Identity, Keeper } from '#device/vault/keeper.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { askAboutAside } from '#device/letterbox/ask-about-aside.ts'
import { readState } from '#device/letterbox/database.ts'
import { watchLetterbox } from '#device/letterbox/standing.ts'
import { PARCEL_CHANGES } from '#protocol/parcel.ts'
import { formToItem } from '#server/store/library.ts'
import { given } from '#tests/device/person.ts'
import { createTeam, NOW, PASSPHRASE, type Phone, type Team } from '#tests/device/world.ts'

const ANSWERS = { men: 1, boys: 2, language: 'ps', country: 'AF', note: 'Amir waits by the fountain' }
const HERE = { at: NOW, zone: 'parks' } as const

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

const joined = async (role: 'worker' | 'lead' | 'translator', phone = team.createPhone()) => {
  const keeper = phone.startKeeper()
  const identity = given(await keeper.joinWith(await team.invite(role), PASSPHRASE))
  return { phone, keeper, identity, desk: await openDesk(keeper, identity) }
}

const unlocked = async (phone: Phone) => {
  const keeper = phone.startKeeper()
  return openDesk(keeper, given(await keeper.unlock(PASSPHRASE)))
}

const deskOf = async (keeper: Keeper, identity: Identity, phone: Phone) => {
  await phone.round()
  return openDesk(keeper, identity)
}

const arrivalsOn = (desk: Awaited<ReturnType<typeof openDesk>>) =>
  desk.records().filter(({ type }) => type === 'arrival')

describe('A record saved without signal', () => {
  it('is with the lead exactly once after signal returns', async () => {
    const worker = await joined('worker')
    const lead = await joined('lead')
    worker.phone.goOffline()
    given(await worker.desk.logArrival(NEW_ARRIVAL, ANSWERS, HERE))
    expect((await worker.phone.round()).trouble).toEqual({ why: 'no_answer' })
    worker.phone.comeBack()
    await worker.phone.round()
    await worker.phone.round()
    const desk = await deskOf(lead.keeper, lead.identity, lead.phone)
    expect(arrivalsOn(desk).map(({ fields }) => [fields['men'], fields['boys'], fields['language']])).toEqual([
      [1, 2, 'ps']
    ])
  })

  it('never takes its note off the phone', async () => {
    const worker = await joined('worker')
    const lead = await joined('lead')
    const id = given(await worker.desk.logArrival(NEW_ARRIVAL, ANSWERS, HERE))
    await worker.phone.round()
    const desk = await deskOf(lead.keeper, lead.identity, lead.phone)
    expect(arrivalsOn(desk)[0]?.fields).not.toHaveProperty('note')
    expect(desk.asideOf(id)).toBeUndefined()
    expect(worker.desk.asideOf(id)?.answers).toEqual({ note: 'Amir waits by the fountain' })
    expect((await team.backup()).join('\n')).not.toContain('fountain')
  })

  it('leaves no word of itself in the open on the phone', async () => {
    const { phone, desk, keeper } = await joined('worker')
    given(await desk.logArrival(NEW_ARRIVAL, ANSWERS, HERE))
    given(await keeper.keepNote('draft arrival', { note: 'Amir waits by the fountain' }))
    const atRest = await phone.atRest()
    for (const word of ['fountain', 'Amir', '"ps"', 'language', 'parks', 'Praxis']) expect(atRest).not.toContain(word)
  })

  it('is still there after the phone was killed, with its note', async () => {
    const { phone, desk } = await joined('worker')
    const id = given(await desk.logArrival(NEW_ARRIVAL, ANSWERS, HERE))
    const again = await unlocked(phone)
    expect(arrivalsOn(again)).toHaveLength(1)
    expect(again.asideOf(id)?.answers).toEqual({ note: 'Amir waits by the fountain' })
  })

  it('is delivered while the phone is locked', async () => {
    const { phone, desk } = await joined('worker')
    given(await desk.logArrival(NEW_ARRIVAL, ANSWERS, HERE))
    const [first, next] = [await phone.round(), await phone.round()]
    expect([first, next].map(({ handedOver }) => handedOver)).toEqual([1, 0])
    // Both ways go side by side: it comes back with the first or with the next.
    expect(first.fetched + next.fetched).toBe(1)
  })

  it('comes back out of folded blocks after many saves', async () => {
    const { phone, desk } = await joined('worker')
    for (let count = 0; count < 230; count += 1) given(await desk.tally('rough', HERE))
    expect((await unlocked(phone)).records()).toHaveLength(230)
    await expect.poll(() => phone.vault.blocks.count()).toBe(2)
    expect((await unlocked(phone)).records()).toHaveLength(230)
  })
})

describe('A parcel whose bytes are gone', () => {
  it('holds up none of the others', async () => {
    const { phone, desk } = await joined('worker')
    phone.goOffline()
    given(await desk.tally('rough', HERE))
    await phone.round()
    given(await desk.tally('rough', HERE))
    await phone.letterbox.contents.delete(1)
    phone.comeBack()
    expect((await phone.round()).handedOver).toBe(1)
  })
})

describe('What a phone believes', () => {
  const portal = (answer: () => Response) => (phone: Phone) => {
    phone.network.fetch = async () => answer()
  }

  it.each([
    ['a page with status 200', portal(() => new Response('<html>Please log in</html>'))],
    ['an empty 204', portal(() => new Response(null, { status: 204 }))],
    ['a 404', portal(() => new Response('Not found', { status: 404 }))],
    ['JSON that is not signed', portal(() => Response.json({ body: 'e30', signature: 'AAAA' }))]
  ])('is not %s', async (_what, answerWith) => {
    const { phone, desk } = await joined('worker')
    given(await desk.logArrival(NEW_ARRIVAL, ANSWERS, HERE))
    answerWith(phone)
    expect((await phone.round()).trouble).toEqual({ why: 'no_answer' })
    expect(await phone.letterbox.parcels.where('state').equals('received').count()).toBe(0)
    phone.comeBack()
    expect((await phone.round()).handedOver).toBe(1)
  })

  it('is not the receipt of another parcel', async () => {
    const { phone, desk } = await joined('worker')
    given(await desk.logArrival(NEW_ARRIVAL, ANSWERS, HERE))
    let receipt: string | undefined
    phone.network.fetch = async (path, init) => {
      if (receipt !== undefined && path === '/v1/parcels') return new Response(receipt)
      const answer = await team.reach(path, init)
      if (path === '/v1/parcels') receipt = await answer.clone().text()
      return answer
    }
    await phone.round()
    given(await desk.tally('rough', HERE))
    expect((await phone.round()).trouble).toEqual({ why: 'no_answer' })
    expect(await phone.letterbox.parcels.where('state').equals('received').count()).toBe(1)
  })
})

describe('Handing over', () => {
  it('arrives once although every reply is lost the first time', async () => {
    const worker = await joined('worker')
    for (let count = 0; count < 5; count += 1) {
      given(await worker.desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
      worker.phone.network.fetch = async (path, init) => {
        await team.reach(path, init)
        throw new TypeError('Connection reset')
      }
      await worker.phone.round()
      worker.phone.comeBack()
      await worker.phone.round()
    }
    const lead = await joined('lead')
    expect(arrivalsOn(await deskOf(lead.keeper, lead.identity, lead.phone))).toHaveLength(5)
  })

  it('goes on when the server says it is busy', async () => {
    const { phone, desk } = await joined('worker')
    given(await desk.tally('centre', HERE))
    phone.network.fetch = async () =>
      Response.json({ problem: 'busy' }, { status: 503, headers: { 'retry-after': '7' } })
    expect((await phone.round()).trouble).toEqual({ why: 'refused', problem: 'busy', retryAfter: 7 })
    phone.comeBack()
    expect((await phone.round()).handedOver).toBe(1)
  })

  it.each([
    ['1970', 0],
    ['2038', Date.UTC(2038, 0, 19)]
  ])('works with a clock that says %s', async (_year, now) => {
    const worker = await joined('worker')
    worker.phone.clock.now = now
    given(await worker.desk.logArrival(NEW_ARRIVAL, { men: 1 }, { at: now, zone: 'parks' }))
    expect((await worker.phone.round()).handedOver).toBe(1)
    const lead = await joined('lead')
    expect(arrivalsOn(await deskOf(lead.keeper, lead.identity, lead.phone))).toHaveLength(1)
  })

  it('gives two tabs that save at once one gapless row of records', async () => {
    const { phone, desk } = await joined('worker')
    const other = await unlocked(phone)
    await Promise.all(
      Array.from({ length: 30 }, (_, turn) => (turn % 2 === 0 ? desk : other).tally('other', HERE).then(given))
    )
    await phone.round()
    const lead = await joined('lead')
    const received = (await deskOf(lead.keeper, lead.identity, lead.phone)).records()
    expect(received.map(({ id }) => Number(id.split('-')[1])).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, at) => at + 1)
    )
  })

  it('tells a tab that slept while others saved, folded and sent', async () => {
    const { phone, desk } = await joined('worker')
    given(await desk.tally('other', HERE))
    const sleeping = await unlocked(phone)
    given(await sleeping.tally('other', HERE))
    for (let turn = 0; turn < 110; turn += 1) given(await desk.tally('other', HERE))
    await phone.round()
    await unlocked(phone)
    await expect.poll(() => phone.letterbox.rows.count()).toBeLessThan(100)
    given(await sleeping.tally('rough', HERE))
    await phone.round()
    const lead = await joined('lead')
    const received = (await deskOf(lead.keeper, lead.identity, lead.phone)).records()
    expect(received).toHaveLength(113)
    expect(received.filter(({ fields }) => fields['class'] === 'rough').map(({ id }) => id.split('-')[1])).toEqual([
      '113'
    ])
  })

  // A translator is given no deliveries, and hears of the restore with the library.
  it.each(['worker', 'translator'] as const)(
    'offers again what a restored server has forgotten, as a %s',
    async (role) => {
      const worker = await joined(role)
      given(await worker.desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
      await worker.phone.round()
      const yesterday = await team.backup()
      given(await worker.desk.logArrival(NEW_ARRIVAL, { men: 2 }, HERE))
      await worker.phone.round()
      await team.restore(yesterday)
      await worker.phone.round()
      await worker.phone.round()
      const lead = await joined('lead')
      const desk = await deskOf(lead.keeper, lead.identity, lead.phone)
      expect(arrivalsOn(desk).map(({ fields }) => fields['men'])).toEqual([2, 1])
    }
  )

  const DAY_MS = 86_400_000
  it.each([
    ['runs a month ahead after it', 0, 31 * DAY_MS],
    ['stood at 1970 before it', -NOW, DAY_MS],
    ['stood ten years ahead before it', 3_652 * DAY_MS, DAY_MS]
  ])('offers all of it again when the clock of the restored server %s', async (_how, before, after) => {
    const worker = await joined('worker')
    const yesterday = await team.backup()
    const men = async () =>
      (await team.backup()).filter((line) => line.includes('"table":"change"') && line.includes('\\"men\\"')).length
    team.time.now = NOW + before
    for (let count = 0; count < 2; count += 1) {
      given(await worker.desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
      await worker.phone.round()
    }
    expect(await men()).toBe(2)
    await team.restore(yesterday)
    expect(await men()).toBe(0)
    team.time.now = NOW + after
    for (let round = 0; round < 2; round += 1) await worker.phone.round()
    expect(await men()).toBe(2)
  })

  it('does not say that the last word from the team is older than it is, when it hears of a parcel again', async () => {
    const { phone, desk } = await joined('worker')
    given(await desk.tally('rough', HERE))
    await phone.round()
    const taken = await team.backup()
    team.time.now += 20 * DAY_MS
    await phone.round()
    await team.restore(taken)
    const offersOnly: typeof team.reach = (path, init) =>
      path === '/v1/parcels' ? team.reach(path, init) : Promise.reject(new TypeError('Connection reset'))
    // The first learns of the restore; the next is told when the parcel came.
    await phone.round()
    phone.network.fetch = offersOnly
    await phone.round()
    expect((await readState(phone.letterbox)).lastContact).toBe(team.time.now)
  })

  it('knows when it last had all that the team had, which no receipt says', async () => {
    const { phone, desk } = await joined('lead')
    await phone.round()
    const whole = team.time.now
    expect((await readState(phone.letterbox)).caughtUpAt).toBe(whole)
    team.time.now += DAY_MS
    given(await desk.tally('rough', HERE))
    phone.network.fetch = (path, init) =>
      path === '/v1/parcels' ? team.reach(path, init) : Promise.reject(new TypeError('Connection reset'))
    await phone.round()
    expect(await readState(phone.letterbox)).toMatchObject({ lastContact: team.time.now, caughtUpAt: whole })
  })

  it.each([
    ['and nothing has come since', 0, true],
    ['and more has come since than was lost', 3, true],
    ['and nobody else had heard of it yet', 0, false]
  ])('offers all of it again when the data was put back without a word, %s', async (_what, come, isHeard) => {
    const [worker, lead] = [await joined('worker'), await joined('lead')]
    const desk = await deskOf(lead.keeper, lead.identity, lead.phone)
    const seen = async () => {
      await lead.phone.round()
      await desk.refresh()
      return arrivalsOn(desk).map(({ fields }) => fields['men'])
    }
    given(await worker.desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
    await worker.phone.round()
    const putBack = await team.keepFile()
    given(await worker.desk.logArrival(NEW_ARRIVAL, { men: 2 }, HERE))
    await worker.phone.round()
    if (isHeard) expect(await seen()).toEqual([2, 1])
    await putBack()
    const later = await joined('worker')
    for (let count = 0; count < come; count += 1) {
      given(await later.desk.logArrival(NEW_ARRIVAL, { men: 10 + count }, HERE))
      await later.phone.round()
    }
    // One round notices, the next brings what is offered again.
    if (isHeard) await seen()
    else await worker.phone.round()
    for (let round = 0; round < 2; round += 1) await worker.phone.round()
    const men = new Set([1, 2, ...Array.from({ length: come }, (_, count) => 10 + count)])
    expect(new Set(await seen())).toEqual(men)
    const another = await joined('lead')
    const told = arrivalsOn(await deskOf(another.keeper, another.identity, another.phone))
    expect(new Set(told.map(({ fields }) => fields['men']))).toEqual(men)
    expect(told).toHaveLength(men.size)
  })

  it.each([
    ['', 0],
    [', and the clock went back a month', 31 * DAY_MS]
  ])(
    'goes on with the server that is there, when a receipt of one between two restores comes long after it%s',
    async (_how, ahead) => {
      const { phone, desk, identity } = await joined('worker')
      team.time.now += ahead
      await phone.round()
      const yesterday = await team.backup()
      given(await desk.tally('rough', HERE))
      type Way = (answer: () => Promise<Response>) => Promise<Response>
      const arrives: Way = (answer) => answer()
      const breaks: Way = () => Promise.reject(new TypeError('Connection reset'))
      const roundWith = async (parcels: Way, others: Way = arrives) => {
        team.time.now += 3_600_000
        phone.network.fetch = (path, init) => (path === '/v1/parcels' ? parcels : others)(() => team.reach(path, init))
        return phone.round()
      }
      let underWay: Response | undefined
      await team.restore(yesterday)
      await roundWith(async (answer) => {
        underWay = await answer()
        return breaks(answer)
      }, breaks)
      await team.restore(yesterday)
      team.time.now -= ahead
      await roundWith(breaks)

      await roundWith(async (answer) => underWay ?? breaks(answer))
      for (let round = 0; round < 3; round += 1) await roundWith(arrives)
      expect((await team.store().findDevice(identity.device))?.arrived.upTo).toBe(1)
      expect(await phone.letterbox.parcels.where('state').notEqual('received').count()).toBe(0)
    }
  )
})

describe('A backlog', () => {
  const tallyMany = async (desk: Awaited<ReturnType<typeof unlocked>>, many: number) => {
    for (let count = 0; count < many; count += 1) given(await desk.tally('rough', HERE))
  }
  const parcelsOf = (phone: Phone) => phone.letterbox.parcels.orderBy('parcel').toArray()

  /** Counts what is under way, and holds each parcel a while. */
  const watchUnderWay = (phone: Phone) => {
    let [underWay, most] = [0, 0]
    phone.network.fetch = async (path, init) => {
      if (path !== '/v1/parcels') return team.reach(path, init)
      underWay += 1
      most = Math.max(most, underWay)
      await new Promise((settle) => setTimeout(settle, 150))
      underWay -= 1
      return team.reach(path, init)
    }
    return { most: () => most }
  }

  it('of a long day travels as one parcel and what was saved last', async () => {
    const { phone, desk } = await joined('worker')
    const [full, rest] = [3 * PARCEL_CHANGES, 10]
    await tallyMany(desk, full + rest)
    await expect.poll(async () => (await parcelsOf(phone)).map(({ count }) => count)).toEqual([full, rest])
    expect((await phone.round()).handedOver).toBe(2)
    const lead = await joined('lead')
    expect((await deskOf(lead.keeper, lead.identity, lead.phone)).records()).toHaveLength(full + rest)
  })

  it('is joined to nothing that was handed out', async () => {
    const { phone, desk } = await joined('worker')
    await tallyMany(desk, PARCEL_CHANGES)
    await phone.round()
    await tallyMany(desk, PARCEL_CHANGES)
    expect((await parcelsOf(phone)).map(({ count, state }) => [count, state])).toEqual([
      [PARCEL_CHANGES, 'received'],
      [PARCEL_CHANGES, 'open']
    ])
  })

  it('goes one after the other, so that a link that breaks costs one parcel', async () => {
    const { phone } = await joined('worker')
    for (let day = 0; day < 3; day += 1) await tallyMany(await unlocked(phone), 1)
    let sent = 0
    phone.network.fetch = async (path) => {
      if (path === '/v1/parcels') sent += 1
      throw new TypeError('Connection reset')
    }
    await phone.round()
    expect(sent).toBe(1)
    const wire = watchUnderWay(phone)
    expect((await phone.round()).handedOver).toBe(3)
    expect(wire.most()).toBe(1)
  })

  it('is held up by none that the server refuses', async () => {
    const { phone } = await joined('worker')
    for (let day = 0; day < 6; day += 1) await tallyMany(await unlocked(phone), 1)
    const bytes = (await phone.letterbox.contents.get(2))?.bytes ?? new Uint8Array()
    await phone.letterbox.contents.put({ parcel: 2, bytes: bytes.slice(0, -1) })
    expect((await phone.round()).handedOver).toBe(5)
    expect((await parcelsOf(phone)).filter(({ state }) => state !== 'received')).toMatchObject([
      { parcel: 2, problem: 'altered' }
    ])
  })
})

describe('A round', () => {
  it('of a phone that cannot keep what has come says that it is full, and hands over all the same', async () => {
    const [worker, lead] = [await joined('worker'), await joined('lead')]
    given(await worker.desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
    const full = vi
      .spyOn(worker.phone.letterbox.deliveries, 'add')
      .mockImplementation(() => Promise.reject(new DOMException('No space', 'QuotaExceededError')) as never)
    expect(await worker.phone.round()).toMatchObject({ handedOver: 1, trouble: { why: 'phone_full' } })
    full.mockRestore()
    expect((await worker.phone.round()).trouble).toBeUndefined()
    expect(arrivalsOn(await deskOf(lead.keeper, lead.identity, lead.phone))).toHaveLength(1)
  })

  it('with nothing to send asks once, and for the directory only when it has moved on', async () => {
    const { phone } = await joined('worker')
    await phone.round()
    const asked: string[] = []
    phone.network.fetch = (path, init) => {
      asked.push(path.split('?')[0] ?? '')
      return team.reach(path, init)
    }
    await phone.round()
    expect(asked).toEqual(['/v1/deliveries'])
    await team.store().putLibrary('praxis', [{ kind: 'form', id: 'winter', form: { ...NEW_ARRIVAL, version: 2 } }])
    await phone.round()
    expect(asked).toEqual(['/v1/deliveries', '/v1/deliveries', '/v1/library'])
    expect(await phone.library.items.get('winter')).toBeDefined()
  })
})

describe('Where a record stands', () => {
  it('moves to the team only with the receipt', async () => {
    const { phone, desk } = await joined('worker')
    const record = () => {
      const [first] = desk.records()
      if (first === undefined) throw new Error('No record')
      return first
    }
    const states: string[] = []
    const stop = watchLetterbox(phone.letterbox, phone.platform, (view) => {
      desk.showLetterbox(view)
      if (desk.records().length > 0) states.push(desk.standingOf(record()).state)
    })
    given(await desk.tally('rough', HERE))
    await expect.poll(() => states.at(-1)).toBe('here')
    phone.goOffline()
    await phone.round()
    await expect.poll(() => states.at(-1)).toBe('sending')
    phone.comeBack()
    await phone.round()
    await expect.poll(() => states.at(-1)).toBe('team')
    stop()
  })
})

describe('What was set aside', () => {
  it('is asked about once a day, and says when it was found good since', async () => {
    const { phone, desk } = await joined('worker')
    const carrier = { ...phone, wipe: () => Promise.resolve() }
    const id = given(await desk.logArrival({ ...NEW_ARRIVAL, version: 99 }, { men: 1 }, HERE))
    await phone.round()
    await askAboutAside(carrier)
    const standing = async () =>
      (await phone.letterbox.parcels.toArray()).map(({ aside }) => aside?.map(({ reason }) => reason))
    expect(await standing()).toEqual([['unknown_form']])

    await team.store().putLibrary('praxis', [formToItem({ ...NEW_ARRIVAL, version: 99 })])
    await team.replay()
    let sent = 0
    phone.network.fetch = (path, init) => {
      if (path === '/v1/parcels') sent += 1
      return team.reach(path, init)
    }
    await askAboutAside(carrier)
    expect([await standing(), sent]).toEqual([[['unknown_form']], 0])
    phone.clock.now += 24 * 60 * 60_000
    await askAboutAside(carrier)
    expect([await standing(), sent]).toEqual([[[]], 1])
    expect(desk.findRecord(id)?.fields['men']).toBe(1)
    phone.clock.now += 24 * 60 * 60_000
    await askAboutAside(carrier)
    expect(sent).toBe(1)
  })
})

describe('A parcel set aside whole', () => {
  it('asks for a person in each of its records', async () => {
    const { phone, desk } = await joined('worker')
    given(await desk.tally('rough', HERE))
    given(await desk.tally('rough', HERE))
    await phone.round()
    await phone.letterbox.parcels.update(1, { aside: [{ counter: 0, reason: 'unknown_version' }] })
    const seen = new Promise<string[]>((settle) => {
      watchLetterbox(phone.letterbox, phone.platform, (view) => {
        settle([1, 2].map((counter) => view.standingOf(counter).state))
      })
    })
    expect(await seen).toEqual(['needs_you', 'needs_you'])
  })
})

describe('The directory on the phone', () => {
  it('loses what a restored server never had', async () => {
    const { phone } = await joined('worker')
    const before = await team.backup()
    await team
      .store()
      .putLibrary('praxis', [{ kind: 'form', id: 'new_arrival.9', form: { ...NEW_ARRIVAL, version: 9 } }])
    await phone.round()
    expect(await phone.library.items.get('new_arrival.9')).toBeDefined()
    const all = await phone.library.items.count()
    await team.restore(before)
    await phone.round()
    expect(await phone.library.items.get('new_arrival.9')).toBeUndefined()
    expect(await phone.library.items.count()).toBe(all - 1)
  })
})

describe('A phone the team has taken off', () => {
  it('adds nothing, forgets everything and says so', async () => {
    const worker = await joined('worker')
    given(await worker.desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
    await team.store().revoke({ id: worker.identity.device })
    expect((await worker.phone.round()).trouble).toEqual({ why: 'wiped' })
    expect(await worker.phone.state()).toBe('wiped')
    expect(await worker.phone.vault.slots.count()).toBe(0)
    const lead = await joined('lead')
    expect((await deskOf(lead.keeper, lead.identity, lead.phone)).records()).toEqual([])
  })

  it('keeps nothing of what was being folded as the order came', async () => {
    const { phone, identity } = await joined('worker')
    await team.store().revoke({ id: identity.device })
    let order: Promise<unknown> = Promise.resolve()
    await phone.platform.alone('shelf', async () => {
      order = phone.round()
      await new Promise((settle) => setTimeout(settle, 100))
      await phone.vault.blocks.add({ sealed: new Uint8Array(64) })
    })
    await order
    expect(await phone.vault.blocks.count()).toBe(0)
  })

  it('keeps no first save either that a screen still open asks for after the order', async () => {
    const { phone, identity, desk } = await joined('worker')
    await team.store().revoke({ id: identity.device })
    await phone.round()
    expect((await desk.tally('rough', HERE)).ok).toBe(false)
    expect(await phone.letterbox.rows.count()).toBe(0)
    expect(await phone.state()).toBe('wiped')
  })

  it('keeps no words either that a form still open would keep after the order', async () => {
    const { phone, identity, desk } = await joined('worker')
    given(await desk.notes.keepNote('draft arrival', { note: 'Before, made up' }))
    await team.store().revoke({ id: identity.device })
    await phone.round()
    await desk.notes.keepNote('draft arrival', { note: 'After, made up' })
    expect(await phone.vault.notes.count()).toBe(0)
  })

  it('does not obey an order that is not signed', async () => {
    const worker = await joined('worker')
    worker.phone.network.fetch = async () => Response.json({ problem: 'revoked' }, { status: 403 })
    given(await worker.desk.tally('rough', HERE))
    expect((await worker.phone.round()).trouble).toEqual({ why: 'refused', problem: 'revoked' })
    expect(await worker.phone.state()).toBe('locked')
  })
})
