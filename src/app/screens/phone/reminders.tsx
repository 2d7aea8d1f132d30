// Reminders of what runs out: turned on here and nowhere else. What they say names nobody and nothing.
import { useWords } from '#app/language/language-context.tsx'
import { reminding } from '#app/phone/reminding.ts'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const Reminders = () => {
  const t = useWords('reminders')
  const state = reminding.use()
  if (state === 'unable') return null
  return (
    <>
      <ChooseOne
        label={t('title')}
        hint={t('what')}
        options={[{ value: 'on', label: t('on') }]}
        value={state === 'on' ? 'on' : undefined}
        onChange={(chosen) => (chosen === undefined ? reminding.set(false) : void turnOn())}
      />
      {state === 'refused' && <Notice isDense tone="needs-you" title={t('refused')} />}
    </>
  )
}

const turnOn = async () => {
  if (await reminding.ask()) reminding.set(true)
}
