// Steps in their order, one below the other, and how far one has come.
import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import styles from '#app/ui/step-list.module.css'

export type Step = {
  id: string
  label: ReactNode
  state: 'done' | 'current' | 'to-come'
  /** The state in a word, for those who listen. */
  stateLabel: string
  detail?: ReactNode
}

export const StepList = ({ steps }: { steps: readonly Step[] }) => (
  <ol className={styles.list}>
    {steps.map(({ id, label, state, stateLabel, detail }, index) => (
      <li key={id} className={styles.step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
        <span className={styles.mark} aria-hidden="true">
          {state === 'done' ? <Icon name="check" /> : index + 1}
        </span>
        <span>
          <span className={styles.label}>{label}</span>
          <VisuallyHidden> – {stateLabel}</VisuallyHidden>
          {detail && <span className={styles.detail}>{detail}</span>}
        </span>
      </li>
    ))}
  </ol>
)
