// Cuts the fonts down to the letters of our languages and offers them as `virtual:fonts.css`. The cut files are kept
// in node_modules/.cache, so only the first build waits for it.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'
import { FONT_FACES, type FontFace, lettersOf, unicodeRangeOf, WEIGHTS } from './font-faces.ts'

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/fonts/', import.meta.url))
const STYLE_SHEET = 'virtual:fonts.css'
const { resolve } = createRequire(import.meta.url)

export const fonts = (): Plugin => ({
  name: 'susret:fonts',
  enforce: 'pre',
  resolveId: (id) => (id === STYLE_SHEET ? writeStyleSheet() : undefined)
})

const writeStyleSheet = async (): Promise<string> => {
  await mkdir(CACHE, { recursive: true })
  const rules = await Promise.all(FONT_FACES.map(async (face) => ruleOf(face, await cutFont(face))))
  const path = join(CACHE, 'fonts.css')
  await writeFile(path, rules.join('\n'))
  return path
}

/** Name of the cut file, beside the style sheet. */
const cutFont = async (face: FontFace): Promise<string> => {
  const original = await readFile(resolve(face.file))
  const letters = lettersOf(face)
  const hash = createHash('sha256')
    .update(original)
    .update(letters)
    .update(JSON.stringify(WEIGHTS))
    .digest('hex')
    .slice(0, 12)
  const name = `${face.name}-${hash}.woff2`
  if (!existsSync(join(CACHE, name))) {
    await writeFile(
      join(CACHE, name),
      await subsetFont(original, letters, { targetFormat: 'woff2', noHinting: true, variationAxes: { wght: WEIGHTS } })
    )
  }
  return name
}

const ruleOf = (face: FontFace, file: string): string => `@font-face {
  font-family: 'Susret';
  font-weight: ${WEIGHTS.min} ${WEIGHTS.max};
  font-display: swap;
  size-adjust: ${face.sizePercent}%;
  src: url('./${file}') format('woff2');
  unicode-range: ${unicodeRangeOf(face)};
}`
