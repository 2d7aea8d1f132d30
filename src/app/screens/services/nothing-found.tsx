// An empty list still helps: the nearest thing that exists, and the numbers that always answer.
import { EmergencyLine } from '#app/directory/emergency-line.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { nearestTo } from '#app/screens/services/nearest.ts'
import type { Search } from '#app/screens/services/kept-search.ts'
import { ServiceRow } from '#app/screens/services/service-row.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { List } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'

type NothingFoundProps = {
  search: Search
  at: number
  /** Not one entry has reached this phone yet. */
  isEmpty: boolean
  onChange: (change: Partial<Search>) => void
}

export const NothingFound = ({ search, at, isEmpty, onChange }: NothingFoundProps) => {
  const t = useWords('services')
  const { language } = useLanguage()
  const directory = useDirectory()
  if (isEmpty) {
    return (
      <>
        <Notice tone="info">{t('empty.notHere')}</Notice>
        <EmergencyLine />
      </>
    )
  }
  const isNarrowed = search.openOnly || search.language !== undefined
  const near = nearestTo(directory, search.need, { at, namesIn: language })
  return (
    <>
      <Notice
        tone="info"
        title={t('empty.title')}
        actions={
          <>
            {isNarrowed && (
              <Button onClick={() => onChange({ openOnly: false, language: undefined })}>{t('empty.clear')}</Button>
            )}
            {!search.includeHistory && (
              <Button onClick={() => onChange({ includeHistory: true })}>{t('showPast')}</Button>
            )}
          </>
        }
      />
      <EmergencyLine />
      {near.length > 0 && (
        <Section title={t('empty.near')}>
          <List>
            {near.map((row) => (
              <ServiceRow key={row.service.id} row={row} at={at} href={`/services/${row.service.id}`} />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}
