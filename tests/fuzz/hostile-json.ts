// JSON that no honest phone writes, made from JSON that one does.
import type { Chance } from '#tests/fuzz/chance.ts'

/** Texts that stand where a value should. */
const VALUES = [
  'null',
  'true',
  '-0',
  '1e999',
  '-1',
  '9007199254740993',
  '1e-400',
  '0.1',
  '9'.repeat(400),
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udfff\\ud800"',
  '"\u202e"',
  `"${'a'.repeat(5_000)}"`,
  '[]',
  '{}',
  '[[[]]]',
  '{"__proto__":{"ok":true}}',
  '{"constructor":{"prototype":{"ok":true}}}',
  '{"toString":1,"valueOf":2,"then":3,"length":4}',
  '{"all":null}',
  '{"all":{"all":1}}',
  '{"each":null}',
  '{"each":[null,[],{},"x",1e99]}'
]

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '\\u0000',
  '\\ud800',
  'a'.repeat(300)
]

/** One to three wounds to the text of a value. */
export const toHostileJson = (value: unknown, chance: Chance): Buffer => {
  let text = JSON.stringify(value)
  for (let wounds = 1 + chance.below(3); wounds > 0; wounds -= 1) text = wound(text, chance)
  const bytes = Buffer.from(text)
  if (chance.is(0.05)) bytes[chance.below(bytes.length)] = chance.one([0x00, 0x80, 0xff, 0xc0, 0xed])
  return chance.is(0.03) ? Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]) : bytes
}

const wound = (text: string, chance: Chance): string => {
  const values = [...text.matchAll(/(?<=[:[,])(?:-?\d+(?:\.\d+)?|"[^"]*"(?!:)|null|true|false)(?=[,}\]])/g)]
  const spot = values.length > 0 ? chance.one(values) : undefined
  const at = spot?.index ?? 0
  const length = spot?.[0].length ?? 0
  const open = text.indexOf('{')
  switch (chance.below(9)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return text.slice(0, at) + chance.one(VALUES) + text.slice(at + length)
    case 4:
      return `${text.slice(0, open + 1)}"${chance.one(KEYS)}":${chance.one(VALUES)},${text.slice(open + 1)}`
    case 5: {
      const pair = /"[^"]+":(?:\d+|"[^"]*")/.exec(text)?.[0]
      return pair === undefined
        ? text
        : `${text.slice(0, open + 1)}${pair.replace(/:.*/, `:${chance.one(VALUES)}`)},${text.slice(open + 1)}`
    }
    case 6:
      return text.slice(0, chance.below(text.length))
    case 7:
      return text.slice(0, at) + deep(chance.one([50, 1_000, 3_000])) + text.slice(at + length)
    default:
      return text + chance.one([',', '}', '\u0000', '{}', text])
  }
}
