// `seed`: the organisation, its directory and form; `--month` adds a made-up month, `--form` a new version of the form.
import { parseArgs } from 'node:util'
import { recoveryLines, setUpOrganisation } from '#server/commands/demo.ts'
import { readFormFile } from '#server/commands/form-file.ts'
import { addMonth } from '#server/commands/made-up-phone.ts'
import { type Command, withStore } from '#server/commands/world.ts'
import { loadKeys } from '#server/keys.ts'
import { keyPathOf } from '#server/settings.ts'
import { formToItem } from '#server/store/library.ts'

export const seed: Command = async (world, args) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      month: { type: 'string' },
      'random-seed': { type: 'string', default: '1' },
      form: { type: 'string' }
    }
  })
  const { settings, say } = world
  await withStore(world, async (store) => {
    const keys = await loadKeys(keyPathOf(settings))
    const { recoveryKey, library } = await setUpOrganisation(world, store)
    say(`Organisation "${settings.organisation}" is there; ${library} items of its library are new or changed.`)
    if (recoveryKey !== undefined) recoveryLines(recoveryKey).forEach(say)
    if (values.form !== undefined) {
      const form = await readFormFile(values.form, await store.listForms(settings.organisation))
      await store.putLibrary(settings.organisation, [formToItem(form)])
      say(`Version ${form.version} of the form "${form.id}" goes to every phone when it next asks.`)
    }
    if (values.month !== undefined) {
      const wanted = { month: values.month, randomSeed: Number(values['random-seed']) }
      for (const line of await addMonth(world, { store, keys }, wanted)) say(line)
    }
  })
  return 0
}
