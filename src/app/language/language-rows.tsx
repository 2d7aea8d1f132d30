// Every language by its own name, so that nobody has to read another to find theirs.
import styles from '#app/language/language-rows.module.css'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { directionOf, type InterfaceLanguage, LANGUAGES } from '#domain/codes/languages.ts'

type LanguageRowsProps = {
  label: string
  languages: readonly InterfaceLanguage[]
  current: InterfaceLanguage | undefined
  pick: (language: InterfaceLanguage) => void
}

/** The last ones, before the long list. */
export const LanguageChips = ({ label, languages, current, pick }: LanguageRowsProps) =>
  languages.length > 1 && (
    <ChooseOne
      label={label}
      options={languages.map((id) => ({ value: id, label: LANGUAGES[id].endonym, lang: id, dir: directionOf(id) }))}
      value={current}
      onChange={(chosen) => pick(chosen ?? (current as InterfaceLanguage))}
    />
  )

export const LanguageRows = ({ label, languages, current, pick }: LanguageRowsProps) => (
  <ul className={styles.rows} aria-label={label}>
    {languages.map((id) => (
      <li key={id}>
        <button type="button" className={styles.row} aria-pressed={id === current} onClick={() => pick(id)}>
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
