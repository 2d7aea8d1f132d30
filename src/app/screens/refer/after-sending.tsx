// Saved. When help is needed now and the team does not have it yet, the telephone comes before everything else.
import { useState } from 'react'
import { CallThem } from '#app/directory/call-them.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { cardHref } from '#app/records/card-href.ts'
import { mustCall } from '#app/records/must-call.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { RecordStanding } from '#app/records/standing-of-record.tsx'
import { usePartners } from '#app/directory/use-partners.ts'
import { Page } from '#app/shell/page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Actions, Card } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { UndoBar } from '#app/ui/undo-bar.tsx'

/** The bar appears where Send was: the second tap of a double tap must not take the referral back. */
const DOUBLE_TAP_MS = 700

type AfterSendingProps = { id: string; arrivalId: string; isFull: boolean; onUndo: () => void }

export const AfterSending = ({ id, arrivalId, isFull, onUndo }: AfterSendingProps) => {
  const t = useWords('refer')
  const partner = useWords('partner')
  const { partnerOf } = usePartners()
  const desk = useDesk()
  const wordsOf = useRecordWords()
  const now = useClock()
  const [shownAt] = useState(now)
  const [canUndo, setCanUndo] = useState(true)
  const undo = () => {
    if (now() - shownAt >= DOUBLE_TAP_MS) onUndo()
  }
  const referral = desk.findRecord(id)
  if (referral === undefined) return null
  const isRead = partnerOf(String(referral.fields['service'])) !== undefined
  const standing = desk.standingOf(referral)
  const { title, detail } = wordsOf(referral)
  return (
    <Page
      title={t('after.title')}
      back={`/records/${arrivalId}`}
      footer={
        canUndo && (
          <UndoBar undoLabel={t('ui:undo')} onUndo={undo} onOver={() => setCanUndo(false)}>
            {t('common:said.saved')}
          </UndoBar>
        )
      }
    >
      {isFull && <Notice tone="needs-you" role="alert" title={t('phoneFull')} />}
      {mustCall(referral, standing) && <CallThem serviceId={String(referral.fields['service'])} />}
      {!isRead && <Notice tone="info" title={partner('passOn.call')} />}
      <Card>
        <h2>{title}</h2>
        <p>{detail}</p>
        <div>
          <RecordStanding record={referral} />
        </div>
        {standing.state !== 'team' && <p>{t('after.goesOn')}</p>}
      </Card>
      <Actions>
        <ButtonLink icon="forward" href={`/records/${id}`}>
          {t('after.seeReferral')}
        </ButtonLink>
        <ButtonLink icon="papers" href={cardHref(referral)}>
          {t('common:actions.giveCard')}
        </ButtonLink>
        <ButtonLink icon="people" href={`/records/${arrivalId}`}>
          {t('after.seePerson')}
        </ButtonLink>
        <ButtonLink icon="plus" href="/new">
          {t('after.newArrival')}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
