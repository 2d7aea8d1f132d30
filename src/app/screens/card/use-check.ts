// Whether a card is genuine, by the server's key that this phone knows. Needs no signal.
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { dayAt } from '#domain/belgrade-time.ts'
import { type CardRefusal, checkCard, type GenuineCard } from '#protocol/card.ts'

/** `noKey`: this phone does not know its server's key. */
export type Verdict =
  { is: 'genuine' | 'expired'; card: GenuineCard } | { is: Exclude<CardRefusal['why'], 'expired'> | 'noKey' }

export const useCheck = (): ((text: string) => Promise<Verdict>) => {
  const { identity } = useDesk()
  const now = useClock()
  return async (text) => {
    if (identity.serverKey === undefined) return { is: 'noKey' }
    const checked = await checkCard(text, { serverKey: identity.serverKey, today: dayAt(now()) })
    if (checked.ok) return { is: 'genuine', card: checked.value }
    return checked.refusal.why === 'expired'
      ? { is: 'expired', card: checked.refusal.card }
      : { is: checked.refusal.why }
  }
}
