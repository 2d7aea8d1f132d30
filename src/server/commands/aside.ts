// `aside`: what was set aside and why. Nothing of it is lost; `replay` tries it again.
import { toMoment, toTable } from '#server/commands/table.ts'
import { type Command, getOrganisation, withStore } from '#server/commands/world.ts'

export const aside: Command = async (world) => {
  await withStore(world, async (store) => {
    const { id } = await getOrganisation(world, store)
    const rows = (await store.listAside(id)).map(({ phone, parcel, counter, reason, heardAt }) => [
      `Phone ${phone}`,
      String(parcel),
      counter === 0 ? 'all' : String(counter),
      reason,
      toMoment(heardAt)
    ])
    if (rows.length === 0) world.say('Nothing is set aside.')
    else for (const line of toTable(['phone', 'parcel', 'change', 'why', 'heard'], rows)) world.say(line)
  })
  return 0
}
