// Are these the people another phone logged? Asked with the reasons, answered by one tap, and taken back by another. Nothing
// is merged away: both records stay, and joined they count once.
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { saidAt } from '#app/cases/said-at.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { usePartners } from '#app/directory/use-partners.ts'
import { useCheckIn } from '#app/handouts/use-check-in.ts'
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { usePhoneName } from '#app/records/phone-name.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type MaybeSame, maybeSame, type SaidOfTwo, saidOf, saySameness } from '#device/same-people.ts'
import { dayAt, dayOf } from '#domain/belgrade-time.ts'
import type { Sameness } from '#domain/records/sameness.ts'
import type { MergedRecord } from '#protocol/merge.ts'

/** One question at a time: the newest. */
export const SamePeople = ({ arrival }: { arrival: MergedRecord }) => {
  const desk = useDesk()
  const now = useClock()
  const { zone } = usePhoneView()
  const [isFull, save] = useSaving()
  const [maybe] = maybeSame(desk, arrival)
  const checkIn = useCheckIn()
  const { isReader } = usePartners()
  const say = async (other: MergedRecord, answer: Sameness) => {
    const isSaid = await save(saySameness(desk, { one: arrival.id, other: other.id, answer }, { at: now(), zone }))
    if (isSaid) await save(checkIn.noteMissedCards(now(), isReader))
  }
  return (
    <>
      {isFull && <PhoneFull />}
      {saidOf(desk, arrival).map((said) => (
        <Said key={said.other.id} {...said} onSay={(answer) => void say(said.other, answer)} />
      ))}
      {maybe && <Ask key={maybe.other.id} {...maybe} onSay={(answer) => void say(maybe.other, answer)} />}
    </>
  )
}

type OnSay = { onSay: (answer: Sameness) => void }

const Ask = ({ other, reasons, onSay }: MaybeSame & OnSay) => {
  const t = useWords('same-people')
  const format = useFormat()
  const where = useWhere()
  const alike = reasons.map(({ reason, isNearly }) => {
    if (!isNearly) return t(`reasons.${reason}`)
    return reason === 'people' ? t('reasons.peopleNearly') : t('reasons.journeyNearly')
  })
  return (
    <Notice tone="needs-you" title={t('title')} actions={<Answers other={other} onSay={onSay} />}>
      <p>{t('looksLike', where(other))}</p>
      <p>{t('because', { reasons: format.list(alike) })}</p>
    </Notice>
  )
}

const Said = ({ other, pair, onSay }: SaidOfTwo & OnSay) => {
  const t = useWords('same-people')
  const record = useWords('record')
  const where = useWhere()
  const today = dayAt(useClock()())
  if (pair.state === 'apart') {
    // A slip of the thumb is taken back the same day; after that it stands in nobody's way.
    if (pair.said.every((one) => dayAt(saidAt(one, 'answer')) < today)) return null
    const { phone, time } = where(other)
    return (
      <Notice
        isDense
        tone="info"
        title={`${t('apart')}: ${phone} · ${time}`}
        actions={
          <>
            <See other={other} />
            <Button onClick={() => onSay('same')}>{t('join')}</Button>
          </>
        }
      />
    )
  }
  if (pair.state === 'contested')
    return (
      <Notice tone="needs-you" title={record('disputes.why')} actions={<Answers other={other} onSay={onSay} />}>
        <p>{t('looksLike', where(other))}</p>
        <p>{t('contested')}</p>
      </Notice>
    )
  return (
    <Notice
      tone="info"
      title={t('joined', where(other))}
      actions={
        <>
          <See other={other} />
          <Button onClick={() => onSay('apart')}>{t('apart')}</Button>
        </>
      }
    >
      {pair.said.length > 1 && <p>{t('joinedByTwo')}</p>}
    </Notice>
  )
}

const Answers = ({ other, onSay }: { other: MergedRecord } & OnSay) => {
  const t = useWords('same-people')
  return (
    <>
      <Button variant="primary" onClick={() => onSay('same')}>
        {t('join')}
      </Button>
      <Button onClick={() => onSay('apart')}>{t('codes:yesNoUnsure.no')}</Button>
      <See other={other} />
    </>
  )
}

const See = ({ other }: { other: MergedRecord }) => {
  const t = useWords('case')
  return <ButtonLink href={`/records/${other.id}`}>{t('seeOther')}</ButtonLink>
}

/** Which phone and when, as the question names a record. */
const useWhere = () => {
  const phoneName = usePhoneName()
  const dayAndTime = useDayAndTime()
  const today = dayAt(useClock()())
  return ({ author, fields }: MergedRecord) => {
    const met = String(fields['met'] ?? '')
    const hour = `${met.slice(11)}:00`
    return {
      phone: phoneName(author),
      time: met === '' || dayOf(met) === today ? hour : dayAndTime.ofHour(met)
    }
  }
}
