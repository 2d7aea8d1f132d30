// The compiler keeps the languages complete and the keys in code real: each planted slip must fail to compile.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createScratch, type Scratch } from '#tests/house/scratch.ts'

const run = promisify(execFile)
const PROBE = 'src/app/language/probe.ts'
let scratch: Scratch

beforeAll(async () => {
  scratch = await createScratch()
  await scratch.plant(
    'locales/tsconfig.json',
    JSON.stringify({
      extends: '../src/tsconfig.base.json',
      compilerOptions: {
        lib: ['ES2024', 'DOM'],
        noEmit: true,
        composite: false,
        emitDeclarationOnly: false,
        jsx: 'react-jsx'
      },
      include: [
        '**/*',
        '../src/app/language/messages.ts',
        '../src/app/language/*.d.ts',
        `../${PROBE}`,
        '../src/app/vite.d.ts'
      ]
    })
  )
})
afterAll(() => scratch.remove())

describe('the compiler', () => {
  it('lets the words pass as they are', async () => {
    expect(await complaints()).toBe('')
  })

  it.each([
    ['a key that Arabic lacks', 'ar/ui.json', (words: Words) => delete words['close']],
    ['a key deep inside that Farsi lacks', 'fa/codes.json', (words: Words) => delete part(words, 'needs')['water']],
    ['a key that only Serbian has', 'sr-Latn/ui.json', (words: Words) => (words['shut'] = 'Zatvori')],
    [
      'a plural form that Arabic grammar needs',
      'ar/common.json',
      (words: Words) => delete part(words, 'people')['men_two']
    ],
    [
      'a plural form that Farsi grammar lacks',
      'fa/common.json',
      (words: Words) => (part(words, 'people')['men_few'] = 'x')
    ],
    ['a key that only English has', 'en/ui.json', (words: Words) => (words['brandNew'] = 'New')]
  ])('finds %s', async (_, file, slip) => {
    const path = `locales/${file}`
    const before = await readFile(join(scratch.root, path), 'utf8')
    const words = JSON.parse(before) as Words
    slip(words)
    await scratch.plant(path, JSON.stringify(words))
    expect(await complaints()).toMatch(/locales\/.+index\.ts.+error TS/)
    await scratch.plant(path, before)
  })

  it('finds a key in code that no language has', async () => {
    await scratch.plant(PROBE, `${PROBE_TOP}export const word = (t: T) => t('ui:clos')\n`)
    expect(await complaints()).toMatch(/probe\.ts.+error TS/)
    await scratch.plant(PROBE, `${PROBE_TOP}export const word = (t: T) => t('ui:close')\n`)
    expect(await complaints()).toBe('')
  })

  it('finds a code that has no label', async () => {
    const label = (codes: string) =>
      `${PROBE_TOP}export const word = (t: T, code: ${codes}) => t(\`codes:urgent.\${code}\`)\n`
    await scratch.plant(PROBE, label(`import('#domain/codes/field-codes.ts').UrgentFlag`))
    expect(await complaints()).toBe('')
    await scratch.plant(PROBE, label(`import('#domain/codes/field-codes.ts').UrgentFlag | 'on_fire'`))
    expect(await complaints()).toMatch(/probe\.ts.+error TS/)
  })
})

type Words = { [key: string]: string | Words }

const PROBE_TOP = `import type { TFunction } from 'i18next'\ntype T = TFunction<['ui', 'codes']>\n`

const part = (words: Words, key: string): Words => words[key] as Words

/** What tsc says of the words; empty when all is well. */
const complaints = async (): Promise<string> =>
  run(process.execPath, [join(scratch.root, 'node_modules/typescript/bin/tsc'), '-p', 'locales'], {
    cwd: scratch.root
  }).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout
  )
