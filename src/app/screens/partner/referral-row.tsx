// One referral in a list of the organisation: for what, as far as the person told, which service, where it stands and since when.
import { useDirectory } from '#app/directory/use-directory.ts'
import { Said } from '#app/directory/said.tsx'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { dueOfReferral } from '#app/records/due-of-referral.ts'
import { RecordStanding } from '#app/records/standing-of-record.tsx'
import { Row } from '#app/ui/list.tsx'
import { StatePill } from '#app/ui/state-pill.tsx'
import { dayOf } from '#domain/belgrade-time.ts'
import { isOpen, stateOfReferral } from '#domain/records/referral.ts'
import { codesIn, findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const ReferralRow = ({ referral, href }: { referral: MergedRecord; href?: string }) => {
  const t = useWords('common')
  const format = useFormat()
  const directory = useDirectory()
  const now = useClock()()
  const { fields } = referral
  const state = stateOfReferral(fields)
  const service = directory.findService(findCode(fields, 'service') ?? '')
  const met = findCode(fields, 'met')
  const due = findCode(fields, 'due') ?? ''
  const needs = format.list(codesIn(fields, 'needs').map((need) => t(`codes:needs.${need}` as 'codes:needs.medical')))
  const name = service && <Said words={service.name} />
  return (
    <Row
      href={href ?? `/records/${referral.id}`}
      icon="send"
      title={needs || name}
      detail={
        <>
          {needs && name && (
            <>
              {name}
              {' · '}
            </>
          )}
          {t(`codes:referralStates.${state}`)}
        </>
      }
      age={met && `${format.shortDate(dayOf(met))} ${met.slice(11)}:00`}
      isUrgent={isOpen(state) && due === 'now'}
      isOverdue={(dueOfReferral(referral, undefined, now)?.hoursOver ?? 0) > 0}
      state={
        <>
          {referral.disputed.length > 0 && <StatePill standing="needs-you">{t('standing.twoAnswers')}</StatePill>}
          <RecordStanding record={referral} />
        </>
      }
    />
  )
}
