// `words --export <file>`: what translators corrected, as the file their desk saves, ready to be merged into `locales/`.
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Command, getOrganisation, Trouble, withStore } from '#server/commands/world.ts'
import { toWordsFile } from '#domain/words-file.ts'

export const words: Command = async (world, args) => {
  const { values } = parseArgs({ args: [...args], options: { export: { type: 'string' } } })
  const file = values.export
  if (file === undefined) throw new Trouble('Say where to: words --export <file>')
  await withStore(world, async (store) => {
    const { id } = await getOrganisation(world, store)
    const wordings = await store.listWordings(id)
    await writeFile(file, `${JSON.stringify(toWordsFile(wordings), undefined, 2)}\n`)
    world.say(`${wordings.length} corrected texts written. To merge them: node src/app/build/merge-words.ts ${file}`)
  })
  return 0
}
