// Reminders of what runs out: turned on here and nowhere else. What they say names nobody and nothing.
import { useWords } from '#app/language/language-context.tsx'
import { turnOff, turnOn, useReminding } from '#app/phone/reminding.ts'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const Reminders = () => {
  const t = useWords('reminders')
  const reminding = useReminding()
  if (reminding === 'unable') return null
  return (
    <>
      <ChooseOne
        label={t('title')}
        hint={t('what')}
        options={[{ value: 'on', label: t('on') }]}
        value={reminding === 'on' ? 'on' : undefined}
        onChange={(chosen) => (chosen === undefined ? turnOff() : void turnOn())}
      />
      {reminding === 'refused' && <Notice isDense tone="needs-you" title={t('refused')} />}
    </>
  )
}
