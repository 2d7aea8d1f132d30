// `ledger [--organisation id --take-part yes|no]`: which teams tell each other, by card, what they gave. None does until it is said.
import { parseArgs } from 'node:util'
import { toTable } from '#server/commands/table.ts'
import { type Command, getOrganisation, Trouble, withStore } from '#server/commands/world.ts'

export const ledger: Command = async (world, args) => {
  const { values } = parseArgs({
    args: [...args],
    options: { organisation: { type: 'string' }, 'take-part': { type: 'string' } }
  })
  const answer = values['take-part']
  await withStore(world, async (store) => {
    if (answer !== undefined) {
      const { id, provider } = await getOrganisation(world, store, values.organisation)
      if (answer !== 'yes' && answer !== 'no') throw new Trouble('Say --take-part yes or --take-part no')
      if (provider !== undefined) throw new Trouble(`"${id}" is a partner: only teams hand out and take part`)
      await store.setTakesPart(id, answer === 'yes')
    }
    const teams = (await store.listOrganisations()).filter(({ provider }) => provider === undefined)
    const rows = teams.map(({ id, name, takesPart }) => [id, name, takesPart ? 'yes' : 'no'])
    for (const line of toTable(['organisation', 'name', 'takes part'], rows)) world.say(line)
  })
  return 0
}
