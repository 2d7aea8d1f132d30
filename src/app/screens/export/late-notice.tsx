// Said where a month leaves that is another one now than when it settled: whoever has it from before is not to have it from after.
import { useMemo } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { cameLate, type Leaving } from '#app/screens/export/came-late.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { Month } from '#domain/belgrade-time.ts'
import { lastDayInTime } from '#domain/exports/settled.ts'

export const LateNotice = ({ month, leaving }: { month: Month; leaving: Leaving }) => {
  const t = useWords('export')
  const { shortDate } = useFormat()
  const desk = useDesk()
  const records = desk.records()
  const isLate = useMemo(() => records.length > 0 && cameLate(desk, month, leaving), [desk, records, month, leaving])
  const day = shortDate(lastDayInTime(month))
  return isLate && <Notice tone="needs-you">{t(leaving === 'report' ? 'reportLate' : 'late', { day })}</Notice>
}
