// A font of ours under another name, as a file that a phone could have brought: `local()` finds it by that name.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { FONT_FACES } from '#app/build/font-faces.ts'
import subsetFont from 'subset-font'

const { resolve } = createRequire(import.meta.url)
/** Windows, Unicode, American English. */
const PLATFORM = [3, 1, 0x409] as const
/** Family, style, full name, PostScript name. */
const namesOf = (name: string) =>
  [
    [1, name],
    [2, 'Regular'],
    [4, name],
    [6, name.replaceAll(' ', '')]
  ] as const

export const arabicFontNamed = async (name: string): Promise<Buffer> => {
  const { file = '' } = FONT_FACES.find((face) => face.name === 'arabic') ?? {}
  const font = await subsetFont(await readFile(resolve(file)), 'ابپتدرسعکلمنهوےی', { targetFormat: 'sfnt' })
  return withNames(Buffer.from(font), nameTable(namesOf(name)))
}

/** OpenType, `name`, version 0: a row a name, then the names themselves. */
const nameTable = (names: readonly (readonly [id: number, name: string])[]): Buffer => {
  const texts = names.map(([, name]) => Buffer.from(name, 'utf16le').swap16())
  const head = Buffer.alloc(6 + names.length * 12)
  head.writeUInt16BE(names.length, 2)
  head.writeUInt16BE(head.length, 4)
  let from = 0
  for (const [at, [id]] of names.entries()) {
    const length = texts[at]?.length ?? 0
    for (const [column, value] of [...PLATFORM, id, length, from].entries()) {
      head.writeUInt16BE(value, 6 + at * 12 + column * 2)
    }
    from += length
  }
  return Buffer.concat([head, ...texts])
}

/** The new table stands at the end; the row of the old one leads there. */
const withNames = (font: Buffer, names: Buffer): Buffer => {
  const start = Math.ceil(font.length / 4) * 4
  const whole = Buffer.concat([font, Buffer.alloc(start - font.length), names])
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    if (whole.toString('latin1', at, at + 4) !== 'name') continue
    whole.writeUInt32BE(start, at + 8)
    whole.writeUInt32BE(names.length, at + 12)
  }
  return whole
}
