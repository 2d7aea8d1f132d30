// A translation that would lose a value, carry markup or turn the text around it is refused, and the reason is said.
import { expect, it } from 'vitest'
import { PLANNED_LANGUAGES, PLURAL_FORMS } from '#domain/codes/languages.ts'
import { checkTranslation } from '#domain/translation.ts'

const ORIGINAL = 'We tell <organisation/> about {{count}} people.'

it.each([
  ['says nothing', ' ', { kind: 'empty' }],
  ['has lost a number', 'Nous parlons de vous à <organisation/>.', { kind: 'placeholder-missing', mark: '{{count}}' }],
  ['has lost a name', '{{count}} personnes.', { kind: 'placeholder-missing', mark: '<organisation/>' }],
  ['says a number twice', '<organisation/> {{count}} {{count}}', { kind: 'placeholder-extra', mark: '{{count}}' }],
  ['asks for another value', '<organisation/> {{count}} {{name}}', { kind: 'placeholder-extra', mark: '{{name}}' }],
  ['has another slot', '<organisation/> {{count}} <br/>', { kind: 'markup', mark: '<br/>' }],
  ['has a tag', '<organisation/> <b>{{count}}</b>', { kind: 'markup', mark: '<b>' }],
  ['has an entity', '<organisation/> {{count}}&nbsp;', { kind: 'markup', mark: '&nbsp;' }],
  ['calls another text', '<organisation/> {{count}} $t(common:close)', { kind: 'markup', mark: '$t(' }],
  ['has half a placeholder', '<organisation/> {{count}} {{name', { kind: 'markup', mark: '{{' }],
  ['turns the text', '<organisation/> {{count}} \u202e', { kind: 'invisible', mark: 'U+202E' }],
  ['isolates by itself', '\u2068<organisation/>\u2069 {{count}}', { kind: 'invisible', mark: 'U+2068' }],
  ['marks a direction', '\u200f<organisation/> {{count}}', { kind: 'invisible', mark: 'U+200F' }]
])('a text that %s is refused', (_, text, refusal) => {
  expect(checkTranslation({ original: ORIGINAL, text })).toEqual({ ok: false, refusal })
})

it('a text is taken with its values in another order and with the joiners its spelling needs', () => {
  for (const text of ['{{count}} می\u200cگوییم <organisation/>', '<organisation/>: {{ count }} ক্\u200dষ']) {
    expect(checkTranslation({ original: ORIGINAL, text })).toEqual({ ok: true, value: text })
  }
})

it('a line break, which a wide field lets in, becomes a space', () => {
  const text = '\n<organisation/>:  \n {{count}}\n\nمی\u200cگوییم\n'
  expect(checkTranslation({ original: ORIGINAL, text })).toEqual({
    ok: true,
    value: '<organisation/>: {{count}} می\u200cگوییم'
  })
})

it('one thing may be said in words instead of the number, but no other value may be left out', () => {
  const form = { original: 'Phone {{number}}: {{count}} records', mayOmitCount: true }
  expect(checkTranslation({ ...form, text: 'الهاتف {{number}}: سجلّ واحد' }).ok).toBe(true)
  expect(checkTranslation({ ...form, text: 'سجلّ واحد' }).ok).toBe(false)
})

it.each(PLANNED_LANGUAGES)('%s has the plural forms that its grammar has', (language) => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  expect([...PLURAL_FORMS[language]].toSorted()).toEqual(pluralCategories.toSorted())
})
