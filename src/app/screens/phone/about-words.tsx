// In which languages the screen speaks, and how much of each a reader of the language has checked, to this day.
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/language/language-context.tsx'
import { useLabels } from '#app/language/labels.ts'
import { useCheckedCounts } from '#app/screens/phone/checked-counts.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { isLanguage } from '#domain/codes/languages.ts'

export const AboutWords = () => {
  const { t } = useTranslation(['phone', 'directory', 'talk'])
  const { count } = useFormat()
  const labels = useLabels()
  const counts = useCheckedCounts()
  return (
    <Disclosure label={t('words.title')}>
      <p>{t('words.why')}</p>
      <SummaryList
        items={[
          ...counts.map(({ language, checked, all }) => ({
            id: language,
            label: isLanguage(language) ? labels.language(language).mine : language,
            value: t('words.checked', { checked: count(checked), all: count(all) })
          })),
          // Its texts stand beside its entries, where no reader can mark them yet.
          { id: 'directory', label: t('directory:title'), value: t('talk:notChecked') }
        ]}
      />
    </Disclosure>
  )
}
