// An arrival: what was answered, what only this phone knows, where the group was referred, and what to do next.
import { useState } from 'react'
import { ReferralsOf } from '#app/cases/referrals-of.tsx'
import { ChildFirst } from '#app/directory/child-first.tsx'
import { isChildAlone } from '#domain/child-alone.ts'
import { HandOutsOf } from '#app/handouts/hand-outs-of.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { useFieldWords } from '#app/records/field-words.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { Answers } from '#app/screens/record/answers.tsx'
import { privateAnswersShown } from '#app/screens/record/answers-shown.ts'
import { CaseOfArrival } from '#app/screens/record/case-of-arrival.tsx'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { Meeting } from '#app/screens/record/meeting.tsx'
import { SamePeople } from '#app/same-people/same-people.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { MergedRecord } from '#protocol/merge.ts'

export const ArrivalRecord = ({ record }: { record: MergedRecord }) => {
  const t = useWords('record')
  const desk = useDesk()
  const words = useFieldWords()
  const { title } = useRecordWords()(record)
  const [isFull, setFull] = useState(false)
  const form = words.formOf(record)
  const privateAnswers = privateAnswersShown(form, desk.asideOf(record.id)?.answers ?? {})

  const remove = async () => setFull(!(await desk.remove(record)).ok)

  return (
    <Page
      title={title}
      back="/people"
      footer={
        <ButtonLink variant="primary" icon="send" href={`/refer/${record.id}`}>
          {t('refer')}
        </ButtonLink>
      }
    >
      {isFull && <Notice tone="needs-you" role="alert" title={t('phoneFull')} />}
      {isChildAlone(record.fields) && <ChildFirst />}
      <CaseOfArrival arrival={record} />
      <SamePeople arrival={record} />
      <Disputes record={record} />
      <Meeting record={record} />
      <Answers record={record} />
      {privateAnswers.length > 0 && (
        <Section title={t('onlyHere')}>
          <p>{t('onlyHereWhy')}</p>
          <SummaryList
            items={privateAnswers.map(({ question, value }) => ({
              id: question.name,
              label: words.label(record, question.name),
              value: <span dir="auto">{words.answer(question, value)}</span>
            }))}
          />
        </Section>
      )}
      <HandOutsOf arrival={record.id} />
      <ReferralsOf arrival={record.id} />
      <Button variant="danger" icon="remove" onClick={() => void remove()}>
        {t('remove')}
      </Button>
    </Page>
  )
}
