// What to come back for, and by when: two taps.
import { useState } from 'react'
import { useCases } from '#app/cases/use-cases.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { Button } from '#app/ui/button.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { FOLLOW_UPS, type FollowUp } from '#domain/codes/case-codes.ts'
import { dueIn, IN_TIMES, type InTime } from '#domain/records/follow-up.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const PlanFollowUp = ({ kase, onClose }: { kase: MergedRecord; onClose: () => void }) => {
  const t = useWords('case')
  const cases = useCases()
  const now = useClock()
  const { zone } = usePhoneView()
  const [what, setWhat] = useState<FollowUp | undefined>('see_again')
  const [when, setWhen] = useState<InTime | undefined>('tomorrow')
  const [isFull, save] = useSaving()

  const keep = async () => {
    if (what === undefined || when === undefined) return
    const plan = { what, dueAt: dueIn(when, now()) }
    if (await save(cases.followUp(kase, plan, { at: now(), zone }))) onClose()
  }

  return (
    <Sheet
      title={t('followUps.add')}
      isOpen
      onClose={onClose}
      closeLabel={t('ui:close')}
      footer={
        <Button
          variant="primary"
          isWide
          disabled={what === undefined || when === undefined}
          onClick={() => void keep()}
        >
          {t('common:actions.save')}
        </Button>
      }
    >
      {isFull && <Notice tone="needs-you" role="alert" title={t('common:trouble.phoneFull')} />}
      <ChooseOne
        label={t('followUps.title')}
        options={FOLLOW_UPS.map((value) => ({ value, label: t(`codes:followUps.${value}`) }))}
        value={what}
        onChange={setWhat}
      />
      <ChooseOne
        label={t('followUps.when')}
        options={IN_TIMES.map((value) => ({ value, label: t(`inTime.${value}`) }))}
        value={when}
        onChange={setWhen}
      />
    </Sheet>
  )
}
