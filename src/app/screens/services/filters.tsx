// What a list of services can be narrowed to. Languages are those that some service of the directory is known to speak.
import { useDirectory } from '#app/directory/use-directory.ts'
import { nativeNameOf, useLabels } from '#app/language/labels.ts'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import type { Search } from '#app/screens/services/kept-search.ts'
import { Chip, ChooseMany, ChooseOne, type Option } from '#app/ui/chip-group.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import styles from '#app/screens/services/services.module.css'

type FiltersProps = { search: Search; onChange: (change: Partial<Search>) => void }

export const Filters = ({ search, onChange }: FiltersProps) => {
  const t = useWords('services')
  return (
    <div className={styles.groups}>
      <ChooseMany
        label={t('filters')}
        isLabelHidden
        options={[{ value: 'open', label: t('openNow') }]}
        value={search.openOnly ? ['open'] : []}
        onChange={(chosen) => onChange({ openOnly: chosen.length > 0 })}
      >
        <Chip isChosen={search.includeHistory} onTap={() => onChange({ includeHistory: !search.includeHistory })}>
          {t('showPast')}
        </Chip>
      </ChooseMany>
      <Disclosure label={t('spokenThere')} {...(search.language !== undefined && { isOpen: true })}>
        <ChooseOne
          label={t('spokenThere')}
          isLabelHidden
          options={useLanguageOptions(search.includeHistory)}
          value={search.language}
          onChange={(language) => onChange({ language })}
        />
      </Disclosure>
    </div>
  )
}

const useLanguageOptions = (includeHistory: boolean): Option<string>[] => {
  const directory = useDirectory()
  const labels = useLabels()
  const { language } = useLanguage()
  const at = useClock()()
  const spoken = new Set(directory.servicesFor({ at, includeHistory }).flatMap(({ service }) => service.languages))
  return [...spoken].map((id) => {
    const native = nativeNameOf(id)
    if (native === undefined || native.lang === language) return { value: id, label: labels.code('languages', id) }
    return { value: id, label: native.native, lang: native.lang, dir: native.dir }
  })
}
