// `form`: the New arrival form as phones have it now, one version up, ready for a question of one's own and `seed --form`.
import { type Command, getOrganisation, withStore } from '#server/commands/world.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'

export const form: Command = async (world) => {
  await withStore(world, async (store) => {
    const { id } = await getOrganisation(world, store)
    const forms = (await store.listForms(id)).filter((one) => one.id === NEW_ARRIVAL.id)
    const newest = forms.reduce((best, one) => (one.version > best.version ? one : best), NEW_ARRIVAL)
    world.say(JSON.stringify({ ...newest, version: newest.version + 1 }, undefined, 2))
  })
  return 0
}
