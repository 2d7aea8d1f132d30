// The texts of one language: counted by how they stand, narrowed, found, and opened one at a time.
import { useDeferredValue, useMemo, useState } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import type { DeskLanguage } from '#app/screens/words/desk-language.ts'
import { EditText } from '#app/screens/words/edit-text.tsx'
import { findTexts, useDeskTexts } from '#app/screens/words/desk-texts.ts'
import { OwnStanding } from '#app/screens/words/own-standing.tsx'
import { SaveCorrections } from '#app/screens/words/save-corrections.tsx'
import { useWhereShown } from '#app/screens/words/where-shown.ts'
import { Button } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { LiveRegion } from '#app/ui/live-region.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { directionOf, LANGUAGES } from '#domain/codes/languages.ts'
import { type DeskText, isListedAs, TEXT_STATES, type TextState } from '#domain/corrections.ts'
import { wordingId } from '#domain/wording.ts'

type TextListProps = { language: DeskLanguage }

export const TextList = ({ language }: TextListProps) => {
  const t = useWords('words')
  const texts = useDeskTexts(language)
  if (texts === undefined) return null
  if (texts === 'missing') {
    const title = t('ui:language.missing', { language: LANGUAGES[language].endonym })
    return <Notice tone="needs-you" role="alert" title={title} />
  }
  return <FoundTexts language={language} texts={texts} />
}

const SHOWN_AT_FIRST = 40

const FoundTexts = ({ language, texts }: TextListProps & { texts: readonly DeskText[] }) => {
  const t = useWords('words')
  const w = useWords('talk')
  const p = useWords('phone')
  const { count } = useFormat()
  const [state, setState] = useState<TextState>()
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(SHOWN_AT_FIRST)
  const [open, setOpen] = useState<string>()
  const query = useDeferredValue(typed)
  const found = useMemo(
    () => findTexts(texts, query).filter((text) => state === undefined || isListedAs(text, state)),
    [texts, query, state]
  )
  const title = t('found', { count: found.length })
  return (
    <>
      <ChooseOne
        label={t('show')}
        options={TEXT_STATES.map((one) => ({
          value: one,
          label: `${t(`states.${one}`)} · ${count(texts.filter((text) => isListedAs(text, one)).length)}`
        }))}
        value={state}
        onChange={setState}
      />
      <Field label={w('search')}>
        {(input) => <TextInput {...input} type="search" value={typed} onChange={setTyped} />}
      </Field>
      <LiveRegion>{title}</LiveRegion>
      <Section title={title}>
        <List>
          {found.slice(0, shown).map((text) => (
            <TextRow key={text.key} language={language} text={text} onTap={() => setOpen(text.key)} />
          ))}
        </List>
        {found.length > shown && (
          <Actions>
            <Button icon="down" onClick={() => setShown(shown + SHOWN_AT_FIRST)}>
              {p('showMore')}
            </Button>
          </Actions>
        )}
      </Section>
      <SaveCorrections />
      <EditText
        key={open ?? ''}
        language={language}
        text={texts.find(({ key }) => key === open)}
        onClose={() => setOpen(undefined)}
      />
    </>
  )
}

type TextRowProps = TextListProps & { text: DeskText; onTap: () => void }

const TextRow = ({ language, text: { key, text, english, state, hasOldSound }, onTap }: TextRowProps) => {
  const t = useWords('words')
  const whereShown = useWhereShown()
  const inEnglish = (
    <span lang="en" dir="ltr">
      {english}
    </span>
  )
  return (
    <Row
      title={
        text === undefined ? (
          inEnglish
        ) : (
          <span lang={language} dir={directionOf(language)}>
            {text}
          </span>
        )
      }
      detail={
        <>
          {text !== undefined && <bdi>{inEnglish}</bdi>} {`· ${whereShown(key)} · ${t(`states.${state}`)}`}
          {hasOldSound && ` · ${t('sound.title')}: ${t('sound.changed')}`}
        </>
      }
      state={<OwnStanding id={wordingId(language, key)} />}
      onTap={onTap}
    />
  )
}
