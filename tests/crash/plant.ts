// The app with one bug put in, built into a folder of its own: a loop of kills that does not notice it is worth nothing.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

type Plant = { readonly file: string; readonly right: string; readonly wrong: string }

const PLANTS: Readonly<Record<string, Plant>> = {
  /** Says "saved" first and writes a little later. */
  claim_before_write: {
    file: 'src/device/letterbox/outbox.ts',
    right: 'const written = await write({ before: numbers, after, parcel, ...sealed })',
    wrong: `const draft = { before: numbers, after, parcel, ...sealed }
      setTimeout(() => void write(draft), 400)
      const written = 'done' as Written`
  }
}

export const createPlantedApp = async (name: string) => {
  const plant = PLANTS[name]
  if (plant === undefined) throw new Error(`No plant "${name}". Plants: ${Object.keys(PLANTS).join(', ')}`)
  const folder = await mkdtemp(join(tmpdir(), 'susret-planted-'))
  await build({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    plugins: [planting(plant)],
    worker: { plugins: () => [planting(plant)] },
    build: { outDir: folder, emptyOutDir: true }
  })
  return { folder, remove: () => rm(folder, { recursive: true }) }
}

const planting = ({ file, right, wrong }: Plant): Plugin => ({
  name: 'plant',
  enforce: 'pre',
  transform: (code, id) => {
    if (!id.endsWith(file)) return
    if (!code.includes(right)) throw new Error(`The plant does not fit ${file} any more`)
    return code.replace(right, wrong)
  }
})
