// What a nudged phone does by itself.
import { nudging } from '#app/phone/nudging.ts'
import { onlyWhileOn } from '#app/phone/only-while-on.tsx'

export const Nudged = onlyWhileOn(nudging, async () => (await import('#app/phone/keep-nudged.tsx')).KeepNudged)
