// One choice of a long list: the likeliest in one tap, the rest in a sheet, found by typing.
import { useState } from 'react'
import { nativeNameOf, useLabels } from '#app/language/labels.ts'
import { useWords } from '#app/language/language-context.tsx'
import { Field } from '#app/ui/field.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { QuickChoice } from '#app/ui/quick-choice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { foldText } from '#domain/fold-text.ts'
import type { ChoiceSource } from '#domain/form/form.ts'
import styles from '#app/form/long-list.module.css'

type LongListProps = {
  label: string
  source: ChoiceSource
  /** Every code, the likeliest first. */
  codes: readonly string[]
  value: string | undefined
  onChange: (code: string | undefined) => void
}

const LIKELY = 6

export const LongList = ({ label, source, codes, value, onChange }: LongListProps) => {
  const t = useWords('ui')
  const [isOpen, setOpen] = useState(false)
  const [tapped, setTapped] = useState<string>()
  const [first, setFirst] = useState<string>()
  const name = useChoiceName(source)
  // What was found in the list, or came with a draft, stands first and stays there; what was tapped is in sight already.
  if (value !== undefined && value !== tapped && value !== first) setFirst(value)
  const likely = codes.filter((code) => code !== first).slice(0, LIKELY)
  const shown = first === undefined ? likely : [first, ...likely]
  const tap = (code: string | undefined) => {
    setTapped(code)
    onChange(code)
  }
  const choose = (code: string) => {
    onChange(code)
    setOpen(false)
  }
  return (
    <>
      <QuickChoice
        label={label}
        moreLabel={t('more')}
        options={shown.map((code) => ({ value: code, ...name(code).chip }))}
        value={value}
        onChange={tap}
        isOpen={isOpen}
        onOpen={() => setOpen(true)}
      />
      <Sheet title={label} isOpen={isOpen} onClose={() => setOpen(false)} closeLabel={t('close')}>
        <SearchableList codes={codes} name={name} value={value} onChoose={choose} />
      </Sheet>
    </>
  )
}

type SearchableListProps = {
  codes: readonly string[]
  name: (code: string) => ChoiceName
  value: string | undefined
  onChoose: (code: string) => void
}

const SearchableList = ({ codes, name, value, onChoose }: SearchableListProps) => {
  const t = useWords('new-arrival')
  const [typed, setTyped] = useState('')
  const wanted = foldText(typed)
  const found = codes.filter((code) => wanted === '' || foldedName(name(code)).includes(wanted))
  return (
    <div className={styles.list}>
      <Field label={t('search')}>
        {(input) => <TextInput {...input} type="search" value={typed} onChange={setTyped} />}
      </Field>
      {found.length === 0 && <p role="status">{t('nothingFound')}</p>}
      <List>
        {found.map((code) => {
          const { chip, mine } = name(code)
          return (
            <Row
              key={code}
              title={
                <span lang={chip.lang} dir={chip.dir}>
                  {chip.label}
                </span>
              }
              {...(mine !== chip.label && { detail: mine })}
              isCurrent={code === value}
              onTap={() => onChoose(code)}
            />
          )
        })}
      </List>
    </div>
  )
}

type ChoiceName = { chip: { label: string; lang?: string; dir?: 'ltr' | 'rtl' }; mine: string }

const foldedName = ({ chip, mine }: ChoiceName): string => foldText(`${chip.label} ${mine}`)

/** Languages are named as their speakers read them, so that a person can point; the worker's word stands beside. */
const useChoiceName = (source: ChoiceSource): ((code: string) => ChoiceName) => {
  const labels = useLabels()
  return (code) => {
    const mine = labels.choice(source, code)
    const native = 'list' in source && source.list === 'languages' ? nativeNameOf(code) : undefined
    const chip = native ? { label: native.native, lang: native.lang, dir: native.dir } : { label: mine }
    return { chip, mine }
  }
}
