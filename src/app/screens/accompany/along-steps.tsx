// The steps that are possible now, by whoever holds this phone, and no others. A wrong one can be taken back for half a
// minute, and with it the clock it had started.
import { type ReactNode, useState } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useAccompaniments } from '#app/cases/use-accompaniments.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { useNotTakenWords } from '#app/cases/use-stepping.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import styles from '#app/screens/accompany/accompany.module.css'
import { StepDetails } from '#app/screens/accompany/step-details.tsx'
import { Button } from '#app/ui/button.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { UndoBar } from '#app/ui/undo-bar.tsx'
import type { AlongRefusal, Before, StepWithPaper } from '#device/accompaniments.ts'
import { type AccompanimentState, neededFor, nextAccompanimentSteps } from '#domain/records/accompaniment.ts'
import { isStepDisputed } from '#domain/records/referral.ts'
import type { MergedRecord } from '#protocol/merge.ts'

const ICONS: Partial<Record<AccompanimentState, IconName>> = {
  intention: 'speech',
  waiting: 'clock',
  certificate: 'papers',
  arrived: 'check'
}

/** `undo` stands at the foot of the page. */
export const useAlongSteps = (seenNow: MergedRecord): { steps: ReactNode; undo: ReactNode } => {
  const t = useWords('accompany')
  const record = useWords('record')
  const act = useWords('act')
  const kase = useWords('case')
  const along = useAccompaniments()
  const now = useClock()
  const { zone } = usePhoneView()
  const [asked, setAsked] = useState<{ to: AccompanimentState; seen: MergedRecord }>()
  const [before, setBefore] = useState<Before>()
  const [refusal, setRefusal] = useState<AlongRefusal>()
  const [isFull, save] = useSaving()
  const goer = along.goerOf(seenNow)

  const take = async (seen: MergedRecord, step: StepWithPaper) => {
    const taken = await along.step(seen, step, { at: now(), zone })
    setAsked(undefined)
    setRefusal(taken.ok ? undefined : taken.refusal)
    if (taken.ok) setBefore(taken.value)
  }
  const takeBack = async (to: Before) => {
    if (await save(along.takeBack(to))) setBefore(undefined)
  }

  const isDisputed = isStepDisputed(seenNow)
  const next = nextAccompanimentSteps(seenNow.fields, goer)
  const mayMore = next.length < nextAccompanimentSteps(seenNow.fields).length

  return {
    steps: isDisputed ? (
      <p>{record('disputes.first')}</p>
    ) : (
      <>
        {isFull && <PhoneFull />}
        {refusal !== undefined && <Refused refusal={refusal} />}
        {mayMore && (
          <>
            <p>{act('takeFirst')}</p>
            <Button variant="primary" isWide onClick={() => void save(along.take(seenNow))}>
              {kase('owner.take')}
            </Button>
          </>
        )}
        <div className={styles.steps}>
          {next.map((to, at) => (
            <Button
              key={to}
              isWide
              variant={at === 0 && !mayMore ? 'primary' : 'secondary'}
              {...(ICONS[to] && { icon: ICONS[to] })}
              onClick={() => (neededFor(to) ? setAsked({ to, seen: seenNow }) : void take(seenNow, { to }))}
            >
              {t(`states.${to}`)}
            </Button>
          ))}
        </div>
        {asked && (
          <StepDetails
            to={asked.to}
            onClose={() => setAsked(undefined)}
            onSaid={(said) => void take(asked.seen, { to: asked.to, ...said })}
          />
        )}
      </>
    ),
    undo: before && !isDisputed && (
      <UndoBar
        key={before.record.changes.length}
        undoLabel={t('ui:undo')}
        onUndo={() => void takeBack(before)}
        onOver={() => setBefore(undefined)}
      >
        {t('common:said.saved')}
      </UndoBar>
    )
  }
}

const Refused = ({ refusal }: { refusal: AlongRefusal }) => {
  const t = useWords('accompany')
  const record = useWords('record')
  const notTaken = useNotTakenWords()
  const title = (): string => {
    if (refusal === 'case_missing') return record('notHere')
    if (typeof refusal === 'object' && refusal.why === 'missing')
      return { place: t('place'), reason: record('whyNot'), centre: t('centreMissing') }[refusal.what]
    return notTaken(refusal, (state) => t(`states.${state}`))
  }
  return <Notice tone="needs-you" role="alert" title={title()} />
}
