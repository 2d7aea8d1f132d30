// A service as a message for somebody else. Public facts only.
import { useState } from 'react'
import { numbersOf } from '#domain/directory/who-to-call.ts'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { saidIn } from '#app/directory/said.tsx'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { passOn, type PassedOn } from '#app/phone/pass-on.ts'
import { addressOf } from '#app/screens/services/where.tsx'
import { Button } from '#app/ui/button.tsx'
import { LiveRegion } from '#app/ui/live-region.tsx'
import type { Words } from '#domain/directory/directory.ts'
import type { ServiceRow } from '#domain/directory/search.ts'

export const PassOn = ({ row, at }: { row: ServiceRow; at: number }) => {
  const t = useWords('services')
  const [outcome, setOutcome] = useState<PassedOn>()
  const message = useMessage(row, at)
  const said = { copied: t('common:said.copied'), failed: t('notCopied'), shared: undefined }
  return (
    <>
      <Button icon="copy" onClick={() => void passOn(message).then(setOutcome)}>
        {(outcome && said[outcome]) ?? t('copyMessage')}
      </Button>
      <LiveRegion>{outcome && said[outcome]}</LiveRegion>
    </>
  )
}

const useMessage = (row: ServiceRow, at: number): string => {
  const { language } = useLanguage()
  const words = useDirectoryWords()
  const { service, provider, places } = row
  const said = (spoken: Words, isName?: boolean) => saidIn(spoken, language, isName).text
  return [
    said(service.name),
    provider && said(provider.name, true),
    ...places.flatMap((place) => [said(place.name, true), addressOf(place)]),
    words.opening(row, at),
    ...numbersOf(service, provider).map(({ number }) => number),
    words.checked(service.lastChecked, at)
  ]
    .filter((line) => line !== undefined)
    .join('\n')
}
