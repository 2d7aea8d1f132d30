// Taken out of every list and total. It can be put back, at once from the bar or later from here.
import { useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { listOf } from '#app/records/list-of.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { UndoBar } from '#app/ui/undo-bar.tsx'
import type { MergedRecord } from '#protocol/merge.ts'

export const RemovedRecord = ({ record }: { record: MergedRecord }) => {
  const t = useWords('record')
  const desk = useDesk()
  const { title } = useRecordWords()(record)
  const [isFull, setFull] = useState(false)
  const [isBarShown, setBarShown] = useState(true)
  /** A referral that was taken back is asked for anew, with a new yes. */
  const canPutBack = record.type !== 'referral'
  const putBack = async () => setFull(!(await desk.settle(record, { removed: 0 })).ok)
  return (
    <Page
      title={title}
      back={listOf(record)}
      footer={
        canPutBack &&
        isBarShown && (
          <UndoBar undoLabel={t('ui:undo')} onUndo={() => void putBack()} onOver={() => setBarShown(false)}>
            {t('common:said.removed')}
          </UndoBar>
        )
      }
    >
      {isFull && <Notice tone="needs-you" role="alert" title={t('phoneFull')} />}
      <Notice
        tone="info"
        title={t('removed')}
        actions={
          <>
            {canPutBack && !isBarShown && <Button onClick={() => void putBack()}>{t('putBack')}</Button>}
            <ButtonLink href="/people">{t('common:places.people')}</ButtonLink>
          </>
        }
      />
    </Page>
  )
}
