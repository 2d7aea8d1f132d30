// What is asked of a service: whose and where, for whom and when, with which papers, and how somebody gets in.
import type { ReactNode } from 'react'
import { useSaid } from '#app/directory/said.tsx'
import { useLabels } from '#app/language/labels.ts'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { useLibrary } from '#app/phone/use-phone.ts'
import {
  type EntryFormProps,
  LineField,
  ManyChoice,
  OneChoice,
  OneLine,
  WordsField
} from '#app/screens/directory/entry-form.tsx'
import { useEntryWords } from '#app/screens/directory/entry-words.ts'
import { Section } from '#app/ui/card.tsx'
import { ChooseMany, type Option } from '#app/ui/chip-group.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { LANGUAGES, SPOKEN_LANGUAGES } from '#domain/codes/languages.ts'
import { NEED_CODES } from '#domain/codes/needs.ts'
import { WEEKDAYS } from '#domain/directory/typed-hours.ts'

export const ServiceFields = (form: EntryFormProps) => {
  const t = useWords('directory')
  const services = useWords('services')
  const labels = useLabels()
  const words = useEntryWords()
  const { typed, flaws, onChange } = form
  return (
    <>
      <WhoseAndWhere {...form} />
      <OneChoice
        field="status"
        flaws={flaws}
        options={[
          { value: 'active', label: t('statuses.active') },
          { value: 'temporarily closed', label: services('opening.closed') },
          { value: 'defunct', label: t('statuses.defunct') }
        ]}
        value={typed.status}
        onChange={(status) => onChange({ status })}
      />
      <Folded field="needs" isOpen={flaws.some(({ field }) => field === 'needs')}>
        <ManyChoice
          field="needs"
          flaws={flaws}
          options={NEED_CODES.map((value) => ({ value, label: t(`codes:needs.${value}`) }))}
          value={typed.needs}
          onChange={(needs) => onChange({ needs })}
        />
      </Folded>
      <Folded field="languages">
        <ManyChoice
          field="languages"
          flaws={flaws}
          options={SPOKEN_LANGUAGES.map((value) => ({
            value: value as string,
            label: labels.code('languages', value)
          }))}
          value={typed.languages}
          onChange={(languages) => onChange({ languages })}
        />
      </Folded>
      <Section title={words.label('hours')}>
        <p>{t('hoursHint')}</p>
        {WEEKDAYS.map((day) => (
          <OneLine
            key={day}
            field={`hours.${day}`}
            flaws={flaws}
            isLtr
            value={typed.hours[day]}
            onChange={(text) => onChange({ hours: { ...typed.hours, [day]: text } })}
          />
        ))}
        <LineField {...form} name="exceptions" hint={t('exceptionsHint')} isLong isLtr />
      </Section>
      <LineField {...form} name="phones" isLong isLtr />
      <Section title={words.label('who')}>
        <ChooseMany
          label={words.label('who')}
          isLabelHidden
          options={[{ value: 'women', label: services('womenOnly') }]}
          value={typed.womenOnly ? ['women'] : []}
          onChange={(chosen) => onChange({ womenOnly: chosen.length > 0 })}
        />
        <LineField {...form} name="minimumAge" isLtr />
        <LineField {...form} name="maximumAge" isLtr />
        <WordsField {...form} name="who" />
      </Section>
      <WordsField {...form} name="papersNeeded" />
      <WordsField {...form} name="howToRefer" />
      <LineField {...form} name="available" isLtr />
      <LineField {...form} name="maximum" isLtr />
    </>
  )
}

const WhoseAndWhere = ({ typed, flaws, onChange }: EntryFormProps) => {
  const said = useSaid()
  const { language } = useLanguage()
  const { entries } = useLibrary()
  const isKeptInLatin = (label: string) => LANGUAGES[language].script !== 'Latn' && /^\p{Script=Latin}/u.test(label)
  const optionsOf = (kind: 'provider' | 'place'): Option<string>[] =>
    entries
      .filter((entry) => entry.kind === kind)
      .map(({ id, name }) => ({ value: id, label: said(name, true) }))
      .map((option) => (isKeptInLatin(option.label) ? { ...option, lang: 'sr-Latn', dir: 'ltr' } : option))
  return (
    <>
      <Folded field="provider" isOpen={typed.providerId === ''}>
        <OneChoice
          field="provider"
          flaws={flaws}
          options={optionsOf('provider')}
          value={typed.providerId}
          onChange={(providerId) => onChange({ providerId })}
        />
      </Folded>
      <Folded field="places">
        <ManyChoice
          field="places"
          flaws={flaws}
          options={optionsOf('place')}
          value={typed.placeIds}
          onChange={(placeIds) => onChange({ placeIds })}
        />
      </Folded>
    </>
  )
}

type FoldedProps = { field: string; isOpen?: boolean; children: ReactNode }

/** Long lists are folded away, except what must be chosen and is not. */
const Folded = ({ field, isOpen, children }: FoldedProps) => {
  const words = useEntryWords()
  return (
    <Disclosure label={words.label(field)} {...(isOpen && { isOpen })}>
      {children}
    </Disclosure>
  )
}
