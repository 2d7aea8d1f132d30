// Being told when somebody needs help: a lead turns it on here and nowhere else, and reads here when the browser cannot.
import { useWords } from '#app/language/language-context.tsx'
import { askForNudges, endNudges, nudging } from '#app/phone/nudging.ts'
import { useAttempt } from '#app/phone/use-attempt.ts'
import { usePhone } from '#app/phone/use-phone.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { NudgeRefusal } from '#device/nudges.ts'
import { accept } from '#domain/result.ts'

export const Nudges = () => {
  const [t, board] = [useWords('reminders'), useWords('board')]
  const phone = usePhone()
  const state = nudging.use()
  const [attempt, begin] = useAttempt<NudgeRefusal | 'refused'>()
  const why = attempt.is === 'refused' ? attempt.refusal : undefined
  const isUnable = state === 'unable' || why === 'no_push' || attempt.is === 'failed'
  const choose = (chosen: 'on' | undefined) =>
    begin(chosen === undefined ? async () => accept(await endNudges(phone)) : () => askForNudges(phone))
  return (
    <>
      <ChooseOne
        label={t('urgent.title')}
        hint={t('urgent.what')}
        options={state === 'unable' ? [] : [{ value: 'on', label: t('urgent.on') }]}
        value={state === 'on' ? 'on' : undefined}
        onChange={choose}
      />
      {(state === 'refused' || why === 'refused') && (
        <Notice isDense tone="needs-you" role="status" title={t('refused')} />
      )}
      {isUnable && (
        <Notice
          isDense
          tone="info"
          role="status"
          title={t('urgent.unable')}
          actions={<ButtonLink href="/board">{board('title')}</ButtonLink>}
        />
      )}
      {why === 'no_answer' && <Notice isDense tone="info" role="status" title={t('urgent.noSignal')} />}
    </>
  )
}
