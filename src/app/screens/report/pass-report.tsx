// A report leaves: passed on as a message, or printed.
import { useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { passOn, type PassedOn } from '#app/phone/pass-on.ts'
import { Button } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { LiveRegion } from '#app/ui/live-region.tsx'

export const PassReport = ({ textOf }: { textOf: () => string }) => {
  const services = useWords('services')
  const card = useWords('card')
  const [outcome, setOutcome] = useState<PassedOn>()
  const said = { copied: services('common:said.copied'), failed: services('notCopied'), shared: undefined }
  return (
    <Actions>
      <Button icon="copy" onClick={() => void passOn(textOf()).then(setOutcome)}>
        {(outcome && said[outcome]) ?? services('copyMessage')}
      </Button>
      <Button icon="papers" onClick={() => print()}>
        {card('print')}
      </Button>
      <LiveRegion>{outcome && said[outcome]}</LiveRegion>
    </Actions>
  )
}
