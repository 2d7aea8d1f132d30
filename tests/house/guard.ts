// The import guard, run by the lint step: prints every import against the arrows of `layers.ts`, and every reading of
// the ambient clock that the linter cannot name. `node tests/house/guard.ts [root]`
import { posix } from 'node:path'
import { Visitor } from 'vite'
import { LAYERS, type Layer } from '#tests/house/layers.ts'
import { type Import, type SourceFile, filesUnder, importsOf, lineAt, readSource } from '#tests/house/source.ts'

const CLOCKLESS = ['domain', 'protocol', 'device', 'worker', 'server']
const CONSTRUCT_THE_WORLD = [
  'src/worker/service-worker.ts',
  'src/server/main.ts',
  'src/device/browser-platform.ts',
  'src/device/vault/vault-worker.ts'
]

export const violationsIn = (root: string): string[] =>
  filesUnder(root, 'src', ['.ts', '.tsx'])
    .filter((path) => posix.dirname(path) !== 'src')
    .map((path) => readSource(root, path))
    .flatMap((file) => [...importViolations(file), ...clockViolations(file)])

const importViolations = (file: SourceFile): string[] =>
  importsOf(file).flatMap(({ specifier, at }) => {
    const complaint = complaintAbout(file.path, specifier)
    return complaint === undefined ? [] : [violation(file, at, complaint)]
  })

/** Why `path` must not import `specifier`; undefined when it may. */
const complaintAbout = (path: string, specifier: Import['specifier']): string | undefined => {
  const from = layerNameOf(path)
  const layer = LAYERS[from]
  if (layer === undefined) return `src/${from} is not in the table of layers`
  const target = targetOf(path, specifier)
  if (target === undefined)
    return mayImportPackage(layer, specifier) ? undefined : `${from} must not import ${specifier}`
  if (target.startsWith('locales/')) return layer.locales ? undefined : `${from} must not import words (${specifier})`
  const crossed = specifier.startsWith('.') && target.split('/')[0] !== from.split('/')[0]
  if (crossed) return `${specifier} leaves its layer by a relative path; say #layer/…`
  return mayImportFile({ from, layer, target }) ? undefined : `${from} must not import ${specifier}`
}

/** Path under `src` (or `locales/…`, `tests/…`) of what is imported; undefined for a package. */
const targetOf = (path: string, specifier: string): string | undefined => {
  const plain = specifier.replace(/\?.*$/, '')
  if (plain.startsWith('#')) return plain.slice(1)
  if (plain.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), plain)).replace(/^src\//, '')
  return undefined
}

const mayImportPackage = (layer: Layer, specifier: string): boolean => {
  if (specifier.startsWith('virtual:')) return layer.locales === true
  const name = specifier.startsWith('node:') ? specifier : packageOf(specifier)
  return layer.packages.some((known) => (known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known))
}

const mayImportFile = ({ from, layer, target }: { from: string; layer: Layer; target: string }): boolean => {
  const [top = ''] = target.split('/')
  if (layer.closed?.some((folder) => target.startsWith(`${folder}/`))) return false
  return top === from.split('/')[0] || layer.knows.includes(top)
}

/** `react-dom/client` ▶ `react-dom`, `@hono/node-server/serve-static` ▶ `@hono/node-server`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const layerNameOf = (path: string): string => {
  const inside = path.replace(/^src\//, '')
  const names = Object.keys(LAYERS).filter((name) => inside.startsWith(`${name}/`))
  return names.sort((a, b) => b.length - a.length)[0] ?? inside.split('/')[0] ?? inside
}

/** `new Date()` and `Date()` read the clock; with arguments they only convert. */
const clockViolations = (file: SourceFile): string[] => {
  if (!CLOCKLESS.includes(layerNameOf(file.path)) || CONSTRUCT_THE_WORLD.includes(file.path)) return []
  const found: string[] = []
  const look = (node: { callee: { type: string; name?: unknown }; arguments: unknown[]; start: number }) => {
    if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date' || node.arguments.length > 0) return
    found.push(violation(file, node.start, 'new Date() reads the clock; the clock comes in through a port'))
  }
  new Visitor({ NewExpression: look, CallExpression: look }).visit(file.program)
  return found
}

const violation = (file: SourceFile, at: number, complaint: string): string =>
  `${file.path}:${lineAt(file.text, at)}: ${complaint}`

if (import.meta.main) {
  const violations = violationsIn(process.argv[2] ?? process.cwd())
  for (const line of violations) console.log(line)
  process.exitCode = violations.length > 0 ? 1 : 0
}
