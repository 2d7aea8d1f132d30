// A shift from its start to its end: with whom it begins, what the team before hands over, who slept outside, and whether the
// team has all of it. Nothing here stands in the way of going home: what waits on the phone goes by itself.
import { useState } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useMinute } from '#app/cases/use-minute.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { useStepping } from '#app/cases/use-stepping.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { NamedFields } from '#app/records/named-fields.tsx'
import { SendNow } from '#app/screens/phone/send-now.tsx'
import { WorkHeadline } from '#app/screens/phone/work-headline.tsx'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { StartOfShift } from '#app/screens/shift/start-of-shift.tsx'
import { Page } from '#app/shell/page.tsx'
import { useShifts } from '#app/shift/use-shifts.ts'
import { buzz } from '#app/ui/buzz.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { clockOf, isOfNow, type ShiftStart, type ShiftState, startLike } from '#domain/records/shift.ts'

export const Shift = () => {
  const t = useWords('shift')
  const cases = useWords('case')
  const shifts = useShifts()
  const now = useClock()
  const minute = useMinute()
  const { zone } = usePhoneView()
  const [isFull, save] = useSaving()
  const { notTaken, take } = useStepping((to: ShiftState) => (to === 'over' ? t('end') : cases('steps.goOn')))
  const [own, last] = [shifts.own(minute), shifts.lastOwn()]
  const [start, setStart] = useState<ShiftStart>(() => startLike(last?.fields ?? {}))
  const [isSecond, setSecond] = useState(false)
  const over = own === undefined && last !== undefined && isOfNow(last.fields, minute) ? last : undefined

  const begin = async () => {
    const saving = shifts.begin(start, { at: now(), zone })
    if (await save(saving)) buzz('save')
    const begun = await saving
    setSecond(!begun.ok && begun.refusal === 'already_on')
  }
  const end = async () => {
    setSecond(false)
    if (own !== undefined) await take(shifts.step(own, 'over', { at: now(), zone }))
  }

  const delivered = (
    <Section title={t('delivered')}>
      <WorkHeadline />
      <SendNow />
      {own && (
        // Not where Start was: whoever taps that twice must not end what has just begun.
        <Button variant="primary" icon="check" isWide onClick={() => void end()}>
          {t('end')}
        </Button>
      )}
    </Section>
  )

  return (
    <Page
      title={t('title')}
      back="/"
      footer={
        own === undefined && (
          <Button variant="primary" icon="clock" isWide onClick={() => void begin()}>
            {t('start')}
          </Button>
        )
      }
    >
      {isFull && <PhoneFull />}
      {notTaken}
      {own && isSecond && (
        <Notice tone="needs-you" role="alert" title={t('second', { time: clockOf(own.fields, 'met') })} />
      )}
      {own && (
        <>
          <Disputes record={own} />
          <NamedFields record={own} names={['met', 'zone', 'crew', 'languages']} />
        </>
      )}
      {over && (
        <Notice
          tone="info"
          role="status"
          title={t('ended', { from: clockOf(over.fields, 'met'), to: clockOf(over.fields, 'stepAt') })}
          actions={
            <Button onClick={() => void take(shifts.step(over, 'on', { at: now(), zone }))}>
              {cases('steps.goOn')}
            </Button>
          }
        />
      )}
      {over && delivered}
      {own === undefined && <StartOfShift start={start} onChange={setStart} />}
      <ButtonLink icon="list" href="/shift/hand-over" isWide>
        {t('handOver')}
      </ButtonLink>
      <ButtonLink icon="bed" href="/shift/dawn" isWide>
        {t('count')}
      </ButtonLink>
      {own && delivered}
    </Page>
  )
}
