// The phone turned to the person opposite: nothing else is in sight, and the way back takes the worker's thumb a moment, so
// that nobody leafs on into other people's records. Escape and the phone's own way back close it too.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { HoldButton } from '#app/ui/hold-button.tsx'
import styles from '#app/ui/facing.module.css'

type FacingProps = {
  /** What it shows, for whoever listens. */
  label: string
  isOpen: boolean
  onClose: () => void
  turnLabel: string
  holdLabel: string
  children: ReactNode
}

export const Facing = ({ label, isOpen, onClose, turnLabel, holdLabel, children }: FacingProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isTurned, setTurned] = useState(false)
  useEffect(() => {
    const element = dialog.current
    if (element === null || element.open === isOpen) return
    if (isOpen) element.showModal()
    else element.close()
  }, [isOpen])
  useAwake(isOpen)
  return (
    <dialog ref={dialog} className={styles.facing} aria-label={label} onClose={onClose}>
      {isOpen && (
        <div className={styles.sheet}>
          <div className={classNames(styles.stage, isTurned && styles.turned)} tabIndex={0}>
            {children}
          </div>
          <div className={styles.worker}>
            <Button icon="turn" aria-pressed={isTurned} onClick={() => setTurned(!isTurned)}>
              {turnLabel}
            </Button>
            <HoldButton onHeld={onClose}>{holdLabel}</HoldButton>
          </div>
        </div>
      )}
    </dialog>
  )
}

/** The screen stays on while somebody reads it, where the browser can. */
const useAwake = (isOn: boolean) => {
  useEffect(() => {
    if (!isOn || !('wakeLock' in navigator)) return
    const asked = navigator.wakeLock.request('screen').catch(() => undefined)
    return () => void asked.then((lock) => lock?.release())
  }, [isOn])
}
