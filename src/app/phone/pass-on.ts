// A text as a message for somebody else: through the phone's own way of sharing, or copied.

export type PassedOn = 'shared' | 'copied' | 'failed'

export const passOn = async (text: string): Promise<PassedOn> => {
  if ('share' in navigator) {
    const shared = await navigator.share({ text }).then(
      () => true,
      (refusal: unknown) => refusal instanceof DOMException && refusal.name === 'AbortError'
    )
    if (shared) return 'shared'
  }
  return navigator.clipboard.writeText(text).then(
    () => 'copied' as const,
    () => 'failed' as const
  )
}
