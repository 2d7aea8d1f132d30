// What was looked for last, so that the way back from one service leads to the same list. In memory only, and forgotten
// when the phone is locked or opened: what somebody needs is not for the next person.
import { useState } from 'react'
import { usePhoneView } from '#app/phone/use-phone.ts'
import type { Need } from '#domain/codes/needs.ts'

export type Search = {
  readonly need?: Need | undefined
  readonly text: string
  readonly openOnly: boolean
  readonly language?: string | undefined
  readonly includeHistory: boolean
}

export const NO_SEARCH: Search = { text: '', openOnly: false, includeHistory: false }

let kept: { readonly search: Search; readonly desk: object | undefined } = { search: NO_SEARCH, desk: undefined }

export const keepSearch = (search: Search, desk: object | undefined): void => {
  kept = { search, desk }
}

export const useSearch = (): [Search, (change: Partial<Search>) => void] => {
  const { desk } = usePhoneView()
  const [search, setSearch] = useState(kept.desk === desk ? kept.search : NO_SEARCH)
  const change = (difference: Partial<Search>) => {
    const next = { ...search, ...difference }
    keepSearch(next, desk)
    setSearch(next)
  }
  return [search, change]
}
