// What a phone does by itself that reminds of what runs out.
import { onlyWhileOn } from '#app/phone/only-while-on.tsx'
import { reminding } from '#app/phone/reminding.ts'

export const RemindersOn = onlyWhileOn(reminding, async () => (await import('#app/cases/remind.tsx')).Remind)
