// What a translator must know of a text: its English, where it appears, which parts must stay, what others have made of it.
import type { ReactNode } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useLibrary } from '#app/phone/use-phone.ts'
import type { DeskLanguage } from '#app/screens/words/desk-language.ts'
import { useWhereShown } from '#app/screens/words/where-shown.ts'
import styles from '#app/screens/words/words.module.css'
import { Ltr } from '#app/ui/ltr.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { directionOf, type InterfaceLanguage } from '#domain/codes/languages.ts'
import type { DeskText } from '#domain/corrections.ts'
import { numbersOfKey } from '#domain/texts.ts'
import { marksOf } from '#domain/translation.ts'
import { wordingId } from '#domain/wording.ts'

type TextFactsProps = { language: DeskLanguage; text: DeskText }

export const TextFacts = ({ language, text: { key, english, text, state, wording } }: TextFactsProps) => {
  const t = useWords('words')
  const whereShown = useWhereShown()
  const marks = marksOf(english)
  const numbers = numbersOfKey(language, key)
  return (
    <div className={styles.facts}>
      <p className={styles.label}>{`${whereShown(key)} · ${t(`states.${state}`)}`}</p>
      <Fact label={t('english')} lang="en">
        {english}
      </Fact>
      {wording && wording.english !== english && (
        <Fact label={t('before')} lang="en">
          {wording.english}
        </Fact>
      )}
      {text === undefined ? (
        <p>{t('inEnglish')}</p>
      ) : (
        <Fact label={t('now')} lang={language}>
          {text}
        </Fact>
      )}
      {numbers.length > 0 && <p>{t('numbers', { numbers: numbers.join(', ') })}</p>}
      {marks.length > 0 && (
        <p>
          {t('keep')} <Ltr>{marks.join('  ')}</Ltr>
        </p>
      )}
      <Trouble language={language} textKey={key} />
    </div>
  )
}

const Fact = ({ label, lang, children }: { label: string; lang: InterfaceLanguage; children: ReactNode }) => (
  <div>
    <p className={styles.label}>{label}</p>
    <p lang={lang} dir={directionOf(lang)}>
      {children}
    </p>
  </div>
)

/** What the team said to a correction made here. */
const Trouble = ({ language, textKey }: { language: DeskLanguage; textKey: string }) => {
  const t = useWords('words')
  const library = useLibrary()
  const id = wordingId(language, textKey)
  const standing = library.own.get(id)?.standing
  if (standing === 'refused') return <Notice tone="needs-you">{t('notTaken')}</Notice>
  if (standing !== 'twin') return null
  const theirs = library.teamWordings.find((wording) => wording.id === id)
  return (
    <Notice tone="needs-you" title={t('teamFirst')}>
      {theirs && (
        <Fact label={t('theirs')} lang={language}>
          {theirs.text}
        </Fact>
      )}
    </Notice>
  )
}
