// The size gate. First JavaScript: what the page loads before it can be used, gzip, at most 190 KB. The whole app with
// every language and font, as it lies on the phone: at most 3 MB. Run after a build: `npm run check-size`
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { filesUnder, importsOf, readSource } from '#tests/house/source.ts'
import { ROOT } from '#tests/house/scratch.ts'

const DIST = join(ROOT, 'dist')
const FIRST_JAVASCRIPT_KB = 190
const WHOLE_APP_KB = 3000

const main = (): number => {
  if (!existsSync(join(DIST, 'index.html'))) {
    console.log('There is no dist/index.html: build the app first (npx vite build).')
    return 1
  }
  const first = firstJavaScript().map((path) => ({ path, size: gzipSync(readFileSync(join(DIST, path))).length }))
  const whole = filesUnder(DIST, '.', ['']).filter((path) => !path.endsWith('.map'))
  for (const { path, size } of first) console.log(`${kilobytes(size)} gzip  ${path}`)
  const rows = [
    row('first JavaScript, gzip', sum(first.map(({ size }) => size)), FIRST_JAVASCRIPT_KB),
    row('whole app as stored', sum(whole.map((path) => statSync(join(DIST, path)).size)), WHOLE_APP_KB)
  ]
  for (const { line } of rows) console.log(line)
  return rows.every(({ fits }) => fits) ? 0 : 1
}

/** The scripts index.html names, and all they import before anything runs. */
const firstJavaScript = (): string[] => {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/?([^"]+\.m?js)"/g)].map(([, path = '']) => path)
  if (named.length === 0) throw new Error('dist/index.html names no script: the size gate would measure nothing')
  const reached = new Set<string>()
  const follow = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    for (const { specifier, dynamic } of importsOf(readSource(DIST, path))) {
      if (!dynamic) follow(posix.join(posix.dirname(path), specifier))
    }
  }
  named.forEach(follow)
  return [...reached]
}

const row = (name: string, bytes: number, limitKilobytes: number) => {
  const fits = bytes <= limitKilobytes * 1000
  return { fits, line: `${kilobytes(bytes)} of ${limitKilobytes} KB  ${name}${fits ? '' : ': TOO BIG'}` }
}

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0)

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(7)} KB`

process.exitCode = main()
