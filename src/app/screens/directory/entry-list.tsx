// Every entry of one kind by name, those of the past among them, and the way to write a new one.
import { useState } from 'react'
import { Said, saidIn } from '#app/directory/said.tsx'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { useLibrary } from '#app/phone/use-phone.ts'
import { useEntryWords } from '#app/screens/directory/entry-words.ts'
import { OwnStanding } from '#app/screens/words/own-standing.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { ENTRY_KINDS, type EntryKind } from '#domain/directory/typed-entry.ts'
import { foldText, hasEveryWord } from '#domain/fold-text.ts'

export const EntryList = () => {
  const t = useWords('directory')
  const services = useWords('services')
  const { kinds } = useEntryWords()
  const { language } = useLanguage()
  const { entries } = useLibrary()
  const [kind, setKind] = useState<EntryKind>('service')
  const [text, setText] = useState('')
  const query = foldText(text)
  const nameOf = (entry: (typeof entries)[number]) => saidIn(entry.name, language, entry.kind !== 'service').text
  const { compare } = new Intl.Collator(language)
  const found = entries
    .filter((entry) => entry.kind === kind && hasEveryWord(foldText(Object.values(entry.name).join('\n')), query))
    .sort((a, b) => compare(nameOf(a), nameOf(b)))
  return (
    <Section title={t('entries')}>
      <ChooseOne
        label={t('entries')}
        isLabelHidden
        options={ENTRY_KINDS.map((value) => ({ value, label: kinds[value] }))}
        value={kind}
        onChange={(chosen) => setKind(chosen ?? kind)}
      />
      <Field label={services('searchLabel')}>
        {(input) => <TextInput {...input} type="search" value={text} onChange={setText} />}
      </Field>
      <Actions>
        <ButtonLink icon="plus" href={`/directory/${kind}/new`}>
          {t('common:actions.add')}
        </ButtonLink>
      </Actions>
      <List label={kinds[kind]}>
        {found.map((entry) => (
          <Row
            key={entry.id}
            title={<Said words={entry.name} isName={entry.kind !== 'service'} />}
            state={<OwnStanding id={entry.id} />}
            href={`/directory/${kind}/${entry.id}`}
          />
        ))}
      </List>
    </Section>
  )
}
