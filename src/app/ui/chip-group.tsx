// Choosing from a few words at once. A second tap takes the choice back. The mark and the frame show it without colour.
import { type ReactNode, useId } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import styles from '#app/ui/chip-group.module.css'

export type Option<Value extends string> = {
  value: Value
  label: string
  /** The language the label is written in, when it is not that of the screen. */
  lang?: string
  dir?: 'ltr' | 'rtl'
  icon?: IconName
  isUrgent?: boolean
}

type GroupProps<Value extends string> = {
  label: ReactNode
  hint?: ReactNode
  options: readonly Option<Value>[]
  /** Chips that do something else, such as "More". */
  children?: ReactNode
  /** The label is heard but not seen. */
  isLabelHidden?: boolean
  /** The label stands on the first line of the chips. */
  isInLine?: boolean
}

type ChooseOneProps<Value extends string> = GroupProps<Value> & {
  value: Value | undefined
  onChange: (value: Value | undefined) => void
}

export const ChooseOne = <Value extends string>({ value, onChange, ...group }: ChooseOneProps<Value>) => (
  <ChipGroup
    {...group}
    isChosen={(option) => option === value}
    onTap={(option) => onChange(option === value ? undefined : option)}
  />
)

type ChooseManyProps<Value extends string> = GroupProps<Value> & {
  value: readonly Value[]
  onChange: (value: Value[]) => void
}

export const ChooseMany = <Value extends string>({ value, onChange, ...group }: ChooseManyProps<Value>) => (
  <ChipGroup
    {...group}
    isChosen={(option) => value.includes(option)}
    onTap={(option) =>
      onChange(value.includes(option) ? value.filter((other) => other !== option) : [...value, option])
    }
  />
)

type ChipGroupProps<Value extends string> = GroupProps<Value> & {
  isChosen: (value: Value) => boolean
  onTap: (value: Value) => void
}

const ChipGroup = <Value extends string>(props: ChipGroupProps<Value>) => {
  const { label, hint, options, children, isLabelHidden, isInLine, isChosen, onTap } = props
  const labelId = useId()
  return (
    <div role="group" aria-labelledby={labelId} className={classNames(styles.group, isInLine && styles.inLine)}>
      <p id={labelId} className={classNames(styles.label, isLabelHidden && styles.unseen)}>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </p>
      <div className={styles.chips}>
        {options.map(({ value, label: word, ...look }) => (
          <Chip key={value} {...look} isChosen={isChosen(value)} onTap={() => onTap(value)}>
            {word}
          </Chip>
        ))}
        {children}
      </div>
    </div>
  )
}

type ChipProps = Omit<Option<string>, 'value' | 'label'> & {
  children: ReactNode
  /** Left out for a chip that opens something instead of choosing. Its mark takes no room, so that no neighbour moves. */
  isChosen?: boolean
  /** Says that the chip opens a list or a sheet, and whether that is open. */
  isExpanded?: boolean
  onTap: () => void
}

export const Chip = ({ children, isChosen, isExpanded, onTap, icon, isUrgent, ...language }: ChipProps) => (
  <button
    type="button"
    className={classNames(styles.chip, isUrgent && styles.urgent)}
    aria-pressed={isChosen}
    aria-expanded={isExpanded}
    onClick={onTap}
  >
    {icon && <Icon name={icon} />}
    <span {...language}>{children}</span>
    {isChosen && (
      <span className={styles.mark}>
        <Icon name="check" />
      </span>
    )}
  </button>
)
