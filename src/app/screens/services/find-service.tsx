// Find a service: by need, by name in any spelling, by what is open and who is understood there. Public facts only, so it
// works while the phone is locked and before it has joined.
import { useDirectory } from '#app/directory/use-directory.ts'
import { useFormat, useLanguage, useWords } from '#app/language/language-context.tsx'
import { useClock, useLibrary, usePhoneView } from '#app/phone/use-phone.ts'
import { Filters } from '#app/screens/services/filters.tsx'
import { type Search, useSearch } from '#app/screens/services/kept-search.ts'
import { NeedTiles } from '#app/screens/services/need-tiles.tsx'
import { NothingFound } from '#app/screens/services/nothing-found.tsx'
import { ServiceRow } from '#app/screens/services/service-row.tsx'
import styles from '#app/screens/services/services.module.css'
import { Page } from '#app/shell/page.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { List } from '#app/ui/list.tsx'
import { LiveRegion } from '#app/ui/live-region.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { mayWriteEntries } from '#protocol/words.ts'
import { partByAge, type ServiceQuery } from '#domain/directory/search.ts'

export const FindService = () => {
  const t = useWords('services')
  const directoryWords = useWords('directory')
  const { language } = useLanguage()
  const { count } = useFormat()
  const { desk } = usePhoneView()
  const library = useLibrary()
  const directory = useDirectory()
  const at = useClock()()
  const [search, change] = useSearch()
  const rows = directory.servicesFor({ ...queryOf(search), at, namesIn: language })
  const { shown, old } = partByAge(rows)
  const found = t('found', { count: rows.length })
  const isLookedFor = search.need !== undefined || search.text.trim() !== ''

  return (
    <Page title={t('title')} {...(desk === undefined && { back: '/' })}>
      <Field label={t('searchLabel')}>
        {(input) => <TextInput {...input} type="search" value={search.text} onChange={(text) => change({ text })} />}
      </Field>
      {search.need === undefined ? (
        !isLookedFor && <NeedTiles onChoose={(need) => change({ need })} />
      ) : (
        <div className={styles.chosen}>
          <h2>{t(`codes:needs.${search.need}`)}</h2>
          <Button icon="close" onClick={() => change({ need: undefined })}>
            {t('allNeeds')}
          </Button>
        </div>
      )}
      <Filters search={search} onChange={change} />
      <Section title={isLookedFor ? found : t('allServices')}>
        {rows.length > 0 && (
          <List label={found}>
            {shown.map((row) => (
              <ServiceRow key={row.service.id} row={row} at={at} href={`/services/${row.service.id}`} />
            ))}
          </List>
        )}
        {old.length > 0 && (
          <Disclosure label={directoryWords('old', { number: count(old.length) })}>
            <List>
              {old.map((row) => (
                <ServiceRow key={row.service.id} row={row} at={at} href={`/services/${row.service.id}`} />
              ))}
            </List>
          </Disclosure>
        )}
        {rows.length === 0 && (
          <NothingFound search={search} at={at} isEmpty={library.entries.length === 0} onChange={change} />
        )}
      </Section>
      {desk && mayWriteEntries(desk.identity.role) && (
        <ButtonLink icon="list" href="/directory">
          {directoryWords('title')}
        </ButtonLink>
      )}
      {desk && (
        <ButtonLink icon="papers" href="/card">
          {t('common:actions.checkCard')}
        </ButtonLink>
      )}
      <LiveRegion>{isLookedFor && found}</LiveRegion>
    </Page>
  )
}

const queryOf = ({ need, text, openOnly, language, includeHistory }: Search): Omit<ServiceQuery, 'at'> => ({
  ...(need !== undefined && { needs: [need] }),
  ...(language !== undefined && { language }),
  text,
  openOnly,
  includeHistory
})
