// `invite --role lead|worker|… [--organisation id [--provider name [--collects-testimony] | --name name]] [--minutes N]
// [--count N]`
import { parseArgs } from 'node:util'
import { ROLES, Role } from '#protocol/ids.ts'
import { createInviteLink, printInvitation, publicUrlOf } from '#server/commands/invitation.ts'
import { getInvitedOrganisation } from '#server/commands/invited-organisation.ts'
import { type Command, Trouble, withStore } from '#server/commands/world.ts'
import { loadKeys } from '#server/keys.ts'
import { keyPathOf } from '#server/settings.ts'

const MOST_AT_ONCE = 10_000

export const invite: Command = async (world, args) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      role: { type: 'string', default: 'worker' },
      organisation: { type: 'string' },
      provider: { type: 'string' },
      name: { type: 'string' },
      minutes: { type: 'string' },
      count: { type: 'string', default: '1' },
      'collects-testimony': { type: 'boolean', default: false }
    }
  })
  const role = Role.safeParse(values.role)
  if (!role.success) throw new Trouble(`--role is one of: ${ROLES.join(', ')}`)
  const minutes = Number(values.minutes ?? world.settings.inviteMinutes)
  if (!Number.isInteger(minutes) || minutes < 1) throw new Trouble('--minutes is a whole number, 1 or more')
  const count = Number(values.count)
  if (!Number.isInteger(count) || count < 1 || count > MOST_AT_ONCE) {
    throw new Trouble(`--count is a whole number from 1 to ${MOST_AT_ONCE}`)
  }
  const collects = values['collects-testimony']
  if (collects && role.data !== 'partner') throw new Trouble('--collects-testimony is for a partner: --role partner')
  await withStore(world, async (store) => {
    const { id: organisation } = await getInvitedOrganisation(world, store, { ...values, role: role.data })
    if (collects) await store.setCollectsTestimony(organisation)
    const keys = await loadKeys(keyPathOf(world.settings))
    const invitation = { organisation, role: role.data, minutes, url: publicUrlOf(world) }
    if (count === 1) {
      for (const line of await printInvitation(world, { store, keys }, invitation)) world.say(line)
      return
    }
    // Many are for a file, or for a page to cut up: one link a line and nothing else.
    for (let made = 0; made < count; made += 1) {
      world.say((await createInviteLink(world, { store, keys }, invitation)).link)
    }
  })
  return 0
}
