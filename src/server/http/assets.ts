// The built app as files, and those of earlier builds that pages may still ask for. The list is made once, so no path can
// lead out of the folders. Text is packed on first use and kept packed in memory.
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, Handler } from '#server/http/parts.ts'
import { refusal } from '#server/http/refusal.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.mp3': 'audio/mpeg'
}
const PACKABLE = ['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt', '.wasm']

const START = '/index.html'

/** Vite puts what carries its content's hash in its name here; it never changes. */
const isHashed = (path: string) => path.startsWith('/assets/')

/** The window fits the file: brotli makes ready for a whole one, which takes a small file ten times as long. */
const brotliParams = ({ length }: Buffer) => ({
  [constants.BROTLI_PARAM_QUALITY]: 9,
  [constants.BROTLI_PARAM_LGWIN]: Math.min(
    constants.BROTLI_DEFAULT_WINDOW,
    Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(length + 16)))
  )
})

const packers = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: brotliParams(bytes) }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 })
}
type Packing = keyof typeof packers

export const answerAssets = (folder: string, earlierFolder?: string): Handler => {
  const earlier = earlierFolder === undefined ? [] : listFiles(earlierFolder).filter(([path]) => isHashed(path))
  const files = new Map([...earlier, ...listFiles(folder)])
  const packed = new Map<string, Promise<Buffer>>()

  const read = (file: string, packing: Packing | undefined): Promise<Buffer> => {
    if (packing === undefined) return readFile(file)
    const name = `${packing} ${file}`
    const there = packed.get(name) ?? readFile(file).then(packers[packing])
    packed.set(name, there)
    there.catch(() => packed.delete(name))
    return there
  }

  return async (context) => {
    const asked = context.req.path === '/' ? START : context.req.path
    const path = files.has(asked) || !isNavigation(context) ? asked : START
    const file = files.get(path)
    if (file === undefined) return refusal(context, 'not_found')
    const extension = extname(path)
    const packing = PACKABLE.includes(extension) ? packingFor(context) : undefined
    const bytes = await read(file, packing)
    return context.body(new Uint8Array(bytes), 200, {
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'cache-control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(packing && { 'content-encoding': packing })
    })
  }
}

/** Someone opens an address; a script that asks for a missing file is told so instead of getting a page. */
const isNavigation = (context: Context) =>
  context.req.header('sec-fetch-mode') === 'navigate' ||
  (context.req.header('sec-fetch-mode') === undefined && (context.req.header('accept') ?? '').includes('text/html'))

const packingFor = (context: Context): Packing | undefined => {
  const accepted = (context.req.header('accept-encoding') ?? '').split(',').map((one) => one.trim().split(';')[0])
  return (['br', 'gzip'] as const).find((packing) => accepted.includes(packing))
}

/** By the path they are asked for. */
const listFiles = (folder: string): (readonly [path: string, file: string])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file])
