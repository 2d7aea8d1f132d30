// Everything else that is known of a service, and what is not.
import type { ReactNode } from 'react'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { Said } from '#app/directory/said.tsx'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { Section } from '#app/ui/card.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { Service } from '#domain/directory/directory.ts'
import type { ServiceRow } from '#domain/directory/search.ts'

export const Facts = ({ row, at }: { row: ServiceRow; at: number }) => {
  const t = useWords('services')
  const words = useDirectoryWords()
  const directory = useWords('directory')
  const { count, list } = useFormat()
  const { service, provider } = row
  const { papersNeeded, howToRefer, eligibility, languages, capacity } = service
  const website = provider?.website
  return (
    <Section title={t('facts')}>
      <SummaryList
        items={[
          { id: 'needs', label: t('helpsWith'), value: list(service.needs.map((need) => t(`codes:needs.${need}`))) },
          {
            id: 'languages',
            label: t('spokenThere'),
            value: languages.length === 0 ? t('common:answers.notKnown') : words.languages(languages)
          },
          { id: 'who', label: t('who'), value: <Who eligibility={eligibility} /> },
          {
            id: 'papers',
            label: t('papers'),
            value: papersNeeded ? <Said words={papersNeeded} /> : t('common:answers.notKnown')
          },
          ...(howToRefer ? [{ id: 'howToRefer', label: t('howToRefer'), value: <Said words={howToRefer} /> }] : []),
          ...(capacity
            ? [
                {
                  id: 'capacity',
                  label: directory('fields.available'),
                  value: `${count(capacity.available)}${capacity.maximum === undefined ? '' : ` / ${count(capacity.maximum)}`} · ${words.day(capacity.updated, at)}`
                }
              ]
            : []),
          ...(website
            ? [{ id: 'website', label: t('website'), value: <Foreign lang="en">{bareAddress(website)}</Foreign> }]
            : []),
          { id: 'source', label: t('source'), value: <Foreign lang="en">{service.source}</Foreign> },
          { id: 'checked', label: t('checkedLabel'), value: words.checked(service.lastChecked, at) }
        ]}
      />
    </Section>
  )
}

const Who = ({ eligibility }: { eligibility: Service['eligibility'] }) => {
  const t = useWords('services')
  if (eligibility === undefined) return t('common:answers.notKnown')
  const { womenOnly, minimumAge, maximumAge, note } = eligibility
  return (
    <>
      {womenOnly && <p>{t('womenOnly')}</p>}
      {minimumAge !== undefined && <p>{t('fromAge', { age: minimumAge })}</p>}
      {maximumAge !== undefined && <p>{t('toAge', { age: maximumAge })}</p>}
      {note && (
        <p>
          <Said words={note} />
        </p>
      )}
    </>
  )
}

const Foreign = ({ lang, children }: { lang: string; children: ReactNode }) => (
  <bdi lang={lang} dir="ltr">
    {children}
  </bdi>
)

const bareAddress = (website: string): string => website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
