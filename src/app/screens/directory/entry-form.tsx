// The parts the editor's form is made of: a line, words in English and Serbian, a choice; each with what is wrong about it.
import type { ReactNode } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useEntryWords } from '#app/screens/directory/entry-words.ts'
import { ChooseMany, ChooseOne, type Option } from '#app/ui/chip-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { TextArea, TextInput } from '#app/ui/text-input.tsx'
import type { Flaw } from '#domain/directory/entry-flaws.ts'
import type { TypedEntry, TypedWords } from '#domain/directory/typed-entry.ts'

export type EntryFormProps = {
  typed: TypedEntry
  flaws: readonly Flaw[]
  onChange: (difference: Partial<TypedEntry>) => void
}

/** Where an `ErrorSummary` leads. */
export const fieldIdOf = (field: string): string => `entry-${field.replace('.', '-')}`

type Named<Value> = { [Name in keyof TypedEntry]: TypedEntry[Name] extends Value ? Name : never }[keyof TypedEntry]

type LineProps = EntryFormProps & {
  name: Exclude<Named<string>, 'zone' | 'status' | 'providerId'>
  hint?: string
  isLong?: boolean
  /** Numbers, times and addresses are read from left to right. */
  isLtr?: boolean
}

export const LineField = ({ typed, flaws, onChange, name, hint, isLong, isLtr }: LineProps) => (
  <OneLine
    field={name}
    flaws={flaws}
    value={typed[name]}
    onChange={(text) => onChange({ [name]: text })}
    {...{ hint, isLong, isLtr }}
  />
)

type OneLineProps = Pick<LineProps, 'flaws'> & {
  field: string
  value: string
  onChange: (text: string) => void
  hint?: string | undefined
  isLong?: boolean | undefined
  isLtr?: boolean | undefined
}

export const OneLine = ({ field, flaws, value, onChange, hint, isLong, isLtr }: OneLineProps) => {
  const words = useEntryWords()
  const flaw = flaws.find((one) => one.field === field)
  const Input = isLong ? TextArea : TextInput
  return (
    <Field id={fieldIdOf(field)} label={words.label(field)} hint={hint} error={flaw && words.why(flaw)}>
      {(input) => <Input {...input} {...(isLtr && { dir: 'ltr' })} value={value} onChange={onChange} />}
    </Field>
  )
}

export const WordsField = ({ typed, flaws, onChange, name }: EntryFormProps & { name: Named<TypedWords> }) => {
  const codes = useWords('codes')
  const words = useEntryWords()
  const said = typed[name]
  const flaw = flaws.find(({ field }) => field === name)
  const Input = name === 'name' ? TextInput : TextArea
  return (
    <>
      <Field
        id={fieldIdOf(name)}
        label={`${words.label(name)} · ${codes('languages.en')}`}
        error={flaw && words.why(flaw)}
      >
        {(input) => (
          <Input
            {...input}
            lang="en"
            dir="ltr"
            value={said.en}
            onChange={(en) => onChange({ [name]: { ...said, en } })}
          />
        )}
      </Field>
      <Field label={`${words.label(name)} · ${codes('languages.sr-Latn')}`}>
        {(input) => (
          <Input
            {...input}
            lang="sr-Latn"
            dir="ltr"
            value={said.sr}
            onChange={(sr) => onChange({ [name]: { ...said, sr } })}
          />
        )}
      </Field>
    </>
  )
}

type ChoiceProps<Value extends string> = Pick<EntryFormProps, 'flaws'> & {
  field: string
  options: readonly Option<Value>[]
}

type OneChoiceProps<Value extends string> = ChoiceProps<Value> & {
  value: Value | undefined
  onChange: (value: Value) => void
}

/** Something is always chosen once it was. */
export const OneChoice = <Value extends string>({ value, onChange, ...choice }: OneChoiceProps<Value>) => {
  const words = useEntryWords()
  return (
    <Choice {...choice}>
      <ChooseOne
        label={words.label(choice.field)}
        options={choice.options}
        value={value}
        onChange={(chosen) => chosen !== undefined && onChange(chosen)}
      />
    </Choice>
  )
}

type ManyChoiceProps<Value extends string> = ChoiceProps<Value> & {
  value: readonly Value[]
  onChange: (value: Value[]) => void
}

export const ManyChoice = <Value extends string>({ value, onChange, ...choice }: ManyChoiceProps<Value>) => {
  const words = useEntryWords()
  return (
    <Choice {...choice}>
      <ChooseMany label={words.label(choice.field)} options={choice.options} value={value} onChange={onChange} />
    </Choice>
  )
}

const Choice = ({ field, flaws, children }: Pick<ChoiceProps<string>, 'field' | 'flaws'> & { children: ReactNode }) => {
  const words = useEntryWords()
  const flaw = flaws.find((one) => one.field === field)
  return (
    <div id={fieldIdOf(field)} tabIndex={-1}>
      {flaw && <p role="alert">{words.why(flaw)}</p>}
      {children}
    </div>
  )
}
