// `invite --role lead|worker|… [--minutes N]`
import { parseArgs } from 'node:util'
import { ROLES, Role } from '#protocol/ids.ts'
import { printInvitation, publicUrlOf } from '#server/commands/invitation.ts'
import { type Command, getOrganisation, Trouble, withStore } from '#server/commands/world.ts'
import { loadKeys } from '#server/keys.ts'
import { keyPathOf } from '#server/settings.ts'

export const invite: Command = async (world, args) => {
  const { values } = parseArgs({
    args: [...args],
    options: { role: { type: 'string', default: 'worker' }, minutes: { type: 'string' } }
  })
  const role = Role.safeParse(values.role)
  if (!role.success) throw new Trouble(`--role is one of: ${ROLES.join(', ')}`)
  const minutes = Number(values.minutes ?? world.settings.inviteMinutes)
  if (!Number.isInteger(minutes) || minutes < 1) throw new Trouble('--minutes is a whole number, 1 or more')
  await withStore(world, async (store) => {
    await getOrganisation(world, store)
    const keys = await loadKeys(keyPathOf(world.settings))
    const url = publicUrlOf(world)
    for (const line of await printInvitation(world, { store, keys }, { role: role.data, minutes, url })) world.say(line)
  })
  return 0
}
