// In which languages the screen speaks, and how much of each a reader of the language has checked.
import { useTranslation } from 'react-i18next'
import { CHECKED_WORDS } from 'virtual:checked-words'
import { useFormat } from '#app/language/language-context.tsx'
import { useLabels } from '#app/language/labels.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { isLanguage } from '#domain/codes/languages.ts'

export const AboutWords = () => {
  const { t } = useTranslation(['phone', 'directory', 'talk'])
  const { count } = useFormat()
  const labels = useLabels()
  return (
    <Disclosure label={t('words.title')}>
      <p>{t('words.why')}</p>
      <SummaryList
        items={[
          ...Object.entries(CHECKED_WORDS).map(([language, { checked, all }]) => ({
            id: language,
            label: isLanguage(language) ? labels.language(language).mine : language,
            value: t('words.checked', { checked: count(checked.length), all: count(all) })
          })),
          // Its texts stand beside its entries, where no reader can mark them yet.
          { id: 'directory', label: t('directory:title'), value: t('talk:notChecked') }
        ]}
      />
    </Disclosure>
  )
}
