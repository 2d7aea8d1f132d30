// Finding a person or group again: today's list, chips that narrow it, and a search that takes any spelling.
import { useDeferredValue, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useLabels } from '#app/language/labels.ts'
import { useFormat, useLanguage, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { RecordList } from '#app/records/record-list.tsx'
import { FilterChips } from '#app/screens/people/filter-chips.tsx'
import { NobodyFound } from '#app/screens/people/nobody-found.tsx'
import { usePeopleFilter } from '#app/screens/people/people-filter.ts'
import { createPeopleIndex, type PeopleIndex } from '#app/screens/people/people-index.ts'
import { filterPeople, peopleOf, setAsideIn } from '#app/screens/people/people-list.ts'
import { createNames } from '#app/screens/people/people-names.ts'
import { Page } from '#app/shell/page.tsx'
import { Field } from '#app/ui/field.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { dayOf, shiftHourAt } from '#domain/belgrade-time.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const FindPeople = () => {
  const t = useWords('people')
  const format = useFormat()
  const desk = useDesk()
  const now = useClock()
  const [address] = useSearchParams()
  const [filter, setFilter] = usePeopleFilter()
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed)
  const index = usePeopleIndex()
  const service = address.get('refer') ?? undefined

  const { device } = desk.identity
  const [records, letterbox, hour] = [desk.records(), desk.letterbox(), shiftHourAt(now())]
  const people = useMemo(() => {
    const listed = service === undefined ? records : records.filter(({ type }) => type === 'arrival')
    return peopleOf(listed, { now: hour, isSetAside: setAsideIn(letterbox, device) })
  }, [records, letterbox, device, hour, service])
  const who = { today: dayOf(hour), author: device }
  const chosen = filterPeople(people, filter, who)
  const overdue = new Set(chosen.filter(({ isOverdue }) => isOverdue).map(({ record }) => record.id))
  const search = (among: typeof people) =>
    index.find(
      among.map(({ record }) => record),
      query
    )
  const found = search(chosen)
  const onOtherDays = () => search(filterPeople(people, { ...filter, days: 'all' }, who)).length

  const ofType = (type: MergedRecord['type']) => found.filter((record) => record.type === type).length
  const said = [
    ...(ofType('arrival') > 0 ? [t('found.arrivals', { count: ofType('arrival') })] : []),
    ...(ofType('referral') > 0 ? [t('found.referrals', { count: ofType('referral') })] : [])
  ]
  return (
    <Page
      title={service === undefined ? t('title') : t('referTitle')}
      {...(service !== undefined && { back: `/services/${service}` })}
    >
      <Field label={t('search')}>
        {(input) => <TextInput {...input} type="search" enterKeyHint="search" value={typed} onChange={setTyped} />}
      </Field>
      <FilterChips filter={filter} onChange={setFilter} />
      <p role="status">{found.length > 0 ? format.list(said) : t('found.nobody')}</p>
      {found.length === 0 && (
        <NobodyFound
          isEmptyPhone={people.length === 0}
          isSearch={query.trim() !== ''}
          onOtherDays={filter.days === 'today' ? onOtherDays() : 0}
          onLookInAll={() => setFilter({ ...filter, days: 'all' })}
          onShowEveryone={() => {
            setTyped('')
            setFilter({ days: 'all', only: [] })
          }}
        />
      )}
      <RecordList
        key={`${query} ${address}`}
        label={t('title')}
        records={found}
        isOverdue={({ id }) => overdue.has(id)}
        {...(service !== undefined && { hrefOf: ({ id }) => `/refer/${id}?service=${encodeURIComponent(service)}` })}
      />
    </Page>
  )
}

/** One index per language of the screen. It lives as long as the screen: what notes say must not outlast the lock. */
const usePeopleIndex = (): PeopleIndex<MergedRecord> => {
  const t = useWords('people')
  const labels = useLabels()
  const desk = useDesk()
  const { language } = useLanguage()
  const [indexes] = useState(() => new Map<InterfaceLanguage, PeopleIndex<MergedRecord>>())
  const known = indexes.get(language)
  if (known !== undefined) return known
  const index = createPeopleIndex<MergedRecord>({
    namesOf: createNames(labels, (zone) => t(`codes:zones.${zone}` as 'codes:zones.parks')),
    noteOf: ({ id }) => Object.values(desk.asideOf(id)?.answers ?? {}).join(' '),
    findArrival: ({ fields }) => desk.findRecord(String(fields['arrival']))
  })
  indexes.set(language, index)
  return index
}
