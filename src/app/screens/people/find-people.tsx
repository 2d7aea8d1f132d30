// Finding a person or group again: today's list, chips that narrow it, and a search that takes any spelling.
import { useCallback, useDeferredValue, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useWords } from '#app/language/language-context.tsx'
import { FilterChips } from '#app/screens/people/filter-chips.tsx'
import { usePeopleFilter } from '#app/screens/people/people-filter.ts'
import { PeopleFound } from '#app/screens/people/people-found.tsx'
import { Page } from '#app/shell/page.tsx'
import { Field } from '#app/ui/field.tsx'
import { TextInput } from '#app/ui/text-input.tsx'

/** `/people?refer=<service>`: whom the service is for. */
export const FindPeople = () => {
  const t = useWords('people')
  const [address] = useSearchParams()
  const service = address.get('refer') ?? undefined
  return (
    <Page
      title={service === undefined ? t('title') : t('referTitle')}
      {...(service !== undefined && { back: `/services/${service}` })}
    >
      <PeopleSearch service={service} />
    </Page>
  )
}

/** A letter is on the screen before the list has caught up with it. */
const PeopleSearch = ({ service }: { service: string | undefined }) => {
  const t = useWords('people')
  const [filter, setFilter] = usePeopleFilter()
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed)
  const clear = useCallback(() => setTyped(''), [])
  return (
    <>
      <Field label={t('search')}>
        {(input) => <TextInput {...input} type="search" enterKeyHint="search" value={typed} onChange={setTyped} />}
      </Field>
      <FilterChips filter={filter} onChange={setFilter} />
      <PeopleFound query={query} service={service} onClear={clear} />
    </>
  )
}
