// Whether the browser has promised not to clear what this phone keeps, and about how much that is.
import { useCallback, useEffect, useState } from 'react'

export type StorageProtection = {
  /** Undefined until the browser has answered. */
  readonly isProtected: boolean | undefined
  /** The browser was asked on this screen and said no. */
  readonly wasRefused: boolean
  /** As the browser estimates. */
  readonly usedBytes: number | undefined
  readonly protect: () => void
}

/** Old browsers, and pages without https, have none of it. */
const storage = (): Partial<StorageManager> => ('storage' in navigator ? navigator.storage : {})

export const useStorageProtection = (): StorageProtection => {
  const [isProtected, setProtected] = useState<boolean>()
  const [wasRefused, setRefused] = useState(false)
  const [usedBytes, setUsedBytes] = useState<number>()

  useEffect(() => {
    let isGone = false
    void look().then((found) => {
      if (isGone) return
      setProtected(found.isProtected)
      setUsedBytes(found.usedBytes)
    })
    return () => {
      isGone = true
    }
  }, [])

  const protect = useCallback(() => {
    void askToProtect().then((given) => {
      setProtected(given)
      setRefused(!given)
    })
  }, [])
  return { isProtected, wasRefused, usedBytes, protect }
}

const askToProtect = async (): Promise<boolean> => (await storage().persist?.()) ?? false

const look = async () => {
  const manager = storage()
  const [isProtected, estimate] = await Promise.all([manager.persisted?.() ?? false, manager.estimate?.()])
  return { isProtected, usedBytes: estimate?.usage }
}
