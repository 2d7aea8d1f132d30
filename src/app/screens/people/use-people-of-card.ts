// Whoever carries a card is found by its code, typed where names are: a person back with nothing but that is known again.
import { useEffect, useState } from 'react'
import { useDesk } from '#app/phone/use-phone.ts'
import { readCardCode } from '#domain/card-code.ts'
import type { CardHashes } from '#domain/person-card.ts'
import { knownAs } from '#domain/review/given-before.ts'

/** Ids of arrivals; undefined where what is typed is the code of no card. */
export const usePeopleOfCard = (typed: string): ReadonlySet<unknown> | undefined => {
  const desk = useDesk()
  const read = readCardCode(typed)
  const code = read.ok ? read.value : undefined
  const [known, setKnown] = useState<{ code: string; cards: CardHashes }>()
  useEffect(() => {
    let isAsked = true
    if (code !== undefined) void desk.hashesOf(code).then((cards) => isAsked && setKnown({ code, cards }))
    return () => {
      isAsked = false
    }
  }, [desk, code])
  return known !== undefined && known.code === code ? knownAs(desk.records(), known).arrivals : undefined
}
