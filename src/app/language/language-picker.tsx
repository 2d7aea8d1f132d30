// The language of the screen, two taps from anywhere. The sheet stands around all screens, so that it stays open when the
// one it was opened from gives way to another. Tapping the button leaves the focus where it was, so closing the sheet gives
// it back, with the caret where it stood.
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import styles from '#app/language/language-picker.module.css'
import { Icon } from '#app/ui/icon.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { directionOf, INTERFACE_LANGUAGES, type InterfaceLanguage, LANGUAGES } from '#domain/codes/languages.ts'

const OpenLanguagesContext = createContext<() => void>(() => {})

export const LanguageSheet = ({ children }: { children: ReactNode }) => {
  const t = useWords('ui')
  const { language, choose } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const [open] = useState(() => () => setOpen(true))
  const close = () => setOpen(false)
  const pick = (chosen: InterfaceLanguage) => {
    close()
    void choose(chosen).then(keepFocusInSight)
  }
  return (
    <OpenLanguagesContext value={open}>
      {children}
      <Sheet title={t('language.title')} isOpen={isOpen} onClose={close} closeLabel={t('close')}>
        <LanguageRows label={t('language.title')} current={language} onPick={pick} />
      </Sheet>
    </OpenLanguagesContext>
  )
}

export const LanguagePicker = () => {
  const t = useWords('ui')
  const open = useContext(OpenLanguagesContext)
  return (
    <IconButton
      icon="language"
      label={t('language.button')}
      aria-haspopup="dialog"
      onMouseDown={(event) => event.preventDefault()}
      onClick={open}
    />
  )
}

/** Longer words make bars higher: what is being typed must not end up under one. */
const keepFocusInSight = () =>
  requestAnimationFrame(() => document.querySelector('main :focus')?.scrollIntoView({ block: 'nearest' }))

type LanguageRowsProps = {
  label: string
  current: InterfaceLanguage | undefined
  onPick: (language: InterfaceLanguage) => void
}

/** Every language by its own name, so that nobody has to read another to find theirs. */
const LanguageRows = ({ label, current, onPick }: LanguageRowsProps) => (
  <ul className={styles.rows} aria-label={label}>
    {INTERFACE_LANGUAGES.map((id) => (
      <li key={id}>
        <button type="button" className={styles.row} aria-pressed={id === current} onClick={() => onPick(id)}>
          <span className={styles.names}>
            <span className={styles.native} lang={id} dir={directionOf(id)}>
              {LANGUAGES[id].endonym}
            </span>
            {id !== 'en' && (
              <span className={styles.english} lang="en" dir="ltr">
                {LANGUAGES[id].english}
              </span>
            )}
          </span>
          {id === current && <Icon name="check" />}
        </button>
      </li>
    ))}
  </ul>
)
