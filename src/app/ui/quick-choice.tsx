// One of a long list on one line: the name of the question opens the whole list, and beside it stand the likeliest choices,
// as many as fit. What does not fit is neither seen nor reached.
import { useEffect, useRef, useState } from 'react'
import { Chip, type Option } from '#app/ui/chip-group.tsx'
import { Icon } from '#app/ui/icon.tsx'
import styles from '#app/ui/quick-choice.module.css'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

type QuickChoiceProps<Value extends string> = {
  label: string
  /** Heard after the label on the button: "Language, more". */
  moreLabel: string
  /** The likeliest first. */
  options: readonly Option<Value>[]
  value: Value | undefined
  onChange: (value: Value | undefined) => void
  isOpen: boolean
  onOpen: () => void
}

export const QuickChoice = <Value extends string>(props: QuickChoiceProps<Value>) => {
  const { label, moreLabel, options, value, onChange, isOpen, onOpen } = props
  const line = useRef<HTMLDivElement>(null)
  const fitting = useFitting(line, options.map((option) => option.label).join(' '))
  return (
    <div role="group" aria-label={label} className={styles.group}>
      <button type="button" className={styles.open} aria-haspopup="dialog" aria-expanded={isOpen} onClick={onOpen}>
        <span>
          {label}
          <VisuallyHidden>, {moreLabel}</VisuallyHidden>
        </span>
        <Icon name="down" />
      </button>
      <div className={styles.line} ref={line}>
        {options.map(({ value: option, label: word, ...look }, at) => (
          <span key={option} className={styles.choice} data-fits={at < fitting}>
            <Chip {...look} isChosen={option === value} onTap={() => onChange(option === value ? undefined : option)}>
              {word}
            </Chip>
          </span>
        ))}
      </div>
    </div>
  )
}

/** How many stand on the first line. Measured when a width changes: of the line, or of a word by its language or letters. */
const useFitting = (line: { current: HTMLDivElement | null }, words: string): number => {
  const [fitting, setFitting] = useState(Infinity)
  useEffect(() => {
    const choices = [...(line.current?.children ?? [])] as HTMLElement[]
    const observer = new ResizeObserver(() =>
      setFitting(choices.filter(({ offsetTop }) => offsetTop === choices[0]?.offsetTop).length)
    )
    for (const choice of choices) observer.observe(choice)
    if (line.current) observer.observe(line.current)
    return () => observer.disconnect()
  }, [line, words])
  return fitting
}
