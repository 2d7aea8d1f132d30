// `audit [--noted hash] [--organisation id]`: who was given data by machine, and whether the chain of entries is whole.
import { parseArgs } from 'node:util'
import { toMoment, toTable } from '#server/commands/table.ts'
import { type Command, getOrganisation, withStore } from '#server/commands/world.ts'

export const audit: Command = async (world, args) => {
  const { values } = parseArgs({
    args: [...args],
    options: { organisation: { type: 'string' }, noted: { type: 'string' } }
  })
  const { say } = world
  return withStore(world, async (store) => {
    const { id } = await getOrganisation(world, store, values.organisation)
    const { entries, brokenAt } = await store.readAudit(id)
    const rows = entries.map(({ number, at, what, facts }) => [
      String(number),
      toMoment(at),
      what,
      Object.entries(facts)
        .map(([name, fact]) => `${name}: ${fact}`)
        .join(', ')
    ])
    for (const line of toTable(['entry', 'when', 'what', ''], rows)) say(line)
    if (brokenAt !== undefined) {
      say(`BROKEN at entry ${brokenAt}: it or one before it was changed or taken out after it was written.`)
      return 1
    }
    if (values.noted !== undefined && !entries.some(({ hash }) => hash === values.noted)) {
      say('BROKEN: the hash you noted is not in it. Entries were cut off or all written anew.')
      return 1
    }
    say(`Whole: ${entries.length} entries, each as it was written.`)
    const newest = entries.at(-1)
    if (newest !== undefined) say(`Note this elsewhere, and give it as --noted next time: ${newest.hash}`)
    return 0
  })
}
