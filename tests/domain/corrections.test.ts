// A correction stands for the English it was written for; each text of a language is missing, changed, unchecked or checked.
import { describe, expect, it } from 'vitest'
import { isFit, isListedAs, saysWhatStands, type Spoken, standingWords, textsOfDesk } from '#domain/corrections.ts'
import { flattenWords, keysFor, nestWords, numbersOfKey, type Words } from '#domain/texts.ts'
import { toWordsFile } from '#domain/words-file.ts'
import { recordingId, Wording, wordingId } from '#domain/wording.ts'

const english: Words = new Map([
  ['talk:title', 'Talk'],
  ['talk:answered', 'The answer: {{answer}}'],
  ['talk:found_one', '{{count}} card'],
  ['talk:found_other', '{{count}} cards'],
  ['phrases:cards.hello', 'Hello.']
])

const aWording = (key: string, text: string, differently: Partial<Wording> = {}): Wording => ({
  kind: 'wording',
  id: wordingId(differently.language ?? 'ps', key),
  language: 'ps',
  key,
  text,
  english: english.get(key.replace(/_one$/, '_other')) ?? '',
  isChecked: false,
  at: 1,
  ...differently
})

describe('A correction', () => {
  it('stands in its own language alone', () => {
    const wordings = [aWording('talk:title', 'خبرې'), aWording('talk:title', 'حديث', { language: 'ar' })]
    expect([...standingWords('ps', english, wordings)].map(([key, { text }]) => [key, text])).toEqual([
      ['talk:title', 'خبرې']
    ])
  })

  it('is laid aside when its English has changed, and when it would lose a value', () => {
    const wordings = [
      aWording('talk:title', 'ووایه', { english: 'Speak' }),
      aWording('talk:answered', 'ځواب'),
      aWording('talk:nowhere', 'هیڅ', { english: 'Nothing' })
    ]
    expect(standingWords('ps', english, wordings).size).toBe(0)
  })

  it('of Serbian is seen in both scripts', () => {
    const wordings = [aWording('talk:answered', 'Odgovor je: {{answer}}', { language: 'sr-Latn' })]
    expect(standingWords('sr-Latn', english, wordings).get('talk:answered')?.text).toBe('Odgovor je: {{answer}}')
    expect(standingWords('sr-Cyrl', english, wordings).get('talk:answered')?.text).toBe('Одговор је: {{answer}}')
  })

  it('of one number may say it in words, of all the others not', () => {
    expect(isFit(aWording('talk:found_one', 'یو کارت'))).toBe(true)
    expect(isFit(aWording('talk:found_other', 'کارتونه'))).toBe(false)
  })

  it('has the name of what it corrects', () => {
    expect(isFit(aWording('talk:title', 'خبرې', { id: 'wording ps/talk:turn' }))).toBe(false)
  })
})

describe('A correction with the name of what every object has', () => {
  const unfit = ['common:__proto__.x', 'talk:constructor', 'talk:board.prototype.title'].map((key) =>
    aWording(key, 'x', { english: 'X' })
  )

  it('may not reach phones, and one kept from before is read and changes nothing else', () => {
    expect(unfit.map(isFit)).toEqual([false, false, false])
    expect(isFit(aWording('talk:constructors', 'x', { english: 'X' }))).toBe(true)
    for (const wording of unfit) expect(Wording.parse(wording)).toEqual(wording)
    expect(Object.keys(toWordsFile(unfit).english)).toEqual(['ps'])
    expect(({} as { x?: string }).x).toBeUndefined()
    expect(Object.keys(nestWords([['talk:constructor', 'x']])['talk'] ?? {})).toEqual(['constructor'])
  })
})

describe('The file of corrections', () => {
  const before = aWording('talk:board', 'تخته', { english: 'Board', at: 1, isChecked: true })
  const now = aWording('talk:board.title', 'اړتیاوې', { english: 'Needs', at: 2 })

  it.each([
    ['became a group of texts', [before, now]],
    ['was a group of texts', [now, { ...before, at: 3 }]]
  ])('has the newer where a text %s in a later release', (_, wordings) => {
    const newest = wordings[1]
    const file = toWordsFile(wordings)
    expect(Object.keys(file.english['ps'] ?? {})).toEqual([newest?.key])
    expect(file.words['ps']).toEqual(nestWords([[newest?.key ?? '', newest?.text ?? '']]))
    expect(file.checked['ps']).toEqual(newest?.isChecked ? [newest.key] : [])
  })

  it('has each text in one line, those kept from before too', () => {
    expect(toWordsFile([aWording('talk:title', 'خبرې\nاترې')]).words).toEqual({ ps: { talk: { title: 'خبرې اترې' } } })
  })
})

describe('At the desk', () => {
  type Told = { checked?: string[]; outdated?: string[]; spoken?: ReadonlyMap<string, Spoken> }
  const desk = (
    shipped: Words,
    wordings: readonly Wording[],
    { checked = [], outdated = [], spoken = new Map() }: Told = {}
  ) =>
    textsOfDesk({
      language: 'ps',
      keys: keysFor('ps', english),
      english,
      shipped,
      wordings,
      spoken,
      checked: new Set(checked),
      outdated: new Set(outdated)
    })
  const statesOf = (texts: ReturnType<typeof desk>) => Object.fromEntries(texts.map(({ key, state }) => [key, state]))

  it('a text the app does not bring is missing until somebody writes it', () => {
    const shipped = new Map([['talk:title', 'خبرې']])
    expect(statesOf(desk(shipped, []))).toEqual({
      'talk:title': 'unchecked',
      'talk:answered': 'missing',
      'talk:found_one': 'missing',
      'talk:found_other': 'missing',
      'phrases:cards.hello': 'missing'
    })
    const [, answered] = desk(shipped, [aWording('talk:answered', 'ځواب: {{answer}}')])
    expect(answered).toMatchObject({ state: 'unchecked', text: 'ځواب: {{answer}}' })
  })

  it('a correction decides whether its text is checked, whatever the release said', () => {
    const shipped = new Map([...english].map(([key, text]) => [key, text]))
    const marks = { checked: ['talk:title'], outdated: ['talk:found_one'] }
    expect(
      statesOf(desk(shipped, [aWording('talk:answered', 'ځواب: {{answer}}', { isChecked: true })], marks))
    ).toEqual({
      'talk:title': 'checked',
      'talk:answered': 'checked',
      'talk:found_one': 'changed',
      'talk:found_other': 'unchecked',
      'phrases:cards.hello': 'unchecked'
    })
    expect(statesOf(desk(shipped, [aWording('talk:title', 'خبرې')], marks))['talk:title']).toBe('unchecked')
  })

  it('a correction for an English of before is listed as changed, with what it was written for', () => {
    const before = aWording('talk:title', 'ووایه', { english: 'Speak', isChecked: true })
    expect(desk(new Map([['talk:title', 'خبرې']]), [before])[0]).toEqual({
      key: 'talk:title',
      english: 'Talk',
      text: 'خبرې',
      state: 'changed',
      wording: before,
      hasOldSound: false
    })
  })

  it.each([
    ['says the words that stand', { english: 'Hello.', text: 'سلام' }, false],
    ['is of before and does not tell what it says', {}, false],
    ['says words that were corrected since', { english: 'Hello.', text: 'ستړي مه شئ' }, true],
    ['was spoken for another English', { english: 'Good day.', text: 'سلام' }, true]
  ])('a phrase is listed as changed only where its sound says other words: one that %s', (_, spoken, isOld) => {
    const shipped = new Map([['phrases:cards.hello', 'سلام']])
    const [hello] = desk(shipped, [], { spoken: new Map([[recordingId('ps', 'hello'), spoken]]) }).filter(
      ({ key }) => key === 'phrases:cards.hello'
    )
    expect(hello?.state).toBe('unchecked')
    expect(hello?.hasOldSound).toBe(isOld)
    expect(hello && isListedAs(hello, 'changed')).toBe(isOld)
    expect(hello && isListedAs(hello, 'unchecked')).toBe(true)
  })
})

it('A sound of Serbian says what stands in both scripts', () => {
  const spoken = { english: 'Hello.', text: 'Dobar dan' }
  const now = { language: 'sr-Cyrl', english: 'Hello.' } as const
  expect(saysWhatStands(spoken, { ...now, text: 'Добар дан' })).toBe(true)
  expect(saysWhatStands(spoken, { ...now, text: 'Здраво' })).toBe(false)
})

it('Texts are laid flat and put back as they were', () => {
  const content = { title: 'Talk', board: { tiles: { doctor: 'Doctor' } } }
  expect(nestWords(flattenWords('talk', content))).toEqual({ talk: content })
})

it('A plural form is told by numbers it is said of', () => {
  expect(numbersOfKey('sr-Latn', 'talk:found_few')).toEqual([2, 3, 4, 22])
  expect(numbersOfKey('sr-Latn', 'talk:title')).toEqual([])
})
