// Somebody of the team with a phone of their own, and what they were given.
import { openDesk } from '#device/desk.ts'
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
