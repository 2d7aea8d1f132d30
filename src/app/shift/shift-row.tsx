// The way from Today to the shift, which says since when one is going on.
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { useShifts } from '#app/shift/use-shifts.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { clockOf } from '#domain/records/shift.ts'

export const ShiftRow = () => {
  const t = useWords('shift')
  const now = useClock()
  const own = useShifts().own(now())
  return (
    <ButtonLink icon="clock" href="/shift" isWide>
      {own === undefined ? t('title') : t('since', { time: clockOf(own.fields, 'met') })}
    </ButtonLink>
  )
}
