// Talk with somebody who reads the worker's language, another one, or has not pointed yet; and on whose phone.
import { prerender } from 'react-dom/static'
import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactNode } from 'react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readWords } from '#app/build/locale-words.ts'
import { LanguageProvider } from '#app/language/language-context.tsx'
import type { Phone, PhoneView } from '#app/phone/phone.ts'
import { ClockContext, PhoneContext } from '#app/phone/use-phone.ts'
import { KnowOptions } from '#app/screens/options/know-options.tsx'
import { SeeTopic } from '#app/screens/options/see-topic.tsx'
import {
  forgetInterpreter,
  forgetInterpreterWithDesk,
  interpreterSaid,
  sayInterpreter
} from '#app/screens/talk/interpreter-said.ts'
import { KEYS_OF_BOARD, keysOfCard } from '#app/screens/talk/keys-read.ts'
import { NeedsBoard } from '#app/screens/talk/needs-board.tsx'
import { NoCards } from '#app/screens/talk/no-cards.tsx'
import { PhraseCard } from '#app/screens/talk/phrase-card.tsx'
import { PhraseRow } from '#app/screens/talk/phrase-row.tsx'
import { type Pointing, usePointing } from '#app/screens/talk/pointing.ts'
import { ReadAloud, Turned } from '#app/screens/talk/read-aloud.tsx'
import { ShownBoard } from '#app/screens/talk/shown-board.tsx'
import { ShownCard } from '#app/screens/talk/shown-card.tsx'
import { TalkHome } from '#app/screens/talk/talk-home.tsx'
import { useReader } from '#app/screens/talk/their-language.ts'
import { OpenRoutes } from '#app/shell/routes.tsx'
import type { Desk } from '#device/desk.ts'
import { EMPTY_VIEW } from '#device/letterbox/letterbox-view.ts'
import { EMPTY_LIBRARY } from '#device/library/library.ts'
import { type InterfaceLanguage, LANGUAGES } from '#domain/codes/languages.ts'
import { PHRASE_IDS } from '#domain/talk/phrases.ts'
import type { Role } from '#protocol/ids.ts'
import { interfaceIn } from '#tests/app/interface-in.ts'
import { ROOT } from '#tests/house/scratch.ts'

/** Where a screen is drawn without a browser, React asks for what stands there by another way: it is the same. */
vi.mock('react', async (importOriginal) => {
  const react = await importOriginal<typeof import('react')>()
  return {
    ...react,
    useSyncExternalStore: <Value,>(subscribe: (changed: () => void) => () => void, read: () => Value) =>
      react.useSyncExternalStore(subscribe, read, read)
  }
})

const { checked } = vi.hoisted(() => ({ checked: new Set<string>() }))
vi.mock('virtual:checked-words', () => {
  const keys = { includes: (key: string) => checked.has(key) }
  return { CHECKED_WORDS: { ps: { checked: keys }, fr: { checked: keys } } }
})

const NOW = Date.parse('2026-11-30T09:00:00Z')

beforeEach(() => {
  checked.clear()
  forgetInterpreter()
})

type Where = {
  mine?: InterfaceLanguage
  /** None: nobody has pointed yet. */
  theirs?: InterfaceLanguage
  /** None: the phone is locked. */
  role?: Role
  address?: string
}

const onPhone = async (screen: ReactNode, { mine = 'en', theirs, role, address = '/talk' }: Where) => {
  const control = await interfaceIn(mine)
  await control.chooseTheirs(theirs)
  const desk = role && {
    identity: { role, device: 'phone-1', organisation: { id: 'us', name: 'Us' } },
    records: () => [],
    letterbox: () => EMPTY_VIEW,
    standingOf: () => ({ state: 'team' })
  }
  const view = {
    phase: desk ? 'open' : 'locked',
    ...(desk && { desk: desk as unknown as Desk }),
    library: EMPTY_LIBRARY,
    letterbox: EMPTY_VIEW,
    isCarrying: false,
    zone: 'parks',
    version: 1
  }
  const phone = { view: () => view as PhoneView, subscribe: () => () => undefined } as unknown as Phone
  return (
    <LanguageProvider control={control}>
      <PhoneContext value={phone}>
        <ClockContext value={() => NOW}>
          <MemoryRouter initialEntries={[address]}>{screen}</MemoryRouter>
        </ClockContext>
      </PhoneContext>
    </LanguageProvider>
  )
}

const drawn = async (screen: ReactNode, where: Where): Promise<string> =>
  renderToStaticMarkup(await onPhone(screen, where))

const at = (path: string, screen: ReactNode) => (
  <Routes>
    <Route path={path} element={screen} />
  </Routes>
)

const english = readWords(ROOT, 'en')
const [SHOW, NOT_CHECKED, INTERPRETER] = ['Show it to the person', 'Not yet checked', 'An interpreter is with us']
const [NOBODY_POINTED, POINT] = ['No language chosen yet', 'Point to your language']
/** The same in French. */
const french = readWords(ROOT, 'fr')
const [MONTRER, NON_VERIFIE, INTERPRETE] = ['talk:show', 'talk:notChecked', 'talk:care.interpreterYes'].map(
  (key) => french.get(key) ?? key
) as [string, string, string]

describe('a topic of the options', () => {
  const topic = (where: Where) => drawn(at('/options/:id', <SeeTopic />), { ...where, address: '/options/rights' })

  it('waits until the person has pointed', async () => {
    const page = await topic({})
    expect(page).toContain(NOBODY_POINTED)
    expect(page).not.toContain(SHOW)
  })

  it('is shown to somebody who reads the language of the screen', async () => {
    const page = await topic({ theirs: 'en' })
    expect(page).toContain(SHOW)
    expect(page).not.toContain(NOBODY_POINTED)
    expect(page).not.toContain(NOT_CHECKED)
  })

  it('that nobody has checked waits for an interpreter in the language of the screen too, and is marked', async () => {
    const before = await topic({ mine: 'fr', theirs: 'fr' })
    expect(before).toContain(INTERPRETE)
    expect(before).toContain(NON_VERIFIE)
    expect(before).not.toContain(MONTRER)
    sayInterpreter({ language: 'fr', at: NOW })
    const after = await topic({ mine: 'fr', theirs: 'fr' })
    expect(after).toContain(MONTRER)
    expect(after).toContain(NON_VERIFIE)
  })
})

describe('words that somebody says yes or no to', () => {
  const asked = (where: Where) =>
    drawn(
      <ReadAloud keys={['refer:askFirst.aloud']}>
        <p>May we?</p>
      </ReadAloud>,
      where
    )

  it('wait for the person to point', async () => {
    expect(await asked({})).toContain(POINT)
    expect(await asked({})).not.toContain(SHOW)
  })

  it('are shown to somebody who reads the language of the screen, and stand there once', async () => {
    const page = await asked({ theirs: 'en' })
    expect(page).toContain(SHOW)
    expect(page).not.toContain(POINT)
    expect(page.match(/May we\?/g)).toHaveLength(1)
  })

  it('that nobody has checked wait for an interpreter in the language of the screen too, and are marked', async () => {
    const where = { mine: 'fr', theirs: 'fr' } as const
    expect(await asked(where)).toContain(INTERPRETE)
    sayInterpreter({ language: 'fr', at: NOW })
    expect(await asked(where)).toContain(NON_VERIFIE)
  })

  it('are marked where the person reads them', async () => {
    const turned = (isChecked: boolean) =>
      drawn(
        <Turned language="ps" isChecked={isChecked} toPerson={<p>هو؟</p>}>
          <p>Yes?</p>
        </Turned>,
        { theirs: 'ps' }
      )
    expect(await turned(false)).toContain(NOT_CHECKED)
    expect(await turned(true)).not.toContain(NOT_CHECKED)
  })
})

describe('the needs board', () => {
  it('is marked in the language of the screen too, once the person has pointed at it', async () => {
    const board = (theirs?: 'fr') => drawn(<NeedsBoard />, { mine: 'fr', ...(theirs && { theirs }) })
    expect(await board('fr')).toContain(NON_VERIFIE)
    expect(await board()).toContain(french.get('talk:noLanguage'))
    for (const key of KEYS_OF_BOARD) checked.add(key)
    expect(await board('fr')).not.toContain(NON_VERIFIE)
  })

  it('says each picture once where both read the same', async () => {
    const Board = () => <ShownBoard theirs={useReader()} answers={{}} onAnswer={() => undefined} />
    expect((await drawn(<Board />, { theirs: 'en' })).match(/A place to sleep/g)).toHaveLength(1)
    expect(await drawn(<Board />, { theirs: 'fr' })).toContain(french.get('talk:board.tiles.sleep'))
  })
})

describe('an interpreter who stands by', () => {
  const confide = { language: 'ps', at: NOW } as const

  it('is another’s once somebody points, at the same language too', async () => {
    const given = vi.fn<(pointing: Pointing) => void>()
    const Grid = () => {
      given(usePointing())
      return null
    }
    await drawn(<Grid />, { theirs: 'ps' })
    sayInterpreter(confide)
    await given.mock.lastCall?.[0].point('ps')
    expect(interpreterSaid()).toBeUndefined()
  })

  it('is not known after Hide, nor is one said behind the lock once it opens', () => {
    let view: Partial<PhoneView> = { desk: {} as Desk }
    let changed = () => {}
    forgetInterpreterWithDesk({
      view: () => view as PhoneView,
      subscribe: (listener) => {
        changed = listener
        return () => undefined
      }
    })
    const become = (next: Partial<PhoneView>) => {
      view = next
      changed()
    }
    sayInterpreter(confide)
    become({ ...view, version: 2 })
    expect(interpreterSaid(), 'news of the team ends no talk').toEqual(confide)
    become({})
    expect(interpreterSaid()).toBeUndefined()
    sayInterpreter(confide)
    become({ desk: {} as Desk })
    expect(interpreterSaid()).toBeUndefined()
  })

  it('is asked for again on the card', async () => {
    const card = () =>
      drawn(at('/talk/cards/:id', <PhraseCard />), { theirs: 'ps', address: '/talk/cards/need_doctor' })
    sayInterpreter(confide)
    expect(await card()).toContain(SHOW)
    forgetInterpreter()
    expect(await card()).toContain(INTERPRETER)
  })
})

describe('a card as the person sees it', () => {
  it('that asks for their language has all of them to point at', async () => {
    const Shown = () => (
      <ShownCard
        id="best_language"
        theirs={useReader()}
        isOpen
        isChecked
        answer={[]}
        onAnswer={() => undefined}
        onPoint={() => undefined}
        onClose={() => undefined}
      />
    )
    const shown = await drawn(<Shown />, {})
    for (const id of ['ps', 'fa', 'ti'] as const) expect(shown).toContain(LANGUAGES[id].endonym)
    expect(shown).toContain('Another language')
  })

  it('is checked when its answers are, too', async () => {
    const card = (id: string) =>
      drawn(at('/talk/cards/:id', <PhraseCard />), { theirs: 'ps', address: `/talk/cards/${id}` })
    checked.add('phrases:cards.eaten').add('phrases:cards.free')
    expect(await card('free')).not.toContain(NOT_CHECKED)
    expect(await card('eaten')).toContain(NOT_CHECKED)
    for (const code of ['yes', 'no', 'unknown', 'unwilling']) checked.add(`phrases:answers.${code}`)
    expect(await card('eaten')).not.toContain(NOT_CHECKED)
  })

  it('is asked about by every text that stands on it', () => {
    const keys = [...PHRASE_IDS.flatMap(keysOfCard), ...KEYS_OF_BOARD]
    expect(keys.filter((key) => !english.has(key))).toEqual([])
    const shown = [...english.keys()].filter((key) => /^phrases:(cards|answers|body|sizes)\./.test(key))
    expect(shown.filter((key) => !keys.includes(key))).toEqual([])
  })
})

describe('the person’s words in a list', () => {
  const MARK = `>${NOT_CHECKED}<`

  it('are marked when nobody has checked them', async () => {
    const row = () => drawn(<PhraseRow id="free" />, { theirs: 'ps' })
    expect(await row()).toContain(MARK)
    checked.add('phrases:cards.free')
    expect(await row()).not.toContain(MARK)
  })

  it('are marked among the options, where an interpreter stands by', async () => {
    const options = () => drawn(<KnowOptions />, { theirs: 'ps' })
    expect(await options()).not.toContain(MARK)
    sayInterpreter({ language: 'ps', at: NOW })
    expect(await options()).toContain(MARK)
  })

  it('are not there, nor marked, where the person reads what the worker reads', async () => {
    expect(await drawn(<TalkHome />, { theirs: 'en' })).not.toContain(MARK)
  })
})

describe('a language there are no cards for', () => {
  const [NONE, NOTE] = ['Note it, so that your lead sees it', 'What happened?']

  it('is noted where a lead hears of it, and by nobody else', async () => {
    const noted = (role?: Role) => drawn(<NoCards language="haz" />, role ? { role } : {})
    for (const words of [NONE, NOTE]) {
      expect(await noted('worker')).toContain(words)
      expect(await noted('partner')).not.toContain(words)
      expect(await noted()).not.toContain(words)
    }
    expect(await noted('partner')).toContain('/talk/interpreters/haz')
  })

  it('leads to the interpreters on a partner’s phone too, where nothing of them is noted', async () => {
    const open = async (role: Role) => {
      const { prelude } = await prerender(
        await onPhone(<OpenRoutes />, { role, theirs: 'ps', address: '/talk/interpreters/ps' })
      )
      return new Response(prelude).text()
    }
    expect(await open('partner')).toContain('No interpreter known')
    expect(await open('partner')).not.toContain(NOTE)
    expect(await open('lead')).toContain(NOTE)
  })
})
