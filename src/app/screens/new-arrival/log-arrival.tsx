// New arrival: one screen, twenty seconds, no steps. What is typed is kept after every touch; what is saved can be taken
// back for half a minute.
import { useMemo, useState } from 'react'
import { Questions } from '#app/form/questions.tsx'
import { recentCodes } from '#app/form/recent-codes.ts'
import { useTooManyWords } from '#app/form/too-many-words.ts'
import { useDraft } from '#app/form/use-draft.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, useLibrary, usePhoneView } from '#app/phone/use-phone.ts'
import { HelpNow, isDangerIn, NextSteps } from '#app/screens/new-arrival/after-save.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { buzz } from '#app/ui/buzz.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { LiveRegion } from '#app/ui/live-region.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { showStart } from '#app/ui/screen.tsx'
import { UndoBar } from '#app/ui/undo-bar.tsx'
import { type Answer, Answers, isRelevant, peopleIn } from '#domain/form/answers.ts'
import { isShared, type Question } from '#domain/form/form.ts'
import { findTooMany, type TooMany } from '#domain/records/arrival.ts'
import styles from '#app/screens/new-arrival/log-arrival.module.css'

const DRAFT = 'arrival'
const EMPTY: Answers = {}

type Saved = { id: string; answers: Answers }

export const LogArrival = () => {
  const t = useWords('new-arrival')
  const desk = useDesk()
  const { zone } = usePhoneView()
  const now = useClock()
  const form = useLibrary().arrivalForm
  const draft = useDraft<Answers>({ name: DRAFT, schema: Answers, fresh: EMPTY })
  const [saved, setSaved] = useState<Saved>()
  const [before, setBefore] = useState<Saved>()
  const [help, setHelp] = useState<Saved>()
  const [said, setSaid] = useState<'nobody' | 'phoneFull' | 'undone' | TooMany>()
  const tooManyWords = useTooManyWords()
  const answers = draft.value
  const people = peopleIn(form, answers)
  const orders = useMemo(() => ordersOf(form.questions, desk.records()), [form, desk])

  const answer = (name: string, value: Answer | undefined) => {
    const { [name]: _old, ...others } = answers
    draft.change(value === undefined ? others : { ...others, [name]: value })
    if (said !== undefined) setSaid(undefined)
  }

  const save = async () => {
    if (people === 0) {
      showStart()
      return setSaid('nobody')
    }
    const tooMany = findTooMany(form, answers)
    if (tooMany !== undefined) return setSaid(tooMany)
    const result = await desk.logArrival(form, answers, { at: now(), zone, draft: draft.id })
    if (!result.ok) return setSaid('phoneFull')
    buzz('save')
    setSaid(undefined)
    const logged = { id: result.value, answers }
    setSaved(logged)
    setBefore(logged)
    setHelp(isDangerIn(answers) ? logged : undefined)
    showStart()
    await draft.clear()
  }

  const undo = async () => {
    if (saved === undefined) return
    const removed = await desk.takeBack(saved.id)
    if (!removed.ok) return setSaid('phoneFull')
    if (people === 0) draft.change(saved.answers)
    setSaved(undefined)
    setHelp(undefined)
    setSaid('undone')
  }

  /** The same group once more: everything but what belongs to one meeting alone. */
  const sameAgain = () => {
    const shared = form.questions.filter(isShared).map(({ name }) => name)
    draft.change(Object.fromEntries(Object.entries(before?.answers ?? {}).filter(([name]) => shared.includes(name))))
  }

  const asksAlone = form.questions.some((question) => question.name === 'alone' && isRelevant(question, answers))
  return (
    <Page
      title={t('title')}
      detail={t(`codes:zones.${zone}`)}
      footer={
        <>
          {(said === 'nobody' || typeof said === 'object') && (
            <div className={styles.nobody}>
              <Notice
                isDense
                tone="needs-you"
                role="alert"
                title={said === 'nobody' ? t('nobody') : tooManyWords(said)}
              />
            </div>
          )}
          {saved && people === 0 && !isDangerIn(saved.answers) && <NextSteps id={saved.id} />}
          {saved && (
            <UndoBar
              key={saved.id}
              undoLabel={t('ui:undo')}
              onUndo={() => void undo()}
              onOver={() => setSaved(undefined)}
            >
              {t('saved')}
            </UndoBar>
          )}
          <div className={styles.actions}>
            {before && (
              <Button icon="again" className={styles.again} onClick={sameAgain}>
                {t('sameAgain')}
              </Button>
            )}
            <Button variant="primary" className={styles.save} onClick={() => void save()}>
              {t('common:actions.save')}
            </Button>
          </div>
        </>
      }
    >
      <div className={styles.form}>
        {(said === 'phoneFull' || draft.refusal) && <Notice tone="needs-you" role="alert" title={t('phoneFull')} />}
        {said === 'undone' && <Notice tone="info" role="status" title={t('undone')} />}
        {draft.isPickedUp && <Notice tone="info" role="status" title={t('common:said.pickedUp')} />}
        {help && <HelpNow {...help} />}
        <Questions form={form} place="front" answers={answers} onAnswer={answer} order={orders} />
        <Disclosure label={t('ui:more')}>
          <div className={styles.more}>
            <Questions form={form} place="more" answers={answers} onAnswer={answer} order={orders} />
          </div>
        </Disclosure>
        <LiveRegion>{people > 0 && t('total', { count: people })}</LiveRegion>
        <LiveRegion urgency="assertive">{asksAlone && t('askAlone')}</LiveRegion>
      </div>
    </Page>
  )
}

/** Computed once when the screen opens, so that no chip moves under the thumb. */
const ordersOf = (questions: readonly Question[], records: Parameters<typeof recentCodes>[0]) => {
  const orders = new Map(
    questions.flatMap((question) =>
      question.type === 'choose_one'
        ? [[question.name, recentCodes(records, question.name, question.choices)] as const]
        : []
    )
  )
  return (question: Question): readonly string[] => orders.get(question.name) ?? []
}
