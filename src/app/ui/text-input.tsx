// Typing: one line, several lines, or something that others should not read over the shoulder.
import { type InputHTMLAttributes, type Ref, type TextareaHTMLAttributes, useState } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { IconButton } from '#app/ui/icon-button.tsx'
import styles from '#app/ui/text-input.module.css'

type Typed<Attributes> = Omit<Attributes, 'value' | 'onChange'> & { value: string; onChange: (value: string) => void }

type TextInputProps = Typed<InputHTMLAttributes<HTMLInputElement>> & {
  type?: 'text' | 'search' | 'tel' | 'url'
  ref?: Ref<HTMLInputElement>
}

export const TextInput = ({ value, onChange, className, ...rest }: TextInputProps) => (
  <input
    type="text"
    autoComplete="off"
    className={classNames(styles.input, className)}
    {...rest}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
)

type TextAreaProps = Typed<TextareaHTMLAttributes<HTMLTextAreaElement>> & { ref?: Ref<HTMLTextAreaElement> }

export const TextArea = ({ value, onChange, className, ...rest }: TextAreaProps) => (
  <textarea
    rows={3}
    autoComplete="off"
    className={classNames(styles.input, styles.area, className)}
    {...rest}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
)

type SecretInputProps = Typed<Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>> & {
  showLabel: string
  hideLabel: string
  ref?: Ref<HTMLInputElement>
}

/** Pasting and password managers work. */
export const SecretInput = ({ value, onChange, showLabel, hideLabel, ...rest }: SecretInputProps) => {
  const [isShown, setShown] = useState(false)
  return (
    <div className={styles.secret}>
      <input
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        className={styles.input}
        {...rest}
        type={isShown ? 'text' : 'password'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <IconButton
        icon={isShown ? 'hide' : 'show'}
        label={isShown ? hideLabel : showLabel}
        onClick={() => setShown(!isShown)}
      />
    </div>
  )
}
