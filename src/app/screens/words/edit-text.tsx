// One text, corrected where it stands in the list: the English beside it, how much room there is, how it will look.
import { useState } from 'react'
import * as z from 'zod/mini'
import { useDraft } from '#app/form/use-draft.ts'
import { useWords } from '#app/language/language-context.tsx'
import type { DeskLanguage } from '#app/screens/words/desk-language.ts'
import { RefusedWords, type WordsFlaw } from '#app/screens/words/refused-words.tsx'
import { RoomGuide } from '#app/screens/words/room-guide.tsx'
import { SoundOfPhrase } from '#app/screens/words/sound-of-phrase.tsx'
import { TextFacts } from '#app/screens/words/text-facts.tsx'
import { useSaveCorrection } from '#app/screens/words/save-correction.ts'
import { Button } from '#app/ui/button.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { TextArea } from '#app/ui/text-input.tsx'
import { directionOf } from '#domain/codes/languages.ts'
import type { DeskText } from '#domain/corrections.ts'
import { refuse, type Result } from '#domain/result.ts'
import { checkText } from '#domain/texts.ts'
import { inOneLine } from '#domain/translation.ts'
import { WORDING_LETTERS, wordingId } from '#domain/wording.ts'

type EditTextProps = {
  language: DeskLanguage
  /** Left out while none is open. */
  text: DeskText | undefined
  onClose: () => void
}

export const EditText = ({ text, onClose, ...rest }: EditTextProps) => {
  const t = useWords('words')
  return (
    <Sheet title={t('title')} isOpen={text !== undefined} onClose={onClose} closeLabel={t('ui:close')}>
      {text && <Editor text={text} onClose={onClose} {...rest} />}
    </Sheet>
  )
}

const Typed = z.string()

const Editor = ({ language, text: shown, onClose }: EditTextProps & { text: DeskText }) => {
  const t = useWords('words')
  const saveCorrection = useSaveCorrection()
  // The mark is of the words it was set on: others, typed now or picked up from before, are not checked.
  const [checkedText, setCheckedText] = useState(shown.state === 'checked' ? shown.text : undefined)
  const [flaw, setFlaw] = useState<WordsFlaw>()
  const { key, english } = shown
  const id = wordingId(language, key)
  const draft = useDraft({ name: id, schema: Typed, fresh: shown.text ?? '' })
  const text = draft.value
  const isChecked = text === checkedText
  const type = (typed: string) => {
    setFlaw(undefined)
    draft.change(typed)
  }
  const save = async () => {
    const checked = checkTyped(key, english, text)
    if (!checked.ok) return setFlaw(checked.refusal)
    setFlaw(undefined)
    const saved = await saveCorrection({ kind: 'wording', id, language, key, text: checked.value, english, isChecked })
    if (!saved.ok) return setFlaw({ kind: 'full' })
    await draft.clear()
    onClose()
  }
  return (
    <>
      <TextFacts language={language} text={shown} />
      {draft.isPickedUp && <Notice isDense tone="info" role="status" title={t('common:said.pickedUp')} />}
      <Field label={t('yours')} error={flaw && <RefusedWords flaw={flaw} />}>
        {(input) => <TextArea {...input} lang={language} dir={directionOf(language)} value={text} onChange={type} />}
      </Field>
      <RoomGuide language={language} english={english} text={text} />
      <ChooseOne
        label={t('check')}
        isLabelHidden
        options={[{ value: 'checked', label: t('check') }]}
        value={isChecked ? 'checked' : undefined}
        onChange={(chosen) => setCheckedText(chosen && text)}
      />
      {draft.refusal && <Notice tone="needs-you" role="alert" title={t('common:trouble.phoneFull')} />}
      <Button variant="primary" isWide onClick={() => void save()}>
        {t('common:actions.save')}
      </Button>
      <SoundOfPhrase language={language} textKey={key} english={english} text={inOneLine(text)} />
    </>
  )
}

const checkTyped = (key: string, english: string, text: string): Result<string, WordsFlaw> =>
  text.length > WORDING_LETTERS ? refuse({ kind: 'tooLong' }) : checkText(key, english, text)
