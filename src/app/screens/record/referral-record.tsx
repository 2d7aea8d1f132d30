// A referral: for what, to whom, until when, on what consent, and the steps that are possible now. A wrong step can be
// taken back for half a minute.
import { useState } from 'react'
import { CallThem } from '#app/directory/call-them.tsx'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { Said } from '#app/directory/said.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { cardHref } from '#app/records/card-href.ts'
import { dueOfReferral, stateOfReferral } from '#app/records/due-of-referral.ts'
import { useFieldWords } from '#app/records/field-words.ts'
import { mustCall } from '#app/records/must-call.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { Meeting } from '#app/screens/record/meeting.tsx'
import { NextSteps } from '#app/screens/record/next-steps.tsx'
import { Page } from '#app/shell/page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { UndoBar } from '#app/ui/undo-bar.tsx'
import { dayAt } from '#domain/belgrade-time.ts'
import { isStepDisputed, type ReferralState } from '#domain/records/referral.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

const UNDO_MS = 30_000

export const ReferralRecord = ({ record }: { record: MergedRecord }) => {
  const t = useWords('record')
  const desk = useDesk()
  const words = useFieldWords()
  const directory = useDirectory()
  const { title } = useRecordWords()(record)
  const service = directory.findService(findCode(record.fields, 'service') ?? '')
  const provider = directory.findProvider(findCode(record.fields, 'provider') ?? '')
  const arrival = findCode(record.fields, 'arrival') ?? ''
  const state = stateOfReferral(record)
  const [before, setBefore] = useState<ReferralState>()
  const [isFull, setFull] = useState(false)

  const takeBack = async (to: ReferralState) => {
    const takenBack = await desk.settle(record, { state: to })
    setFull(!takenBack.ok)
    if (takenBack.ok) setBefore(undefined)
  }
  const shown = (name: string) => {
    const value = record.fields[name]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
    return [{ id: name, label: t(`fields.${name}` as 'fields.needs'), value: words.value(record, name, value) }]
  }

  return (
    <Page
      title={title}
      back={arrival === '' ? '/people' : `/records/${arrival}`}
      footer={
        before &&
        !isStepDisputed(record) && (
          <UndoBar
            key={state}
            undoLabel={t('ui:undo')}
            remaining={UNDO_MS}
            onUndo={() => void takeBack(before)}
            onOver={() => setBefore(undefined)}
          >
            {t('common:said.saved')}
          </UndoBar>
        )
      }
    >
      {isFull && <Notice tone="needs-you" role="alert" title={t('phoneFull')} />}
      {mustCall(record, desk.standingOf(record)) && <CallThem serviceId={service?.id ?? ''} />}
      <Disputes record={record} />
      <Section title={t('state')}>
        <Notice
          tone={state === 'done' || state === 'accepted' ? 'has-it' : 'info'}
          title={t(`codes:referralStates.${state}`)}
        >
          {record.disputed.includes('state') && <p>{t('disputes.title')}</p>}
          {state === 'declined' && shown('reason').map(({ value }) => value)}
        </Notice>
        <AnswerBy record={record} />
        <NextSteps record={record} state={state} onTaken={setBefore} />
      </Section>
      <SummaryList
        items={[
          ...shown('needs'),
          {
            id: 'service',
            label: t('fields.service'),
            value: service ? <Said words={service.name} /> : t('serviceGone')
          },
          ...(provider ? [{ id: 'provider', label: t('fields.provider'), value: <Said words={provider.name} /> }] : []),
          ...shown('due'),
          ...shown('consent'),
          ...(shown('told').length > 0
            ? shown('told')
            : [{ id: 'told', label: t('fields.told'), value: t('toldNothing') }])
        ]}
      />
      <Meeting record={record} />
      <Actions>
        <ButtonLink icon="people" href={`/records/${arrival}`}>
          {t('seePerson')}
        </ButtonLink>
        {service && (
          <ButtonLink icon="papers" href={cardHref(record.fields)}>
            {t('common:actions.giveCard')}
          </ButtonLink>
        )}
        {service && (
          <ButtonLink icon="hands" href={`/services/${service.id}`}>
            {t('seeService')}
          </ButtonLink>
        )}
      </Actions>
    </Page>
  )
}

const AnswerBy = ({ record }: { record: MergedRecord }) => {
  const t = useWords('record')
  const format = useFormat()
  const words = useDirectoryWords()
  const desk = useDesk()
  const now = useClock()()
  const due = dueOfReferral(record, desk.asideOf(record.id), now)
  if (due === undefined || !due.isWaiting) return null
  const by = t('answerBy', { day: words.day(dayAt(due.by), now), time: format.time(due.by) })
  if (due.hoursOver === 0) return <p>{by}</p>
  return (
    <Notice tone="needs-you" title={t('overdue', { count: due.hoursOver })}>
      {by} {t('overdueWhat')}
    </Notice>
  )
}
