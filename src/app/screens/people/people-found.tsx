// Who fits the chips and the words, said as a number and listed. Drawn anew only when what is asked, or a record, changes.
import { memo, useEffect, useMemo, useState } from 'react'
import { readAllCaseNotes } from '#app/cases/case-notes.ts'
import { useLabels } from '#app/language/labels.ts'
import { useFormat, useLanguage, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { RecordRow } from '#app/records/record-row.tsx'
import { NobodyFound } from '#app/screens/people/nobody-found.tsx'
import { usePeopleFilter } from '#app/screens/people/people-filter.ts'
import { createPeopleIndex, type PeopleIndex } from '#app/screens/people/people-index.ts'
import { filterPeople, peopleOf, setAsideIn } from '#app/screens/people/people-list.ts'
import { createNames } from '#app/screens/people/people-names.ts'
import { usePeopleOfCard } from '#app/screens/people/use-people-of-card.ts'
import { VirtualList } from '#app/ui/virtual-list.tsx'
import { dayOf, shiftHourAt } from '#domain/belgrade-time.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import type { MergedRecord } from '#protocol/merge.ts'

type PeopleFoundProps = {
  query: string
  /** Rows lead to a referral to this service. */
  service: string | undefined
  onClear: () => void
}

export const PeopleFound = memo(({ query, service, onClear }: PeopleFoundProps) => {
  const t = useWords('people')
  const partner = useWords('partner')
  const { list } = useFormat()
  const desk = useDesk()
  const now = useClock()
  const index = usePeopleIndex()
  const [filter, setFilter] = usePeopleFilter()
  const { device } = desk.identity
  const [records, letterbox, hour] = [desk.records(), desk.letterbox(), shiftHourAt(now())]

  useReadAhead(index, records)
  const people = useMemo(() => {
    const all = peopleOf(records, { now: hour, isSetAside: setAsideIn(letterbox, device) })
    return service === undefined ? all : all.filter(({ record }) => record.type === 'arrival')
  }, [records, letterbox, device, hour, service])
  const personOf = useMemo(() => new Map(people.map((person) => [person.record.id, person])), [people])
  const ofCard = usePeopleOfCard(query)
  const foundIn = (days: typeof filter.days) => {
    const fit = filterPeople(people, { ...filter, days }, { today: dayOf(hour), author: device }).map(
      ({ record }) => record
    )
    return ofCard === undefined
      ? index.find(fit, query)
      : fit.filter(({ id, fields }) => ofCard.has(id) || ofCard.has(fields['arrival']))
  }
  const found = foundIn(filter.days)

  const ofType = (type: MergedRecord['type']) => found.filter((record) => record.type === type).length
  const said = [
    ...(ofType('arrival') > 0 ? [t('found.arrivals', { count: ofType('arrival') })] : []),
    ...(ofType('referral') > 0 ? [t('found.referrals', { count: ofType('referral') })] : []),
    ...(ofType('case') > 0 ? [t('found.cases', { count: ofType('case') })] : [])
  ]
  return (
    <>
      <p role="status">{found.length > 0 ? list(said) : t('found.nobody')}</p>
      {found.length === 0 && (
        <NobodyFound
          isEmptyPhone={people.length === 0}
          isSearch={query.trim() !== ''}
          onOtherDays={filter.days === 'today' ? foundIn('all').length : 0}
          onLookInAll={() => setFilter({ ...filter, days: 'all' })}
          onShowEveryone={() => {
            onClear()
            setFilter({ days: 'all', only: [] })
          }}
        />
      )}
      {found.length > 0 && (
        <VirtualList label={t('title')} items={found} keyOf={idOf}>
          {(record) => (
            <RecordRow
              record={record}
              isOverdue={personOf.get(record.id)?.isOverdue === true}
              hasTwoAnswers={personOf.get(record.id)?.hasTwoAnswers === true}
              {...(personOf.get(record.id)?.waitsFor === 'question' && { note: partner('theyAsk') })}
              {...(service !== undefined && { href: `/refer/${record.id}?service=${encodeURIComponent(service)}` })}
            />
          )}
        </VirtualList>
      )}
    </>
  )
})

/** At a time, between which the screen answers to a finger. */
const READ_AT_ONCE = 500

/** What is on the phone is read while the first letter is still to come. */
const useReadAhead = (index: PeopleIndex<MergedRecord>, records: readonly MergedRecord[]) => {
  useEffect(() => {
    let from = 0
    const timer = setInterval(() => {
      index.read(records.slice(from, (from += READ_AT_ONCE)))
      if (from >= records.length) clearInterval(timer)
    })
    return () => clearInterval(timer)
  }, [index, records])
}

const idOf = ({ id }: MergedRecord): string => id

/**
 * One index per language of the screen, made anew when notes were read. It lives as long as the screen: what notes say must
 * not outlast the lock.
 */
const usePeopleIndex = (): PeopleIndex<MergedRecord> => {
  const t = useWords('people')
  const labels = useLabels()
  const desk = useDesk()
  const { language, format } = useLanguage()
  const notes = useCaseNotes()
  const made = useMemo(
    () => ({ with: notes, byLanguage: new Map<InterfaceLanguage, PeopleIndex<MergedRecord>>() }),
    [notes]
  )
  const known = made.byLanguage.get(language)
  if (known !== undefined) return known
  const index = createPeopleIndex<MergedRecord>({
    namesOf: createNames({
      labels,
      zoneLabel: (zone) => t(`codes:zones.${zone}` as 'codes:zones.parks'),
      formatOf: format
    }),
    noteOf: ({ id, joined = [] }) =>
      [id, ...joined.map(idOf)]
        .flatMap((one) => [...Object.values(desk.asideOf(one)?.answers ?? {}), made.with.get(one)])
        .join(' '),
    findArrival: ({ fields }) => desk.findRecord(String(fields['arrival']))
  })
  made.byLanguage.set(language, index)
  return index
}

const NO_NOTES: ReadonlyMap<string, string> = new Map()

/** Read once when the screen opens: nobody writes one while it is there. */
const useCaseNotes = (): ReadonlyMap<string, string> => {
  const desk = useDesk()
  const [notes, setNotes] = useState(NO_NOTES)
  useEffect(() => {
    let isHere = true
    void readAllCaseNotes(desk).then((read) => isHere && read.size > 0 && setNotes(read))
    return () => {
      isHere = false
    }
  }, [desk])
  return notes
}
