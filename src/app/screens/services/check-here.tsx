// Whether the entry is true, said with one tap by whoever stands before the door, with or without signal.
import { useState } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useServiceChecks } from '#app/directory/use-service-checks.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { buzz } from '#app/ui/buzz.ts'
import { Button } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Finding } from '#domain/records/service-check.ts'
import type { Dot } from '#protocol/ids.ts'

const OFFERED = [
  ['as_written', 'check'],
  ['closed', 'close'],
  ['wrong', 'alert']
] as const satisfies readonly (readonly [Finding, IconName])[]

export const CheckHere = ({ service }: { service: string }) => {
  const t = useWords('directory')
  const desk = useDesk()
  const checks = useServiceChecks()
  const now = useClock()
  const [said, setSaid] = useState<{ found: Finding; id: Dot }>()
  const [isFull, setFull] = useState(false)

  const note = async (found: Finding) => {
    const saved = await checks.note(service, found, { at: now() })
    setFull(!saved.ok)
    if (!saved.ok) return
    buzz('save')
    setSaid({ found, id: saved.value })
  }
  const takeBack = async ({ id }: { id: Dot }) => {
    const saved = await desk.takeBack(id)
    setFull(!saved.ok)
    if (saved.ok) setSaid(undefined)
  }

  return (
    <Section title={t('still')}>
      {isFull && <PhoneFull />}
      {said ? (
        <Notice
          tone="has-it"
          role="status"
          title={t('common:said.saved')}
          actions={
            <Button icon="undo" onClick={() => void takeBack(said)}>
              {t('ui:undo')}
            </Button>
          }
        >
          {t(`found.${said.found}`)}
        </Notice>
      ) : (
        <Actions>
          {OFFERED.map(([found, icon]) => (
            <Button key={found} icon={icon} onClick={() => void note(found)}>
              {t(`found.${found}`)}
            </Button>
          ))}
        </Actions>
      )}
    </Section>
  )
}
