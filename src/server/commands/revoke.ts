// `revoke <number> [--organisation id]`: the phone is refused from now on, and told to destroy its keys when it next asks.
import { parseArgs } from 'node:util'
import { noteRevocation, revocationsPathOf } from '#server/revocations.ts'
import { type Command, getOrganisation, Trouble, withStore } from '#server/commands/world.ts'

export const revoke: Command = async (world, args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { organisation: { type: 'string' } },
    allowPositionals: true
  })
  const [given] = positionals
  await withStore(world, async (store) => {
    const { id } = await getOrganisation(world, store, values.organisation)
    const phone = (await store.listDevices(id)).find(({ number }) => String(number) === given)
    if (phone === undefined) throw new Trouble('Say which phone by its number, as in: revoke 3. Numbers: devices')
    if (phone.revokedAt === null) {
      await noteRevocation(revocationsPathOf(world.settings), phone)
      await store.revoke(phone)
    }
    world.say(`Phone ${phone.number} is revoked: it is refused from now on and told to destroy its keys.`)
  })
  return 0
}
