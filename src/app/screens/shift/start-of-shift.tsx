// With whom a shift begins: how many, which languages, and where. One tap begins it as the last one was; each answer can be
// left open, and nobody is named.
import { useState } from 'react'
import { recentCodes } from '#app/form/recent-codes.ts'
import { useLabels } from '#app/language/labels.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { ZoneChoice } from '#app/screens/today/zone-choice.tsx'
import { ChooseMany, ChooseOne } from '#app/ui/chip-group.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { type LanguageId, SPOKEN_LANGUAGES } from '#domain/codes/languages.ts'
import type { ShiftStart } from '#domain/records/shift.ts'

const CREWS = ['1', '2', '3', '4', '5', '6', '7', '8'] as const
const LIKELY = 6

type StartOfShiftProps = { start: ShiftStart; onChange: (start: ShiftStart) => void }

export const StartOfShift = ({ start, onChange }: StartOfShiftProps) => {
  const t = useWords('shift')
  const desk = useDesk()
  const labels = useLabels()
  // Once when the screen opens, so that no chip moves under the thumb.
  const [{ front, more }] = useState(() => inOrder(start.languages, recentCodes(desk.records(), 'language', LIST)))
  const option = (language: LanguageId) => ({ value: language, label: labels.code('languages', language) })
  const choose = (languages: LanguageId[]) => onChange({ ...start, languages })
  const { crew, ...withoutCrew } = start

  return (
    <>
      <ZoneChoice />
      <ChooseOne
        label={t('crew')}
        options={CREWS.map((value) => ({ value, label: value }))}
        value={CREWS.find((value) => Number(value) === crew)}
        onChange={(chosen) => onChange({ ...withoutCrew, ...(chosen !== undefined && { crew: Number(chosen) }) })}
      />
      <ChooseMany
        label={t('languages')}
        hint={t('ui:optional')}
        options={front.map(option)}
        value={start.languages}
        onChange={choose}
      />
      <Disclosure label={t('ui:more')}>
        <ChooseMany
          label={t('languages')}
          isLabelHidden
          options={more.map(option)}
          value={start.languages}
          onChange={choose}
        />
      </Disclosure>
    </>
  )
}

const LIST = { list: 'languages' } as const

/** What was chosen first, then what the people met lately speak. */
const inOrder = (chosen: readonly LanguageId[], recent: readonly string[]) => {
  const rank = (language: LanguageId) => (chosen.includes(language) ? -1 : recent.indexOf(language))
  const order = SPOKEN_LANGUAGES.toSorted((a, b) => rank(a) - rank(b))
  const front = Math.max(LIKELY, chosen.length)
  return { front: order.slice(0, front), more: order.slice(front) }
}
