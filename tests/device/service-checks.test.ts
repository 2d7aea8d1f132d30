// What a worker finds of a service on the street, two phones and the real server between them.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createServiceChecks } from '#device/service-checks.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { createDirectory } from '#domain/directory/search.ts'
import { checksIn } from '#protocol/service-checks.ts'
import { given, joined } from '#tests/device/person.ts'
import { createTeam, NOW, type Team } from '#tests/device/world.ts'

const HERE = { at: NOW }
const SERVICE = BELGRADE.find((entry) => entry.kind === 'service' && entry.status === 'active')?.id ?? ''

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

const withChecks = async (role: 'worker' | 'lead' = 'worker') => {
  const person = await joined(team, role)
  const row = () => {
    const directory = createDirectory(BELGRADE, checksIn(person.desk.records()))
    const service = directory.findService(SERVICE)
    if (service === undefined) throw new Error('The service is gone')
    return directory.rowOf(service, NOW)
  }
  return { ...person, checks: createServiceChecks(person.desk), row }
}

it('"Closed", said without signal, warns this phone at once and the lead once there is signal; a tap takes it back', async () => {
  const [mina, lead] = [await withChecks(), await withChecks('lead')]
  mina.phone.goOffline()
  const said = given(await mina.checks.note(SERVICE, 'closed', HERE))
  expect(mina.row().report?.found).toBe('closed')
  expect(lead.row().report).toBeUndefined()
  mina.phone.comeBack()
  for (const person of [mina, lead]) await person.meet()
  expect(lead.row().report).toEqual({ found: 'closed', day: '2026-11-23' })
  given(await mina.desk.takeBack(said))
  for (const person of [mina, lead]) await person.meet()
  expect(lead.row().report).toBeUndefined()
})

it('"As written" is the newest check for the whole team and settles what was reported', async () => {
  const [mina, lead] = [await withChecks(), await withChecks('lead')]
  given(await mina.checks.note(SERVICE, 'wrong', HERE))
  for (const person of [mina, lead]) await person.meet()
  lead.phone.clock.now += 60_000
  given(await lead.checks.note(SERVICE, 'as_written', { at: NOW + 60_000 }))
  for (const person of [lead, mina]) await person.meet()
  expect(mina.row()).toMatchObject({
    freshness: 'fresh',
    service: { lastChecked: '2026-11-23', toVerify: false }
  })
  expect(mina.row().report).toBeUndefined()
})
