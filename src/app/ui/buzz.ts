// A short buzz where the phone can (Android); elsewhere nothing happens.
const PATTERNS = { tick: 20, save: 60, urgent: [80, 60, 80] } as const

export const buzz = (pattern: keyof typeof PATTERNS): void => {
  if (typeof navigator !== 'undefined' && 'vibrate' in navigator)
    navigator.vibrate(PATTERNS[pattern] as number | number[])
}
