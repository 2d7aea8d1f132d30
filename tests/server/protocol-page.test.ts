// The page a stranger writes a client from must not drift from the code.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Columns, columnsToChanges } from '#protocol/columns.ts'
import { ENDPOINTS } from '#protocol/endpoints/index.ts'
import { PROBLEMS } from '#protocol/problem.ts'
import { ASIDE_REASONS } from '#protocol/receipt.ts'

const page = readFileSync(new URL('../../src/protocol/README.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text]) => text ?? '')

describe('The protocol page', () => {
  it('has a worked example that reads as it says', () => {
    const example = examples.find((text) => text.includes('"count": 4')) ?? ''
    const rows = columnsToChanges(Columns.parse(JSON.parse(example)))
    const at = 1_530_637_500_000
    const frame = { form: 'new_arrival', formVersion: 1, met: '2018-07-03T19', zone: 'parks' }
    const own = { author: '0a1b2c3d4e5f', type: 'arrival' }
    const first = { ...own, counter: 41, record: '0a1b2c3d4e5f-41', over: [] }
    expect(rows.map((row) => ('change' in row ? row.change : row))).toEqual([
      { ...first, clock: { at, tick: 0 }, fields: { ...frame, men: 2, language: 'ps' } },
      {
        ...first,
        counter: 42,
        record: '0a1b2c3d4e5f-42',
        clock: { at: at + 61_000, tick: 0 },
        fields: { ...frame, women: 1, urgent: ['sick_or_hurt'] }
      },
      { ...first, counter: 43, over: ['0a1b2c3d4e5f-41'], clock: { at: at + 61_000, tick: 1 }, fields: { men: 3 } },
      {
        ...own,
        counter: 44,
        record: 'zyxwvtsrqpnm-7',
        over: ['zyxwvtsrqpnm-7', '0a1b2c3d4e5f-40'],
        clock: { at: at + 90_000, tick: 0 },
        fields: { removed: 1 }
      }
    ])
  })

  it('names every endpoint, every refusal with its status, and every reason to set aside', () => {
    for (const { method, path } of Object.values(ENDPOINTS)) expect(page).toContain(`\`${method} ${path}`)
    for (const [problem, status] of Object.entries(PROBLEMS)) {
      const row = page.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${problem}\``))
      expect(row).toContain(String(status))
    }
    for (const reason of ASIDE_REASONS) expect(page).toContain(`| \`${reason}\``)
  })
})
