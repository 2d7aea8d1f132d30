// `replay`: reads what was set aside again, of every organisation, with the forms and the program there are now.
import { type Command, withStore } from '#server/commands/world.ts'
import { loadKeys } from '#server/keys.ts'
import { keyPathOf } from '#server/settings.ts'

export const replay: Command = async (world) => {
  await withStore(world, async (store) => {
    const { findOpener } = await loadKeys(keyPathOf(world.settings))
    const organisations = await store.listOrganisations()
    if (organisations.length === 0) world.say('Nothing is set aside.')
    for (const { id } of organisations) {
      const { taken, still } = await store.replayAside(id, findOpener)
      const whose = organisations.length > 1 ? `${id}: ` : ''
      world.say(`${whose}Taken now: ${taken}. Still set aside: ${still}.`)
    }
  })
  return 0
}
