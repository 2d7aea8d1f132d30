// What to come back for, and by when: two taps.
import { useState } from 'react'
import { SaveSheet } from '#app/cases/save-sheet.tsx'
import { useCases } from '#app/cases/use-cases.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { FOLLOW_UPS, type FollowUp } from '#domain/codes/case-codes.ts'
import { dueIn, IN_TIMES, type InTime } from '#domain/records/follow-up.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const PlanFollowUp = ({ kase, onClose }: { kase: MergedRecord; onClose: () => void }) => {
  const t = useWords('case')
  const cases = useCases()
  const now = useClock()
  const { zone } = usePhoneView()
  const [what, setWhat] = useState<FollowUp>('see_again')
  const [when, setWhen] = useState<InTime>('tomorrow')
  const [isFull, save] = useSaving()

  const keep = async () => {
    const plan = { what, dueAt: dueIn(when, now()) }
    if (await save(cases.followUp(kase, plan, { at: now(), zone }))) onClose()
  }

  return (
    <SaveSheet title={t('followUps.add')} isFull={isFull} onClose={onClose} onSave={() => void keep()}>
      <ChooseOne
        label={t('followUps.title')}
        options={FOLLOW_UPS.map((value) => ({ value, label: t(`codes:followUps.${value}`) }))}
        value={what}
        onChange={(chosen) => setWhat(chosen ?? what)}
      />
      <ChooseOne
        label={t('followUps.when')}
        options={IN_TIMES.map((value) => ({ value, label: t(`inTime.${value}`) }))}
        value={when}
        onChange={(chosen) => setWhen(chosen ?? when)}
      />
    </SaveSheet>
  )
}
