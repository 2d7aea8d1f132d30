// What somebody should set right, each with the records it is about, to be gone through by tapping or with the keyboard alone.
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { ServiceList } from '#app/directory/service-list.tsx'
import { useStaleServices } from '#app/directory/use-services.ts'
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { RecordList } from '#app/records/record-list.tsx'
import { useRecordWords } from '#app/records/record-words.tsx'
import styles from '#app/screens/review/review-day.module.css'
import { startOf, TO_CHECK } from '#app/screens/review/review-period.ts'
import { Answerable, Triage } from '#app/screens/review/triage.tsx'
import { Section } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import { saySameness } from '#device/same-people.ts'
import { zoneOf } from '#domain/codes/zones.ts'
import type { Sameness } from '#domain/records/sameness.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { Review } from '#domain/review/review.ts'
import { likelySame } from '#domain/same-people/likely-same.ts'
import type { MergedRecord } from '#protocol/merge.ts'

const STEP = 10
/** What stands on the keys, whatever language the screen speaks. */
const [JOIN_KEYS, KEEP_KEYS] = ['Alt+J', 'Alt+K']

type ToCheckProps = { review: Review; recordsOf: (ids: readonly string[]) => readonly MergedRecord[] }

export const ToCheck = ({ review, recordsOf }: ToCheckProps) => {
  const t = useWords('review')
  const report = useWords('report')
  const today = useWords('today')
  const same = useWords('same-people')
  const [isFull, save] = useSaving()
  const desk = useDesk()
  const dayAndTime = useDayAndTime()
  const recordWords = useRecordWords()
  const now = useClock()
  const { zone } = usePhoneView()
  const records = desk.records()
  const { toCheck, referrals, period } = review
  const likely = useMemo(() => likelySame(records, period), [records, period])
  // One that looks like several others is one row.
  const maybeSame = [...new Set(likely.map(({ other }) => other))]
  const stale = useStaleServices()
  const overdue = [...referrals.overdue, ...referrals.overdueFromBefore].map(({ id }) => id)
  const labelOf = (title: string, count: number) => `${title}: ${count}`
  const lists = [
    {
      name: 'urgent',
      ids: toCheck.urgentNotFollowedUp,
      label: today('waiting.title', { count: toCheck.urgentNotFollowedUp.length })
    },
    ...(['overdue', 'disputed'] as const).map((name) => {
      const ids = { overdue, disputed: toCheck.disputed.map(({ id }) => id) }[name]
      return { name, ids, label: t(`toCheck.${name}`, { count: ids.length }) }
    }),
    { name: 'same', ids: maybeSame, label: labelOf(same('title'), maybeSame.length) },
    {
      name: 'impossible',
      ids: toCheck.impossible,
      label: labelOf(report('check.impossible'), toCheck.impossible.length)
    },
    {
      name: 'country',
      ids: toCheck.countryMissing,
      label: t('toCheck.country', { count: toCheck.countryMissing.length })
    }
  ]
  const there = lists.filter(({ ids }) => ids.length > 0)
  const findPair = (id: string) => likely.find(({ other }) => other === id)
  /** Nobody joins what they have not seen: the other of the two in the same line. */
  const nameOther = ({ id }: MergedRecord): string => {
    const one = desk.findRecord(findPair(id)?.one ?? '')
    if (one === undefined) return same('title')
    const [where, when] = [t(`codes:zones.${zoneOf(one.fields)}`), dayAndTime.ofHour(findCode(one.fields, 'met') ?? '')]
    return same('looksLike', { phone: recordWords(one).title, time: `${where}, ${when}` })
  }
  const say = (id: string, answer: Sameness) => {
    const pair = findPair(id)
    if (pair) void save(saySameness(desk, { ...pair, answer }, { at: now(), zone }))
  }
  return (
    <Section title={t('toCheck.title')}>
      <ScrollHere />
      {isFull && <PhoneFull />}
      {there.length + stale.length === 0 ? (
        <p>{t('toCheck.nothing')}</p>
      ) : (
        <p className={styles.keys}>
          {report('check.keys')}
          {maybeSame.length > 0 && (
            <>
              {' '}
              <Ltr>{JOIN_KEYS}</Ltr>: {same('join')} · <Ltr>{KEEP_KEYS}</Ltr>: {same('apart')}
            </>
          )}
        </p>
      )}
      <Triage onJoin={(id) => say(id, 'same')} onKeep={(id) => say(id, 'apart')}>
        {there.map(({ name, ids, label }) => {
          const list = (
            <RecordList
              records={recordsOf(ids)}
              step={STEP}
              keptAs={`${name} ${startOf(period)}`}
              isOverdue={() => name === 'overdue'}
              {...(name === 'same' && { noteOf: nameOther })}
            />
          )
          return (
            <Kept key={name} name={name} label={label}>
              {name === 'same' ? <Answerable>{list}</Answerable> : list}
            </Kept>
          )
        })}
        {stale.length > 0 && (
          <Kept name="services" label={labelOf(report('check.services'), stale.length)}>
            <ServiceList services={stale} />
          </Kept>
        )}
      </Triage>
    </Section>
  )
}

/** Whoever comes from a report to check it stands here; whoever comes back from a record stands where they left. */
const ScrollHere = () => {
  const top = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (location.hash !== TO_CHECK) return
    history.replaceState(history.state, '', location.pathname + location.search)
    // The page sets the focus to its heading first.
    requestAnimationFrame(() => top.current?.parentElement?.scrollIntoView())
  }, [])
  return <span ref={top} hidden />
}

/** What was unfolded stays so for whoever comes back from a record. */
const Kept = ({ name, label, children }: { name: string; label: string; children: ReactNode }) => {
  const [isOpen, setOpen] = useState(unfolded.has(name))
  const toggle = (isOpenNow: boolean) => {
    if (isOpenNow) unfolded.add(name)
    else unfolded.delete(name)
    setOpen(isOpenNow)
  }
  return (
    <Disclosure label={label} isOpen={isOpen} onToggle={toggle}>
      {children}
    </Disclosure>
  )
}

const unfolded = new Set<string>()
