// Every package we stand on has one exact version and a reason that a newcomer can read.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '#tests/house/scratch.ts'

type Manifest = Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>

const manifest = (): Manifest => JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest

const versions = (): [name: string, version: string][] => {
  const { dependencies, devDependencies } = manifest()
  return Object.entries({ ...dependencies, ...devDependencies })
}

it('every dependency is pinned to one exact version', () => {
  expect(versions().filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

it('the README gives a reason for every dependency, and for no other', () => {
  const section =
    readFileSync(join(ROOT, 'README.md'), 'utf8').split('## What it stands on')[1]?.split('\n## ')[0] ?? ''
  const rows = [...section.matchAll(/^\| `([^`]+)` *\| *(\S.*\S) *\|$/gm)].map(([, name = '']) => name)
  expect(rows.toSorted()).toEqual(
    versions()
      .map(([name]) => name)
      .toSorted()
  )
})
