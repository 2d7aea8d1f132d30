// Whether the phone was turned since the screen opened: to the person opposite, or to somebody beside.
import { useCallback, useState, useSyncExternalStore } from 'react'

/** False where the browser does not say. */
export const useTurned = (): boolean => {
  const [before] = useState(angleNow)
  const angle = useSyncExternalStore(
    useCallback((listener) => {
      const orientation = 'orientation' in screen ? screen.orientation : undefined
      orientation?.addEventListener('change', listener)
      return () => orientation?.removeEventListener('change', listener)
    }, []),
    angleNow
  )
  return angle !== before
}

const angleNow = (): number => ('orientation' in screen ? screen.orientation.angle : 0)
