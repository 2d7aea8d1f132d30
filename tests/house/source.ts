// Reads the sources as syntax trees: which files there are, and what each imports.
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type ESTree, Visitor, parseSync } from 'vite'

export type SourceFile = { readonly path: string; readonly text: string; readonly program: ESTree.Program }
export type Import = { readonly specifier: string; readonly at: number; readonly dynamic: boolean }

/** Files under `folder` of `root` whose name ends like one of `endings`; paths are relative to `root`, with slashes. */
export const filesUnder = (root: string, folder: string, endings: readonly string[]): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()

/** Throws when the file cannot be parsed. */
export const readSource = (root: string, path: string): SourceFile => {
  const text = readFileSync(join(root, path), 'utf8')
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  return { path, text, program }
}

/** Every import, re-export, dynamic import and imported type. */
export const importsOf = ({ program }: SourceFile): Import[] => {
  const found: Import[] = []
  const add = (source: { type: string; start: number } | null, dynamic = false) => {
    if (source !== null && 'value' in source) found.push({ specifier: String(source.value), at: source.start, dynamic })
  }
  new Visitor({
    ImportDeclaration: ({ source }) => add(source),
    ExportNamedDeclaration: ({ source }) => add(source),
    ExportAllDeclaration: ({ source }) => add(source),
    ImportExpression: ({ source }) => add(source, true),
    TSImportType: ({ source }) => add(source)
  }).visit(program)
  return found
}

export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length
