// An account of being sent back across a border, apart from every record and reached from none. What is typed lies in the
// memory of this screen and nowhere else: no draft, no address. Whoever leaves the screen or hides the phone has ended it,
// and once it is sealed nobody here can read it.
import { useCallback, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { useTurned } from '#app/cases/use-turned.ts'
import { useWords } from '#app/language/language-context.tsx'
import { collectorsIn } from '#app/phone/collects-testimony.ts'
import { useTestimoniesWaiting } from '#app/phone/use-testimonies-waiting.ts'
import { useDesk, usePhone, usePhoneView } from '#app/phone/use-phone.ts'
import { AccountQuestions } from '#app/screens/testimony/account-questions.tsx'
import { LeaveSheet } from '#app/screens/testimony/leave-sheet.tsx'
import { SayFirst } from '#app/screens/testimony/say-first.tsx'
import { SealSheet } from '#app/screens/testimony/seal-sheet.tsx'
import { useLeaveGuard } from '#app/shell/leave-guard.ts'
import { Page } from '#app/shell/page.tsx'
import { buzz } from '#app/ui/buzz.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { MOST_WAITING } from '#device/testimonies/database.ts'
import { type Testimony, tidyTestimony } from '#domain/testimony.ts'
import type { PartnerItem } from '#protocol/library.ts'

const HOME = '/talk'

type Stage = 'first' | 'telling' | 'sealed'

export const TakeAccount = () => {
  const t = useWords('testimony')
  const accompany = useWords('accompany')
  const desk = useDesk()
  const phone = usePhone()
  const collectors = collectorsIn(usePhoneView())
  // Whom the person was told of, and nobody else, whoever comes and goes meanwhile.
  const [reader, setReader] = useState<PartnerItem>()
  const isTurned = useTurned()
  const [told, setTold] = useState<Testimony>({})
  const [stage, goTo] = useStage()
  const [isSealing, setSealing] = useState(false)
  const [isEmpty, setEmpty] = useState(false)
  const [isUnderWay, setUnderWay] = useState(false)
  const [isFull, save] = useSaving()
  const tidy = tidyTestimony(told)
  const isFirst = stage === 'first' && tidy === undefined
  // Before the first word, so that nobody tells for nothing; what is being told is sealed all the same.
  const isAtLimit = useTestimoniesWaiting() >= MOST_WAITING
  const leaving = useLeaving(stage !== 'sealed' && tidy !== undefined, stage === 'first')

  const ask = () => {
    setEmpty(tidy === undefined)
    setSealing(tidy !== undefined)
    if (tidy === undefined) scrollUp()
  }
  const seal = async () => {
    if (tidy === undefined || reader === undefined || isUnderWay) return
    setSealing(false)
    setUnderWay(true)
    const sealed = await desk.testimony.sealTestimony(collectors.find(({ id }) => id === reader.id) ?? reader, tidy)
    const isKept = await save((await phone.testimonies()).keep(sealed))
    setUnderWay(false)
    scrollUp()
    if (!isKept) return
    buzz('save')
    setTold({})
    goTo('sealed')
  }
  const forget = () => {
    setTold({})
    leaving.leave()
  }

  // Whoever the phone was turned to reads nothing. Turned back, all is there again.
  if (isTurned) return <Page title={t('title')}>{null}</Page>
  if (isFirst && collectors.length === 0) {
    return (
      <Page title={t('title')} back={HOME}>
        <p>{t('common:trouble.notHere')}</p>
      </Page>
    )
  }
  if (stage === 'sealed') {
    return (
      <Page title={t('title')} back={HOME}>
        <Notice tone="has-it" role="status" title={t('sealed')} />
      </Page>
    )
  }
  return (
    <Page
      title={t('title')}
      back={HOME}
      footer={
        stage === 'telling' && (
          <Button variant="primary" icon="lock" isWide onClick={ask}>
            {t('seal')}
          </Button>
        )
      }
    >
      {isFull && <PhoneFull />}
      {isEmpty && <Notice tone="needs-you" role="alert" title={accompany('slip.empty')} />}
      {isFirst && isAtLimit && <Notice tone="needs-you" role="alert" title={t('tooMany')} />}
      {isFirst && !isAtLimit && (
        <SayFirst
          readers={collectors}
          onYes={(chosen) => {
            setReader(chosen)
            goTo('telling')
            scrollUp()
          }}
          no={
            <ButtonLink isWide href={HOME}>
              {t('common:answers.no')}
            </ButtonLink>
          }
        />
      )}
      {!isFirst && <AccountQuestions told={told} onChange={setTold} />}
      <SealSheet isOpen={isSealing} onClose={() => setSealing(false)} onSeal={() => void seal()} />
      <LeaveSheet isOpen={leaving.isAsked} onStay={() => leaving.stay(() => goTo('telling'))} onLeave={forget} />
    </Page>
  )
}

const scrollUp = () => document.getElementById('main')?.scrollTo({ top: 0 })

/** In the address, so that the phone's own way back leads from the questions to what is said first. It says nothing of them. */
const useStage = (): [Stage, (stage: Stage) => void] => {
  const [address] = useSearchParams()
  const navigate = useNavigate()
  const [reached, setReached] = useState<Stage>('first')
  const go = (stage: Stage) => {
    setReached(stage)
    void navigate(stage === 'first' ? '/account' : '/account?on', { replace: stage === 'sealed' })
  }
  return [address.has('on') ? reached : 'first', go]
}

/** Asked when a link leads away, and when the phone's own way back has led from the questions while something is told. */
const useLeaving = (isOn: boolean, isBack: boolean) => {
  const navigate = useNavigate()
  const [way, setWay] = useState<{ readonly out: () => void }>()
  useLeaveGuard(
    isOn,
    useCallback((out: () => void) => setWay({ out }), [])
  )
  return {
    isAsked: isOn && (way !== undefined || isBack),
    stay: (goOn: () => void) => {
      setWay(undefined)
      if (isBack) goOn()
    },
    leave: () => {
      setWay(undefined)
      if (way === undefined) void navigate(HOME)
      else way.out()
    }
  }
}
