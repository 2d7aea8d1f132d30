// Where the two languages are chosen. The sheet stands around all screens, so that it stays open when the one it was opened
// from gives way to another, and opens by itself when a language cannot be had.
import { createContext, type ReactNode, useContext, useState } from 'react'
import { LanguageChips, LanguageRows } from '#app/language/language-rows.tsx'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { keepFocusInSight } from '#app/language/keep-focus.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { TwoWays } from '#app/ui/two-ways.tsx'
import { type InterfaceLanguage, INTERFACE_LANGUAGES, LANGUAGES } from '#domain/codes/languages.ts'

const OpenLanguagesContext = createContext<() => void>(() => {})

export const useOpenLanguages = (): (() => void) => useContext(OpenLanguagesContext)

type LanguageSheetProps = {
  /** A language is chosen for the person opposite, or put away: they may be somebody else now. */
  onTheirs: () => void
  children: ReactNode
}

export const LanguageSheet = ({ onTheirs, children }: LanguageSheetProps) => {
  const t = useWords('ui')
  const { missing, forgetMissing } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const [open] = useState(() => () => setOpen(true))
  const close = () => {
    setOpen(false)
    if (missing !== undefined) forgetMissing()
  }
  return (
    <OpenLanguagesContext value={open}>
      {children}
      <Sheet
        title={t('language.title')}
        isOpen={isOpen || missing !== undefined}
        onClose={close}
        closeLabel={t('close')}
      >
        <Languages onDone={close} onTheirs={onTheirs} />
      </Sheet>
    </OpenLanguagesContext>
  )
}

type Row = 'mine' | 'theirs'

/** `onDone`: a language was chosen, and is there. */
const Languages = ({ onDone, onTheirs }: Pick<LanguageSheetProps, 'onTheirs'> & { onDone: () => void }) => {
  const t = useWords('ui')
  const { mine, theirs, isShared, recent, missing, choose, chooseTheirs } = useLanguage()
  const [row, setRow] = useState<Row>('mine')
  const pick = (language: InterfaceLanguage | undefined) => {
    const isForThem = row === 'theirs' || language === undefined
    if (isForThem) onTheirs()
    const chosen = isForThem ? chooseTheirs(language) : choose(language)
    void chosen.then(({ ok }) => {
      if (!ok) return
      onDone()
      keepFocusInSight()
    })
  }
  const nameOf = (language: InterfaceLanguage | undefined) =>
    language === undefined ? t('language.none') : LANGUAGES[language].endonym
  const label = t(`language.${row}`)
  const read = isShared ? mine : theirs
  const offered = INTERFACE_LANGUAGES.filter((id) => row === 'mine' || id !== mine)
  const current = row === 'mine' ? mine : theirs
  return (
    <>
      <TwoWays
        label={t('language.title')}
        ways={[
          { id: 'mine', label: t('language.mine'), value: nameOf(mine), lang: mine },
          { id: 'theirs', label: t('language.theirs'), value: nameOf(read), lang: read }
        ]}
        chosen={row}
        onChoose={setRow}
      />
      {missing && (
        <Notice tone="needs-you" role="alert" title={t('language.missing', { language: LANGUAGES[missing].endonym })}>
          {t('language.missingAdvice')}
        </Notice>
      )}
      <LanguageChips
        label={t('language.recent')}
        languages={recent.filter((id) => offered.includes(id))}
        {...{ current, pick }}
      />
      <LanguageRows label={label} languages={offered} {...{ current, pick }} />
      {row === 'theirs' && read !== undefined && (
        <Button variant="quiet" onClick={() => pick(undefined)}>
          {t('language.noTheirs')}
        </Button>
      )}
    </>
  )
}
