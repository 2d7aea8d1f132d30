// The table of what goes wrong names tests that exist; a test that was renamed or lost is noticed here.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '#tests/house/scratch.ts'

const PAGE = readFileSync(join(ROOT, 'tests/failure-modes.md'), 'utf8')
const ROWS = [...PAGE.matchAll(/^\| (\d+) +\|(.*)\|$/gm)].map(([, number = '', cells = '']) => {
  const proof = cells.split('|').at(-1) ?? ''
  return { number: Number(number), proof, tests: [...proof.matchAll(/`([^`›]+) › ([^`]+)`/g)] }
})

it('has the sixty, in order, each with a test or the reason why there is none', () => {
  expect(ROWS.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, before) => before + 1))
  expect(ROWS.filter(({ tests, proof }) => tests.length === 0 && !proof.includes('no test: '))).toEqual([])
})

it('names tests that exist', () => {
  const missing = ROWS.flatMap(({ number, tests }) =>
    tests
      .filter(([, file = '', title = '']) => {
        const path = join(ROOT, 'tests', file)
        return !existsSync(path) || !readFileSync(path, 'utf8').includes(title)
      })
      .map(([named]) => `${number}: ${named}`)
  )
  expect(missing).toEqual([])
})

it('counts them right', () => {
  const tested = ROWS.filter(({ tests }) => tests.length > 0).length
  expect(PAGE).toContain(`${tested} of the 60 have a test`)
})
