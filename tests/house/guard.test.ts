// Plants one mistake of each kind in a copy of the tree; the lint step must name every one of them.
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Scratch, createScratch } from '#tests/house/scratch.ts'

type Mistake = { readonly name: string; readonly path: string; readonly text: string; readonly complaint: RegExp }

const MISTAKES: readonly Mistake[] = [
  {
    name: 'the network in the domain',
    path: 'src/domain/planted-fetch.ts',
    text: "export const ask = (): unknown => fetch('/health')\n",
    complaint: /planted-fetch\.ts.*Cannot find name 'fetch'/
  },
  {
    name: 'a window on the device',
    path: 'src/device/planted-window.ts',
    text: 'export const width = (): number => window.innerWidth\n',
    complaint: /planted-window\.ts.*Cannot find name 'window'/
  },
  {
    name: 'a page in the service worker',
    path: 'src/worker/planted-document.ts',
    text: 'export const title = (): string => document.title\n',
    complaint: /planted-document\.ts.*Cannot find name 'document'/
  },
  {
    name: 'react in the domain',
    path: 'src/domain/planted-react.ts',
    text: "export { useState } from 'react'\n",
    complaint: /planted-react\.ts:1: domain must not import react/
  },
  {
    name: 'Node on the device',
    path: 'src/device/planted-node.ts',
    text: "export { readFileSync } from 'node:fs'\n",
    complaint: /planted-node\.ts:1: device must not import node:fs/
  },
  {
    name: 'the device knowing the app',
    path: 'src/device/planted-app.ts',
    text: "export type { Nothing } from '#app/planted-nothing.ts'\n",
    complaint: /planted-app\.ts:1: device must not import #app\/planted-nothing\.ts/
  },
  {
    name: 'the server knowing the device',
    path: 'src/server/planted-device.ts',
    text: "export type { Platform } from '#device/platform.ts'\n",
    complaint: /planted-device\.ts:1: server must not import #device\/platform\.ts/
  },
  {
    name: 'the protocol asking for a module of the server while it runs',
    path: 'src/protocol/planted-server.ts',
    text: "export const load = (): Promise<unknown> => import('#server/main.ts')\n",
    complaint: /planted-server\.ts:1: protocol must not import #server\/main\.ts/
  },
  {
    name: 'a domain word in the building blocks',
    path: 'src/app/ui/planted-domain.ts',
    text: "export type { Result } from '#domain/result.ts'\n",
    complaint: /planted-domain\.ts:1: app\/ui must not import #domain\/result\.ts/
  },
  {
    name: 'building blocks that know a screen',
    path: 'src/app/ui/planted-screen.ts',
    text: "export type { Nothing } from '#app/screens/planted-nothing.ts'\n",
    complaint: /planted-screen\.ts:1: app\/ui must not import #app\/screens\/planted-nothing\.ts/
  },
  {
    name: 'words in the domain',
    path: 'src/domain/planted-words.ts',
    text: "export type Words = typeof import('#locales/en/common.json')\n",
    complaint: /planted-words\.ts:1: domain must not import words/
  },
  {
    name: 'a step over the border by a relative path',
    path: 'src/protocol/planted-path.ts',
    text: "export type { Result } from '../domain/result.ts'\n",
    complaint: /planted-path\.ts:1: .*leaves its layer/
  },
  {
    name: 'a circle of imports',
    path: 'src/domain/planted-circle.ts',
    text: "export type { Round } from '#domain/planted-circle-back.ts'\nexport type About = 1\n",
    complaint: /no-cycle[^\n]*\n[^\n]*planted-circle/
  },
  {
    name: 'the other half of the circle',
    path: 'src/domain/planted-circle-back.ts',
    text: "import type { About } from '#domain/planted-circle.ts'\nexport type Round = About\n",
    complaint: /no-cycle[^\n]*\n[^\n]*planted-circle-back\.ts/
  },
  {
    name: 'the clock in the protocol',
    path: 'src/protocol/planted-clock.ts',
    text: 'export const now = (): number => Date.now()\n',
    complaint: /'Date\.now' is restricted[^\n]*\n[^\n]*planted-clock\.ts/
  },
  {
    name: 'the clock by another door',
    path: 'src/server/planted-date.ts',
    text: 'export const now = (): Date => new Date()\n',
    complaint: /planted-date\.ts:1: new Date\(\) reads the clock/
  },
  {
    name: 'chance in the domain',
    path: 'src/domain/planted-chance.ts',
    text: 'export const chance = (): number => Math.random()\n',
    complaint: /'Math\.random' is restricted[^\n]*\n[^\n]*planted-chance\.ts/
  },
  {
    name: 'a timer on the server',
    path: 'src/server/planted-timer.ts',
    text: 'export const later = (work: () => void): unknown => setTimeout(work, 1)\n',
    complaint: /Timers come in through a port[^\n]*\n[^\n]*planted-timer\.ts/
  },
  {
    name: 'any',
    path: 'src/domain/planted-any.ts',
    text: 'export const first = (list: any[]): unknown => list[0]\n',
    complaint: /no-explicit-any[^\n]*\n[^\n]*planted-any\.ts/
  },
  {
    name: 'a promise nobody waits for',
    path: 'src/device/planted-promise.ts',
    text: 'export const start = (work: () => Promise<void>): void => {\n  work()\n}\n',
    complaint: /no-floating-promises[^\n]*\n[^\n]*planted-promise\.ts/
  },
  {
    name: 'a state that a switch forgets',
    path: 'src/domain/planted-switch.ts',
    text: [
      "export const word = (state: 'open' | 'shut'): string => {",
      '  switch (state) {',
      "    case 'open':",
      "      return 'o'",
      '  }',
      "  return ''",
      '}',
      ''
    ].join('\n'),
    complaint: /switch-exhaustiveness-check[^\n]*\n[^\n]*planted-switch\.ts/
  },
  {
    name: 'a hook behind a condition',
    path: 'src/app/planted-hook.ts',
    text: [
      "import { useState } from 'react'",
      '',
      'export const useMaybe = (on: boolean): unknown => (on ? useState(0) : undefined)',
      ''
    ].join('\n'),
    complaint: /rules-of-hooks[^\n]*\n[^\n]*planted-hook\.ts/
  },
  {
    name: 'printing on the phone',
    path: 'src/device/planted-print.ts',
    text: "console.log('planted')\n",
    complaint: /no-console[^\n]*\n[^\n]*planted-print\.ts/
  },
  {
    name: 'a picture without words',
    path: 'src/app/planted-picture.tsx',
    text: 'export const Picture = (): React.JSX.Element => <img src="/a.png" />\n',
    complaint: /alt-text[^\n]*\n[^\n]*planted-picture\.tsx/
  },
  {
    name: 'an index that may miss',
    path: 'src/domain/planted-index.ts',
    text: 'export const first = (list: number[]): number => list[0]\n',
    complaint: /planted-index\.ts.*not assignable to type 'number'/
  },
  {
    name: 'an enum, which Node cannot run',
    path: 'src/domain/planted-enum.ts',
    text: 'export enum State {\n  open\n}\n',
    complaint: /planted-enum\.ts.*erasableSyntaxOnly/
  },
  {
    name: 'another hand at the formatting',
    path: 'src/domain/planted-format.ts',
    text: 'export const  answer = 42;\n',
    complaint: /planted-format\.ts\n/
  }
]

const lint = (root: string): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tests/house/lint.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' }
  })
  return { status, output: stdout + stderr }
}

describe('the lint step', () => {
  let scratch: Scratch
  let planted: { status: number | null; output: string }

  beforeAll(async () => {
    scratch = await createScratch()
  })
  afterAll(() => scratch.remove())

  describe('with one mistake of each kind', () => {
    beforeAll(async () => {
      for (const { path, text } of MISTAKES) await scratch.plant(path, text)
      planted = lint(scratch.root)
    }, 600_000)

    it('fails', () => {
      expect(planted.status).toBe(1)
    })

    it.each(MISTAKES)('names $name', ({ complaint }) => {
      expect(planted.output).toMatch(complaint)
    })
  })
})
