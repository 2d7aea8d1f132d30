// A phone that is opened notes by itself what a kill left out, and what nobody could read when it was referred.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { noteMissedCards } from '#app/phone/note-missed-cards.ts'
import type { PhoneView } from '#app/phone/phone.ts'
import { createHandOuts } from '#device/hand-outs.ts'
import { EMPTY_LIBRARY } from '#device/library/library.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import type { PartnerItem } from '#protocol/library.ts'
import { given, joined, referralTo } from '#tests/device/person.ts'
import { createTeam, NOW, type Team } from '#tests/device/world.ts'

const HERE = { at: NOW, zone: 'parks' } as const

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

const clinicWith = (...keys: PartnerItem['keys']): PartnerItem => ({
  kind: 'partner',
  id: 'partner:clinic',
  organisation: 'clinic',
  name: 'Clinic',
  provider: 'provider-clinic',
  keys
})

it('as soon as it is open and the organisation has a phone, and not while the screen is being drawn', async () => {
  const { desk } = await joined(team)
  const arrival = given(await desk.logArrival(NEW_ARRIVAL, { women: 1 }, HERE))
  given(await createHandOuts(desk).giveCard(arrival, { hash: 'a'.repeat(32) }, HERE))
  const referral = given(await desk.refer(referralTo('clinic', arrival), HERE))
  const noted = () => desk.records().filter(({ type }) => type === 'referral_card')

  let view: Pick<PhoneView, 'desk' | 'library'> = {}
  let listener = () => {}
  const drawn: (() => void)[] = []
  noteMissedCards(
    {
      view: () => view as PhoneView,
      subscribe: (heard) => {
        listener = heard
        return () => undefined
      }
    },
    { now: () => NOW, later: (work) => drawn.push(work) }
  )
  const show = (partners: readonly PartnerItem[]) => {
    view = { desk, library: { ...EMPTY_LIBRARY, partners } }
    listener()
  }
  const draw = () => drawn.splice(0).forEach((work) => work())

  show([clinicWith()])
  draw()
  show([clinicWith('key of its phone')])
  expect(noted()).toEqual([])
  draw()
  await vi.waitFor(() => expect(noted().map(({ fields }) => fields['referral'])).toEqual([referral]))
})
