// `replay`: reads what was set aside again, with the forms and the program there are now.
import { type Command, getOrganisation, withStore } from '#server/commands/world.ts'
import { loadKeys } from '#server/keys.ts'
import { keyPathOf } from '#server/settings.ts'

export const replay: Command = async (world) => {
  await withStore(world, async (store) => {
    const { id } = await getOrganisation(world, store)
    const { findOpener } = await loadKeys(keyPathOf(world.settings))
    const { taken, still } = await store.replayAside(id, findOpener)
    world.say(`Taken now: ${taken}. Still set aside: ${still}.`)
  })
  return 0
}
