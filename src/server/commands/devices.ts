// `devices [--organisation id]`: every phone, when it was heard from, what is missing of it.
import { parseArgs } from 'node:util'
import { toMoment, toTable } from '#server/commands/table.ts'
import { type Command, getOrganisation, withStore } from '#server/commands/world.ts'

export const devices: Command = async (world, args) => {
  const { values } = parseArgs({ args: [...args], options: { organisation: { type: 'string' } } })
  await withStore(world, async (store) => {
    const { id } = await getOrganisation(world, store, values.organisation)
    const rows = (await store.listDevices(id)).map(({ number, role, joinedAt, heardAt, arrived, revokedAt }) => [
      `Phone ${number}`,
      role,
      toMoment(joinedAt),
      toMoment(heardAt),
      String(arrived.upTo),
      arrived.missing.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ') || 'nothing',
      revokedAt === null ? 'no' : toMoment(revokedAt)
    ])
    const head = ['phone', 'role', 'joined', 'last heard', 'changes', 'missing', 'revoked']
    for (const line of toTable(head, rows)) world.say(line)
  })
  return 0
}
