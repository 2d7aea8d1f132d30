// Somebody of the team with a phone of their own, and what they were given.
import { type Desk, openDesk } from '#device/desk.ts'
import type { Result } from '#domain/result.ts'
import type { Role } from '#protocol/ids.ts'
import { PASSPHRASE, type Team } from '#tests/device/world.ts'

/** The value of what must not be refused. */
export const given = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** `organisation`: the team's when left out. */
export const joined = async (team: Team, role: Role = 'worker', organisation?: string) => {
  const phone = team.createPhone()
  const keeper = phone.startKeeper()
  const identity = given(await keeper.joinWith(await team.invite(role, 10, organisation), PASSPHRASE))
  const desk = await openDesk(keeper, identity)
  const meet = async () => {
    await phone.round()
    await desk.refresh()
  }
  return { phone, keeper, desk, meet, device: identity.device }
}

/** Somebody who said yes needs a doctor; `organisation`: whose service they are sent to. */
export const referralTo = (organisation: string, arrival: string): Parameters<Desk['refer']>[0] => ({
  arrival,
  provider: `provider-${organisation}`,
  service: `service-${organisation}`,
  needs: ['medical'],
  due: 'soon',
  consent: 'worker',
  told: [],
  state: 'made'
})
