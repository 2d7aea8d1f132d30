// A case: who has it, until when, what came of each need, what to come back for, and who changed what.
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { ReferralsOf } from '#app/cases/referrals-of.tsx'
import { useMinute } from '#app/cases/use-minute.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { HandOutsOf } from '#app/handouts/hand-outs-of.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { GoingAlong } from '#app/screens/accompany/going-along.tsx'
import { CaseDeadlines } from '#app/screens/case/case-deadlines.tsx'
import { CaseHistory } from '#app/screens/case/case-history.tsx'
import { CaseNeeds } from '#app/screens/case/case-needs.tsx'
import { CaseNotes } from '#app/screens/case/case-notes.tsx'
import { CaseState } from '#app/screens/case/case-state.tsx'
import { FollowUps } from '#app/screens/case/follow-ups.tsx'
import { OtherGroups } from '#app/screens/case/other-groups.tsx'
import { SeenAgain } from '#app/screens/case/seen-again.tsx'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { Meeting } from '#app/screens/record/meeting.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { openAlerts } from '#domain/immediate-actions.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

/** Nobody in danger is removed from the board: what is to be done at once ends first. */
export const CaseRecord = ({ kase }: { kase: MergedRecord }) => {
  const t = useWords('case')
  const record = useWords('record')
  const act = useWords('act')
  const desk = useDesk()
  const [isFull, save] = useSaving()
  useMinute()
  const { title } = useRecordWords()(kase)
  const arrival = findCode(kase.fields, 'arrival') ?? ''
  const isUrgent = openAlerts(kase.fields).length > 0

  return (
    <Page
      title={title}
      back="/people"
      footer={
        isUrgent ? (
          <ButtonLink variant="primary" icon="urgent" href={`/act/${kase.id}`}>
            {act('title')}
          </ButtonLink>
        ) : (
          <ButtonLink variant="primary" icon="send" href={`/refer/${arrival}`}>
            {record('refer')}
          </ButtonLink>
        )
      }
    >
      {kase.joined && (
        <Notice tone="info" title={t('twins')}>
          {t('twinsWhat')}
        </Notice>
      )}
      <Disputes record={kase} />
      <CaseState kase={kase} />
      <CaseDeadlines kase={kase} />
      <CaseNeeds kase={kase} />
      <GoingAlong kase={kase} />
      <FollowUps kase={kase} />
      <SeenAgain kase={kase} />
      <HandOutsOf arrival={arrival} />
      <OtherGroups arrival={arrival} />
      <CaseNotes ids={[kase, ...(kase.joined ?? [])].map(({ id }) => id)} />
      <ReferralsOf arrival={arrival} />
      <Meeting record={kase} />
      <CaseHistory kase={kase} />
      {isFull && <PhoneFull />}
      <Actions>
        <ButtonLink icon="people" href={`/records/${arrival}`}>
          {t('arrival')}
        </ButtonLink>
        {!isUrgent && (
          <ButtonLink icon="urgent" href={`/act/${kase.id}`}>
            {act('title')}
          </ButtonLink>
        )}
        {!isUrgent && (
          <Button variant="danger" icon="remove" onClick={() => void save(desk.remove(kase))}>
            {record('remove')}
          </Button>
        )}
      </Actions>
    </Page>
  )
}
