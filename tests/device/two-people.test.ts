// Two phones that write in one record without knowing of each other, the real server between them.
import { whyChanged } from '#app/screens/record/why-changed.ts'
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WhyChanged } from '#domain/records/arrival.ts'
import type { Desk } from '#device/desk.ts'
import { anonymiseSettlement } from '#domain/anonymise.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import type { ReferralFields } from '#domain/records/referral.ts'
import type { Result } from '#domain/result.ts'
import type { Dot } from '#protocol/ids.ts'
import type { MergedRecord } from '#protocol/merge.ts'
import { given, joined } from '#tests/device/person.ts'
import { createTeam, NOW, type Team } from '#tests/device/world.ts'

const HERE = { at: NOW, zone: 'parks' } as const
const REFERRAL: ReferralFields = {
  arrival: 'nobody-1',
  provider: 'provider-1',
  service: 'service-1',
  needs: ['medical'],
  due: 'soon',
  consent: 'worker',
  told: ['people'],
  state: 'made'
}

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

/** Mina and Omar both have the same record; then neither has signal. */
const bothHave = async (make: (desk: Desk) => Promise<Result<Dot, unknown>>) => {
  const [mina, omar] = [await joined(team), await joined(team)]
  const id = given(await make(mina.desk))
  await mina.meet()
  await omar.meet()
  const meet = async () => {
    for (const person of [mina, omar, mina]) await person.meet()
  }
  return { mina, omar, id, meet }
}

const seen = (desk: Desk, id: Dot): MergedRecord => {
  const record = desk.findRecord(id)
  if (record === undefined) throw new Error('The record is not there')
  return record
}

describe('A child whose group is answered differently on two phones', () => {
  const makeChild = (desk: Desk) => desk.logArrival(NEW_ARRIVAL, { boys: 1, alone: 'unsure' }, HERE)
  const correct = (desk: Desk, id: Dot, [name, value]: readonly [string, string | number]) =>
    desk.correct(seen(desk, id), { form: NEW_ARRIVAL, name, value })

  it('keeps why each of them changed it, and nobody has to choose between the reasons', async () => {
    const { mina, omar, id, meet } = await bothHave(makeChild)
    const change = (desk: Desk, name: string, why: WhyChanged) =>
      desk.correct(seen(desk, id), { form: NEW_ARRIVAL, name, value: 'unsaid', why })
    given(await change(mina.desk, 'route', 'learned'))
    given(await change(omar.desk, 'sleeping', 'mistake'))
    await meet()
    for (const { desk } of [mina, omar]) {
      expect(seen(desk, id).disputed).toEqual([])
      expect(whyChanged(desk.historyOf(id), 'route')).toBe('learned')
      expect(whyChanged(desk.historyOf(id), 'sleeping')).toBe('mistake')
      expect(whyChanged(desk.historyOf(id), 'boys')).toBeUndefined()
    }
  })

  it('is read as alone on both until somebody says which answer holds, and then as that on both', async () => {
    const { mina, omar, id, meet } = await bothHave(makeChild)
    given(await correct(mina.desk, id, ['alone', 'yes']))
    given(await correct(omar.desk, id, ['alone', 'no']))
    await meet()
    for (const { desk } of [mina, omar]) {
      expect([seen(desk, id).fields['alone'], seen(desk, id).disputed]).toEqual(['yes', ['alone']])
      expect(
        seen(desk, id)
          .standing['alone']?.map(({ author }) => author)
          .sort()
      ).toEqual([mina.device, omar.device].sort())
    }
    given(await omar.desk.settle(seen(omar.desk, id), { alone: 'no' }))
    await meet()
    for (const { desk } of [mina, omar]) {
      expect([seen(desk, id).fields['alone'], seen(desk, id).disputed]).toEqual(['no', []])
    }
  })

  it('loses nothing that came while somebody was still looking at the record', async () => {
    const { mina, omar, id, meet } = await bothHave(makeChild)
    const onScreen = seen(mina.desk, id)
    given(await correct(omar.desk, id, ['boys', 2]))
    await meet()
    given(await mina.desk.correct(onScreen, { form: NEW_ARRIVAL, name: 'boys', value: 3 }))
    expect(
      seen(mina.desk, id)
        .standing['boys']?.map(({ value }) => value)
        .sort()
    ).toEqual([2, 3])
  })

  it('takes no answer that may not leave the phone', async () => {
    const { mina, id } = await bothHave(makeChild)
    for (const [name, value] of [
      ['note', 'Amir'],
      ['alone', 'perhaps'],
      ['nickname', 'x']
    ] as const) {
      expect(await correct(mina.desk, id, [name, value])).toEqual({ ok: false, refusal: 'not_shared' })
    }
  })
})

describe('A record that one removes while another uses it', () => {
  it('stays in the list of both until a person has said which holds', async () => {
    const { mina, omar, id, meet } = await bothHave((desk) => desk.refer(REFERRAL, HERE))
    given(await mina.desk.remove(seen(mina.desk, id)))
    expect(mina.desk.records()).toEqual([])
    given(await omar.desk.stepReferral(seen(omar.desk, id), { to: 'accepted' }, HERE))
    await meet()
    for (const { desk } of [mina, omar]) {
      expect(desk.records().map((record) => [record.id, record.disputed])).toEqual([[id, ['removed']]])
      expect(seen(desk, id).fields['state']).toBe('accepted')
    }
    given(await omar.desk.settle(seen(omar.desk, id), { removed: 1 }))
    await meet()
    for (const { desk } of [mina, omar]) expect(desk.records()).toEqual([])
  })

  it('is gone at once where nobody else has used it', async () => {
    const { mina, omar, id, meet } = await bothHave((desk) => desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
    given(await omar.desk.remove(seen(omar.desk, id)))
    await meet()
    for (const { desk } of [mina, omar]) expect(desk.records()).toEqual([])
  })
})

describe('A referral about which two answers stand', () => {
  const disputed = async () => {
    const world = await bothHave((desk) => desk.refer(REFERRAL, HERE))
    const { mina, omar, id, meet } = world
    given(await mina.desk.stepReferral(seen(mina.desk, id), { to: 'declined', reason: 'full' }, HERE))
    given(await omar.desk.stepReferral(seen(omar.desk, id), { to: 'accepted' }, { ...HERE, at: NOW + 3_600_000 }))
    await meet()
    return world
  }

  it('takes no further step, and says why', async () => {
    const { mina, omar, id } = await disputed()
    for (const { desk } of [mina, omar]) {
      expect(seen(desk, id).fields).toMatchObject({ state: 'declined', reason: 'full' })
      expect(await desk.stepReferral(seen(desk, id), { to: 'done' }, HERE)).toEqual({
        ok: false,
        refusal: 'two_answers'
      })
    }
  })

  it('is settled by one change, whole or not at all', async () => {
    const { mina, omar, id, meet } = await disputed()
    const before = seen(omar.desk, id).changes.length
    const stepAt = seen(omar.desk, id).standing['stepAt']?.find(({ author }) => author === omar.device)?.value
    given(await omar.desk.settle(seen(omar.desk, id), { state: 'accepted', ...(stepAt !== undefined && { stepAt }) }))
    expect(seen(omar.desk, id).changes).toHaveLength(before + 1)
    await meet()
    for (const { desk } of [mina, omar]) {
      expect(seen(desk, id).disputed).toEqual([])
      expect(given(await desk.stepReferral(seen(desk, id), { to: 'done' }, HERE))).toBe(id)
    }
  })
})

it('A field with more answers than one change can name is still settled, everywhere, in one save', async () => {
  const { mina, omar, id, meet } = await bothHave((desk) => desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
  given(
    await mina.keeper.save(
      Array.from({ length: 230 }, (_, at) => ({
        type: 'arrival' as const,
        record: id,
        fields: anonymiseSettlement({ men: at + 2 })
      }))
    )
  )
  await meet()
  expect(seen(omar.desk, id).standing['men']).toHaveLength(231)
  const parcels = await omar.phone.letterbox.parcels.count()
  given(await omar.desk.settle(seen(omar.desk, id), { men: 7 }))
  expect(await omar.phone.letterbox.parcels.count()).toBe(parcels + 1)
  await meet()
  for (const { desk } of [mina, omar]) {
    expect([seen(desk, id).fields['men'], seen(desk, id).disputed]).toEqual([7, []])
  }
})
