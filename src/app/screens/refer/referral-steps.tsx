// One question at a time, with the way back, and the way on where a tap on an answer is not already that.
import { type ReactNode, useState } from 'react'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useWords } from '#app/language/language-context.tsx'
import { AskFirst } from '#app/screens/refer/ask-first.tsx'
import { CheckAnswers } from '#app/screens/refer/check-answers.tsx'
import { ChooseDue } from '#app/screens/refer/choose-due.tsx'
import { ChooseNeeds } from '#app/screens/refer/choose-needs.tsx'
import { ChooseService } from '#app/screens/refer/choose-service.tsx'
import { ChooseTold } from '#app/screens/refer/choose-told.tsx'
import {
  type Missing,
  missingIn,
  type ReferralDraft,
  stepAfter,
  stepBefore,
  STEPS,
  withAnswer,
  withBestInterest,
  withConsent
} from '#app/screens/refer/referral-draft.ts'
import type { Leave, StepProps } from '#app/screens/refer/step-props.ts'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { MergedRecord } from '#protocol/merge.ts'

type ReferralStepsProps = {
  arrival: MergedRecord
  who: string
  draft: ReferralDraft
  notices: ReactNode
  onChange: (draft: ReferralDraft) => void
  onLeave: Leave
  onSend: () => void
}

export const ReferralSteps = (props: ReferralStepsProps) => {
  const t = useWords('refer')
  const { arrival, who, draft, notices, onChange, onLeave, onSend } = props
  const directory = useDirectory()
  const [missing, setMissing] = useState<readonly Missing[]>([])
  const before = stepBefore(draft.step)

  const change = (next: ReferralDraft) => {
    setMissing([])
    onChange(next)
  }
  const step: StepProps = {
    arrival,
    draft,
    onAnswer: (answer) => change(withAnswer(draft, answer)),
    onDone: (answer = {}) => {
      const answered = withAnswer(draft, answer)
      change({ ...answered, step: stepAfter(answered) })
    },
    onGoTo: (to) => change({ ...draft, step: to }),
    onConsent: (consent) => change(withConsent(draft, consent)),
    onBestInterest: (reason) => change(withBestInterest(draft, reason)),
    onLeave
  }
  const lacking = missingIn(draft, directory.findService)

  const next = () => {
    const lacks = lacking.filter((name) => name === draft.step)
    if (lacks.length > 0) setMissing(lacks)
    else step.onDone()
  }
  const send = () => {
    setMissing(lacking)
    if (lacking.length === 0) onSend()
  }
  return (
    <Page
      title={t('title')}
      detail={`${who} · ${t('ui:steps.position', { step: STEPS.indexOf(draft.step) + 1, all: STEPS.length })}`}
      back={`/records/${arrival.id}`}
      footer={
        before !== undefined && (
          <>
            <Button icon="back" onClick={() => step.onGoTo(before)}>
              {t('common:actions.back')}
            </Button>
            {draft.step === 'check' ? (
              <Button variant="primary" icon="send" onClick={send}>
                {t('send')}
              </Button>
            ) : (
              <Button variant="primary" onClick={next}>
                {t('common:actions.next')}
              </Button>
            )}
          </>
        )
      }
    >
      {missing.length > 0 && (
        <ErrorSummary
          title={t('ui:errors.title')}
          errors={missing.map((name) => ({ fieldId: name, message: t(`missing.${name}`) }))}
        />
      )}
      {notices}
      <QuestionOf key={draft.step} {...step} />
    </Page>
  )
}

const QuestionOf = (step: StepProps) => {
  switch (step.draft.step) {
    case 'ask':
      return <AskFirst {...step} />
    case 'needs':
      return <ChooseNeeds {...step} />
    case 'service':
      return <ChooseService {...step} />
    case 'due':
      return <ChooseDue {...step} />
    case 'told':
      return <ChooseTold {...step} />
    case 'check':
      return <CheckAnswers {...step} />
  }
}
