// `audit [--noted hash] [--organisation id]`: who was given data by machine, and whether the chain of entries is whole.
import { parseArgs } from 'node:util'
import { toMoment } from '#server/commands/table.ts'
import { type Command, getOrganisation, withStore } from '#server/commands/world.ts'

export const audit: Command = async (world, args) => {
  const { values } = parseArgs({
    args: joinNoted(args),
    options: { organisation: { type: 'string' }, noted: { type: 'string' } }
  })
  const { say } = world
  return withStore(world, async (store) => {
    const { id } = await getOrganisation(world, store, values.organisation)
    let isNotedThere = false
    say(toLine(['entry', 'when', 'what']))
    const { count, newest, brokenAt } = await store.readAudit(id, ({ number, at, what, facts, hash }) => {
      isNotedThere ||= hash === values.noted
      const told = Object.entries(facts).map(([name, fact]) => `${name}: ${fact}`)
      say(toLine([String(number), toMoment(at), what, told.join(', ')]))
    })
    if (brokenAt !== undefined) {
      say(`BROKEN at entry ${brokenAt}: it or one before it was changed or taken out after it was written.`)
      return 1
    }
    if (values.noted !== undefined && !isNotedThere) {
      say('BROKEN: the hash you noted is not in it. Entries were cut off or all written anew.')
      return 1
    }
    say(`Whole: ${count} entries, each as it was written.`)
    if (newest !== undefined) say(`Note this elsewhere, and give it as --noted next time: ${newest}`)
    return 0
  })
}

/** A hash may begin with a hyphen, as an option does. */
const joinNoted = (args: readonly string[]): string[] => {
  const at = args.indexOf('--noted')
  return at >= 0 && at + 1 < args.length ? args.toSpliced(at, 2, `--noted=${args[at + 1]}`) : [...args]
}

/** Said as it is read, so no column can be as wide as its widest cell: a list may be too long to be held. */
const toLine = (cells: readonly string[]): string =>
  cells
    .map((cell, at) => cell.padEnd(WIDTHS[at] ?? 0))
    .join('  ')
    .trimEnd()

const WIDTHS = [7, 20, 13]
