// Makes `locales/sr-Cyrl` from `locales/sr-Latn`. Run by hand after a change of Serbian words:
// `node src/app/build/make-cyrillic.ts`. A test holds the two equal.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { latinToCyrillic } from '#domain/serbian-script.ts'

const LATIN = new URL('../../../locales/sr-Latn/', import.meta.url)
const CYRILLIC = new URL('../../../locales/sr-Cyrl/', import.meta.url)

/** Content of each file of `locales/sr-Cyrl`, by file name. */
export const cyrillicFiles = (): Map<string, string> =>
  new Map(
    readdirSync(LATIN).map((name) => {
      const content = readFileSync(new URL(name, LATIN), 'utf8')
      return [name, name.endsWith('.json') ? wordsToCyrillic(content) : content.replaceAll('sr-Latn', 'sr-Cyrl')]
    })
  )

const wordsToCyrillic = (json: string): string => {
  const inCyrillic = (_key: string, value: unknown) => (typeof value === 'string' ? latinToCyrillic(value) : value)
  return `${JSON.stringify(JSON.parse(json, inCyrillic), undefined, 2)}\n`
}

const write = () => {
  const files = cyrillicFiles()
  for (const name of readdirSync(CYRILLIC)) if (!files.has(name)) rmSync(new URL(name, CYRILLIC))
  for (const [name, content] of files) writeFileSync(new URL(name, CYRILLIC), content)
}

if (import.meta.main) write()
