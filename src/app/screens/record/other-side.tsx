// What the team sees of the organisation a referral was made to: when they read it, what they ask, and what was passed on.
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useWords } from '#app/language/language-context.tsx'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { useDesk } from '#app/phone/use-phone.ts'
import { useReferrals } from '#app/records/use-referrals.ts'
import { Card, Section } from '#app/ui/card.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { YES_NO_UNSURE } from '#domain/codes/field-codes.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const OtherSide = ({ referral }: { referral: MergedRecord }) => {
  const t = useWords('partner')
  const dayAndTime = useDayAndTime()
  const { openingsOf, questionsOf } = useReferrals()
  const openings = openingsOf(referral)
  const questions = questionsOf(referral)
  return (
    <>
      {openings.length > 0 && (
        <Card>
          {openings.map(({ id, fields }) => (
            <p key={id}>{t('readBy', { when: dayAndTime.ofHour(findCode(fields, 'met') ?? '') })}</p>
          ))}
        </Card>
      )}
      {questions.length > 0 && (
        <Section title={t('theyAsk')}>
          {questions.map((question) => (
            <Answer key={question.id} question={question} />
          ))}
        </Section>
      )}
      <PassedOnHere referral={referral} />
    </>
  )
}

const Answer = ({ question }: { question: MergedRecord }) => {
  const t = useWords('partner')
  const { reply } = useReferrals()
  const [isFull, save] = useSaving()
  const ask = findCode(question.fields, 'ask') ?? ''
  return (
    <>
      {isFull && <PhoneFull />}
      <ChooseOne
        label={t(`questions.${ask}` as 'questions.call_us', { defaultValue: ask })}
        options={YES_NO_UNSURE.map((value) => ({ value, label: t(`codes:yesNoUnsure.${value}`) }))}
        value={YES_NO_UNSURE.find((value) => value === question.fields['reply'])}
        onChange={(value) => {
          if (value !== undefined) void save(reply(question, value))
        }}
      />
    </>
  )
}

/** Only the phone that wrote it can still read it. */
const PassedOnHere = ({ referral }: { referral: MergedRecord }) => {
  const t = useWords('partner')
  const answers = useDesk().asideOf(referral.id)?.answers ?? {}
  const items = (['name', 'where', 'note'] as const).flatMap((name) => {
    const value = answers[name]
    return typeof value === 'string' ? [{ id: name, label: t(name), value }] : []
  })
  if (items.length === 0) return null
  return (
    <Section title={t('sealedHere')}>
      <SummaryList items={items} />
    </Section>
  )
}
