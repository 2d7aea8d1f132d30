// Says aloud what changed elsewhere on the screen. It must be there before its words are.
import type { ReactNode } from 'react'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

/** `assertive` interrupts: only for a person in danger. */
type LiveRegionProps = { children: ReactNode; urgency?: 'polite' | 'assertive' }

export const LiveRegion = ({ children, urgency = 'polite' }: LiveRegionProps) => (
  <div role={urgency === 'polite' ? 'status' : 'alert'} aria-live={urgency} aria-atomic="true">
    <VisuallyHidden>{children}</VisuallyHidden>
  </div>
)
